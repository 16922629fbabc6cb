"""All that a user made, fetched as the loop goes on."""

from leonardo_client import Leonardo

with Leonardo() as client:
    for generation in client.generations.list_by_user("user-id", limit=100):
        print(generation.id, generation.created_at)
