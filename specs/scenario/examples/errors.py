"""What can go wrong, and what it means for your creative units."""

from scenario_client import APIConnectionError, APIStatusError, RateLimitError, Scenario

with Scenario(max_retries=2) as client:
    try:
        client.models.train.trigger("model_id")
    except RateLimitError as error:
        print("too many requests, no training was started:", error.message)
    except APIStatusError as error:
        print(error.status_code, error.code, error.message, error.request_id)
    except APIConnectionError as error:
        print("it may have started all the same:" if error.may_have_happened else "it was never sent:", error)
