"""Train a model from images that you have uploaded."""

from scenario_client import Scenario

with Scenario() as client:  # the key is in SCENARIO_API_KEY, its secret in SCENARIO_API_SECRET
    model = client.models.create(name="Lighthouses", type="flux.1-lora")
    client.models.training_images.add(model.id, asset_ids=["asset_one", "asset_two"], preset="style")
    trained = client.models.train.trigger_and_wait(model.id)
    print(trained.id, trained.status)
