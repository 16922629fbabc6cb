"""What lies under the typed methods: headers, settings of one call, endpoints that have no method."""

from leonardo_client import Leonardo

with Leonardo() as client:
    response = client.generations.with_raw_response.get("generation-id")
    print(response.status_code, response.request_id, response.parse().status)

    patient = client.with_options(timeout=120, max_retries=5)
    print(len(patient.models.list_platform()), "models of the platform")

    me = client.request("GET", "/me").json()
    print(me["user_details"][0]["user"]["username"])
