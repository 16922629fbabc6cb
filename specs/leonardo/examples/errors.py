"""What can go wrong, and what it means for your money."""

from leonardo_client import APIConnectionError, APIStatusError, Leonardo, RateLimitError

with Leonardo(max_retries=2) as client:
    try:
        client.generations.create(prompt="a lighthouse in a storm")
    except RateLimitError as error:
        print("too many requests, nothing was made:", error.message)
    except APIStatusError as error:
        print(error.status_code, error.code, error.message, error.request_id)
    except APIConnectionError as error:
        print("it may have been made all the same:" if error.may_have_happened else "it was never sent:", error)
