"""Follow a job, and never lose one that is paid for."""

from leonardo_client import JobFailedError, JobTimeoutError, Leonardo

with Leonardo() as client:
    job = client.generations.create(prompt="a lighthouse in a storm")
    try:
        generation = client.generations.wait(job, timeout=300, on_poll=lambda g: print(g.status))
        print(len(generation.generated_images or []), "images")
    except JobTimeoutError as late:
        print("still running, look again later:", late.id)
    except JobFailedError as failed:
        print("the job failed:", failed.id)
