"""Documents in the idioms of many vendors: every operation becomes a whole one, and only the losses below are named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.measure_corpus import documents
from tests.measure_document import measured

CORPUS = Path(__file__).parent / "corpus"

LOSSES = {
    "breakage": [
        "dangling-ref /paths/~1things~1search/get/responses/2XX/content/application~1json/schema",
        "incomplete /paths/~1things/get/parameters/-",
        "parameter-twice /paths/~1things~1{id}/put/parameters/-",
        "schema-malformed /components/schemas/PostThingsRequest/properties/open/additionalProperties",
        "status-unknown /paths/~1things/get/responses/20x",
    ],
    "broken_more": [
        "dangling-ref /paths/~1pets/post/responses/400",
        "dangling-ref /paths/~1pets~1{petId}/parameters/-",
        "type-unknown /components/schemas/Pet/properties/price/type",
    ],
    "dangling": [
        "dangling-ref /components/schemas/D/properties/file",
        "dangling-ref /components/schemas/D/properties/gone",
        "dangling-ref /components/schemas/D/properties/me",
        "dangling-ref /components/schemas/Me",
        "dangling-ref /paths/~1d/get/parameters/-",
        "dangling-ref /paths/~1d/get/responses/400",
    ],
    "laravel": ["status-unknown /paths/~1orders/post/responses/response"],
    "postman": ["server-variable /servers/0", "status-unknown /paths/~1upload/post/responses/"],
    "strapi": ["path-parameter-unused /paths/~1connect~1(.*)/get/parameters/-"],
}

SLOW = (
    "api_platform", "aspnet_modern", "azure_arm", "discovery", "dropshot", "elasticsearch", "fhir", "geojson_ogc",
    "goa", "goswag", "graph", "grpc_gateway", "hal", "huma", "incidents", "inline_only", "issues", "json_rpc_graphql",
    "jsonapi", "kubernetes_crd", "litestar", "marshmallow", "matrix", "ninja", "openai_style", "postgrest", "redocly",
    "seller_api", "servant", "slack", "smithy", "springfox", "tapir", "telecom", "wikimedia",
)  # fmt: skip
"""Documents whose idioms others have too: `make thorough` builds them."""


def _cases() -> list[Any]:
    return [
        pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if path.stem in SLOW else [])
        for path in documents(CORPUS)
    ]


@pytest.mark.parametrize("path", _cases())
def test_every_operation_is_whole_and_every_loss_is_named(path: Path) -> None:
    found = measured(path, f"corpus_{path.stem}_client")
    assert found.failure == ""
    assert {fault: why for fault, why in found.faults.items() if why} == {}
    assert found.whole == found.operations
    assert sorted(loss.split(": ")[0] for loss in found.losses) == LOSSES.get(path.stem, [])
