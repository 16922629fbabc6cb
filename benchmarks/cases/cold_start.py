"""From nothing to the first typed result over loopback: what a short script or a cold function pays."""

from __future__ import annotations

import sys

from ..claims import Chart, Claim, Outcome, milliseconds
from ..loopback import loopback
from ..measure import child, interleave, ratios, spread
from ..payloads import GENERATION_ID
from ..place import NO_EXTRAS, SITE

ROUNDS = 13
CHECK = f"; assert g.id == {GENERATION_ID!r} and g.generated_images[3].like_count == 3, g"


def subjects(base: str) -> dict[str, str]:
    """The shortest script of each that gets one generation and reads it."""
    return {
        "bare": "pass",
        "ours": f"{NO_EXTRAS}from leonardo_client import Leonardo; "
        f"g = Leonardo('k', base_url={base!r}).generations.get({GENERATION_ID!r}){CHECK}",
        "leonardo-ai-sdk": "from leonardo_ai_sdk import LeonardoAiSDK; "
        f"g = LeonardoAiSDK(bearer_auth='k', server_url={base!r}).image.get_generation_by_id(id={GENERATION_ID!r})"
        f".object.generations_by_pk{CHECK}",
        "stock": "from stock_client import AuthenticatedClient; from stock_client.api.image import get_generation_by_id; "
        f"g = get_generation_by_id.sync({GENERATION_ID!r}, client=AuthenticatedClient(base_url={base!r}, token='k'))"
        f".generations_by_pk{CHECK}",
        "httpx2 alone": f"import httpx2; g = httpx2.get({base + '/generations/' + GENERATION_ID!r}).json()['generations_by_pk']"
        f"; assert g['id'] == {GENERATION_ID!r}",
    }


def run() -> Outcome:
    """Each script asserts that it got the generation."""
    with loopback() as base:
        times = interleave(
            {
                name: lambda code=code: child([sys.executable, "-c", code], SITE, PYTHONPATH=str(SITE)).cpu
                for name, code in subjects(base).items()
            },
            ROUNDS,
        )
    return Outcome(
        "Cold start",
        "each script asserts the id and a nested value of the generation that it got",
        (
            Claim("first typed result, of leonardo-ai-sdk", "at most", 0.5, ratios(times, "ours", "leonardo-ai-sdk", over="bare"), tried=TRIED),
            Claim("first typed result, of stock", "below", 1.0, ratios(times, "ours", "stock", over="bare"), tried=TRIED),
        ),
        {"first typed result, over a bare interpreter": milliseconds(times, over="bare")},
        (Chart("cold-start", "Cold start to the first typed result", "processor milliseconds over a bare interpreter", {
            "first result": {n: 1000 * (spread(t)[1] - spread(times["bare"])[1]) for n, t in times.items() if n != "bare"}}),),
    )  # fmt: skip


TRIED = (
    "Two thirds are the imports of httpx2 (with httpcore2, h11 and anyio) and attrs. Already late or left out: models and "
    "resources that are not used, certificates for a plain http server, the async half, paging, events and files as far "
    "as types go."
)
