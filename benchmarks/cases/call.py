"""One call after the other over loopback, in sync code: the client's processor time beside raw httpx2."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..claims import Chart, Claim, Outcome, milliseconds, same
from ..loopback import loopback
from ..measure import cpu_of, interleave, ratios, times_as_long
from ..payloads import CREATE, GENERATION_ID, USER

ROUNDS = 17
NUMBER = 40
LIMIT = 1.25
Calls = dict[str, dict[str, Callable[[], Any]]]


def run() -> Outcome:
    """List of 10, get, create; raw httpx2 keeps its connection, sends the key, reads and parses the JSON."""
    claims: list[Claim] = []
    rows: dict[str, dict[str, str]] = {}
    groups: dict[str, dict[str, float]] = {}
    with loopback() as base:
        for what, each in calls(base).items():
            same(what, *(call() for call in each.values()))
            times = interleave({name: cpu_of(call, NUMBER) for name, call in each.items()}, ROUNDS)
            claims.append(
                Claim(f"{what}, of raw httpx2", "at most", LIMIT, ratios(times, "ours", "raw httpx2"), tried=TRIED)
            )
            rows[what] = milliseconds(times)
            groups[what] = times_as_long(times, "raw httpx2")
    return Outcome(
        "A call, sync",
        "the ids, images and job that each call got are equal",
        tuple(claims), rows, (Chart("call", "A call over loopback, sync", "times raw httpx2", groups),),
    )  # fmt: skip


def calls(base: str) -> Calls:
    """The three calls as each makes them; what they return is compared, and is small."""
    import httpx2
    from leonardo_ai_sdk import LeonardoAiSDK
    from leonardo_client import Leonardo
    from stock_client import AuthenticatedClient
    from stock_client.api.image import get_generation_by_id, get_generations_by_user_id

    from .encode import _named

    client = Leonardo("k", base_url=base)
    generations = client.generations
    raw = httpx2.Client(base_url=base, headers={"authorization": "Bearer k"})
    sdk = LeonardoAiSDK(bearer_auth="k", server_url=base).image
    stock = AuthenticatedClient(base_url=base, token="k")
    from leonardo_ai_sdk.models import operations

    given = _named(operations.CreateGenerationRequestBody.model_fields, CREATE)
    wire = {"modelId": CREATE["model_id"], **{k: v for k, v in CREATE.items() if k != "model_id"}}
    return {
        "list of 10": {
            "ours": lambda: len(page(generations.list_by_user(USER, page_size=10))),
            "raw httpx2": lambda: len(raw.get(f"/generations/user/{USER}", params={"limit": 10}).json()["generations"]),
            "leonardo-ai-sdk": lambda: len(sdk.get_generations_by_user_id(user_id=USER, limit=10).object.generations),
            "stock": lambda: len(get_generations_by_user_id.sync(USER, client=stock, limit=10).generations),
        },
        "get": {
            "ours": lambda: len(generations.get(GENERATION_ID).generated_images),
            "raw httpx2": lambda: len(raw.get(f"/generations/{GENERATION_ID}").json()["generations_by_pk"]["generated_images"]),
            "leonardo-ai-sdk": lambda: len(sdk.get_generation_by_id(id=GENERATION_ID).object.generations_by_pk.generated_images),
            "stock": lambda: len(get_generation_by_id.sync(GENERATION_ID, client=stock).generations_by_pk.generated_images),
        },
        "create": {
            "ours": lambda: generations.create(**CREATE).generation_id,
            "raw httpx2": lambda: raw.post("/generations", json=wire).json()["sdGenerationJob"]["generationId"],
            "leonardo-ai-sdk": lambda: sdk.create_generation(request=given).object.sd_generation_job.generation_id,
        },
    }  # fmt: skip


def page(pages: Any) -> list[Any]:
    """The first page alone."""
    return next(iter(pages.pages()))


TRIED = "Already in: URLs parsed and headers prepared once for an operation, the body of a page parsed once."
