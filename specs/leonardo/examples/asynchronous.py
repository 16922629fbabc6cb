"""Many jobs at once, within the documented limits."""

import asyncio

from leonardo_client import AsyncLeonardo


async def main() -> None:
    async with AsyncLeonardo(limiter=True) as client:
        prompts = ["a lighthouse", "a harbour", "a storm"]
        jobs = [client.generations.create_and_wait(prompt=prompt) for prompt in prompts]
        results = await asyncio.gather(*jobs, return_exceptions=True)  # else one failure would lose the others
        for prompt, result in zip(prompts, results, strict=True):
            if isinstance(result, BaseException):
                print(prompt, "failed:", result)
            else:
                print(prompt, result.id, result.status)


asyncio.run(main())
