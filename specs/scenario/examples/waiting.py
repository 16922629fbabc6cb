"""Ask what a training costs, start it, and never lose sight of it."""

from scenario_client import JobFailedError, JobTimeoutError, Scenario
from scenario_client.models import Model


def show(model: Model) -> None:
    if model.training_progress:
        print(model.status, model.training_progress.stage, model.training_progress.progress)


with Scenario() as client:
    estimate = client.models.train.trigger("model_id", dry_run="true")  # nothing is started
    print(estimate.creative_units_cost, "creative units")
    client.models.train.trigger("model_id")
    try:
        model = client.models.wait("model_id", timeout=3600, on_poll=show)
        print("trained:", [epoch.epoch for epoch in model.epochs or []])
    except JobTimeoutError as late:
        print("still training, look again later:", late.id)
    except JobFailedError as failed:
        print("the training ended as", failed.status)
