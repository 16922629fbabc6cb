"""Many models at once."""

import asyncio

from scenario_client import AsyncScenario


async def main() -> None:
    async with AsyncScenario() as client:
        ids = ["model_one", "model_two", "model_three"]
        for model in await asyncio.gather(*map(client.models.get, ids)):
            print(model.id, model.type, model.created_at)


asyncio.run(main())
