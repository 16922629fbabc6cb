"""Many jobs at once, within the documented limits."""

import asyncio

from leonardo_client import AsyncLeonardo


async def main() -> None:
    async with AsyncLeonardo(limiter=True) as client:
        prompts = ["a lighthouse", "a harbour", "a storm"]
        jobs = [client.generations.create_and_wait(prompt=prompt) for prompt in prompts]
        for generation in await asyncio.gather(*jobs):
            print(generation.id, generation.status)


asyncio.run(main())
