"""Public models of two types, fetched as the loop goes on, and their thumbnails."""

from scenario_client import Scenario

with Scenario() as client:
    for model in client.models.list(privacy="public", types=["flux.1-lora", "custom"], limit=300):
        print(model.id, model.name)
        if model.thumbnail:
            print(client.download(model.thumbnail, "thumbnails/"))
