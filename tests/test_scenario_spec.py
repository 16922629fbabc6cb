"""What specs/scenario adds to its page: requests, names, and nothing lost on the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from generator.pipeline import Planned, Progress, account, describe, pages_of, plan
from generator.provider import load_provider
from generator.spec.openapi import operations, resolve
from generator.values import Spec

FOLDER = Path(__file__).parent.parent / "specs/scenario"


@pytest.fixture(scope="module")
def planned() -> Planned:
    provider = load_provider(FOLDER)
    return plan(describe(provider, pages_of(provider), Progress()), Progress())


@pytest.fixture(scope="module")
def spec(planned: Planned) -> Spec:
    return planned.described.spec


REQUESTS: dict[str, tuple[str, str]] = {
    "GET /models": (
        "blacklisted collectionId collectionIds createdAfter createdBefore loadedOnly originalAssets pageSize "
        "paginationToken privacy projectId sortBy sortDirection status tags type types updatedAfter updatedBefore",
        "",
    ),
    "POST /models": (
        "originalAssets projectId",
        "baseModelId classSlug collectionIds concepts name shortDescription type",
    ),
    "POST /models/get-bulk": (
        "originalAssets projectId",
        "allTrainingImages minimal modelIds settings thumbnail trainingImagesPreview",
    ),
    "GET /models/{modelId}": ("originalAssets projectId", ""),
    "PUT /models/{modelId}": (
        "originalAssets projectId",
        "classSlug concepts epoch name negativePromptEmbedding parameters promptEmbedding shortDescription "
        "thumbnail type",
    ),
    "DELETE /models/{modelId}": ("projectId", ""),
    "POST /models/{modelId}/copy": ("originalAssets projectId", "copyAsTrained copyExamples"),
    "POST /models/{modelId}/download": ("dryRun projectId", "modelEpoch"),
    "DELETE /models/{modelId}/images": ("ids! projectId", ""),
    "PUT /models/{modelId}/tags": ("projectId", "add delete strict"),
    "POST /models/{modelId}/transfer": ("projectId", "destinationProjectId! destinationTeamId"),
    "GET /models/{modelId}/description": ("originalAssets projectId", ""),
    "PUT /models/{modelId}/description": ("originalAssets projectId", "description!"),
    "GET /models/{modelId}/examples": ("originalAssets projectId", ""),
    "PUT /models/{modelId}/examples": ("originalAssets projectId", "assetIds!"),
    "PUT /models/{modelId}/train": ("dryRun originalAssets projectId trainingImagesCount", "parameters"),
    "POST /models/{modelId}/train/action": ("projectId", "action!"),
    "POST /models/{modelId}/training-images": (
        "originalAssets projectId",
        "assetId assetIds data name preset",
    ),
    "PUT /models/{modelId}/training-images/pairs": ("projectId", "[] instruction sourceId targetId"),
    "PUT /models/{modelId}/training-images/{trainingImageId}": (
        "originalAssets projectId",
        "assetId assetIds data name preset",
    ),
    "DELETE /models/{modelId}/training-images/{trainingImageId}": ("projectId", ""),
}
"""Query parameters and members of the body, `!` where required: types/*_params.py of scenario-sdk 2.4.0."""


def members(spec: Spec, schema: Any) -> list[str]:
    schema = resolve(spec, schema)
    if schema.get("type") == "array":
        return ["[]", *members(spec, schema["items"])]
    required = schema.get("required", [])
    return sorted(name + "!" * (name in required) for name in schema.get("properties", {}))


def test_each_operation_takes_what_the_vendor_says(spec: Spec) -> None:
    found = {}
    for at in operations(spec):
        parameters = [resolve(spec, parameter) for parameter in at.operation.get("parameters", [])]
        query = sorted(p["name"] + "!" * p.get("required", False) for p in parameters if p["in"] == "query")
        body = at.operation.get("requestBody")
        content = members(spec, body["content"]["application/json"]["schema"]) if body else []
        found[at.key] = (" ".join(query), " ".join(content))
    assert found == REQUESTS


def test_the_list_answers_its_envelope(spec: Spec) -> None:
    page = spec["components"]["schemas"]["ModelPage"]
    assert page["properties"]["models"]["items"] == {"$ref": "#/components/schemas/Model"}
    assert page["required"] == ["models"]


def test_records_that_contradict_the_page_are_allowed(spec: Spec) -> None:
    schemas = spec["components"]["schemas"]
    assert "required" not in schemas["TrainingProgress"]
    assert "minimum" not in schemas["ModelInput"]["properties"]["step"]
    assert schemas["BulkModel"]["required"] == ["id", "type"]


def test_the_reviewed_table_names_every_shape_and_nothing_else(planned: Planned) -> None:
    assert sorted(planned.described.spec["components"]["schemas"]) == sorted(planned.described.provider.names)


def test_nothing_is_lost_unaccounted(planned: Planned) -> None:
    found = account(planned)
    assert (found.losses, found.stale) == ((), ())
    assert [note.key for note in found.accepted] == ["mangled-limit models#"]


def test_the_spec_is_valid_and_signs_in_either_way(spec: Spec) -> None:
    validate(spec)
    for at in operations(spec):
        assert at.operation.get("security", spec.get("security")) == [{"basicAuth": []}, {"bearerAuth": []}], at.key


def test_the_client_has_the_resources_of_the_page(planned: Planned) -> None:
    found = {".".join(resource.path): [m.name for m in resource.methods] for resource in planned.surface.walk()}
    assert found == {
        "models": ["copy", "create", "delete", "delete_images", "download", "get", "get_bulk", "list",
                   "transfer", "update", "update_tags"],
        "models.description": ["get", "update"],
        "models.examples": ["list", "update"],
        "models.train": ["action", "trigger"],
        "models.training_images": ["add", "delete", "replace", "replace_pairs"],
    }  # fmt: skip
