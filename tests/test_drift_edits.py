"""The 22 edits of the drift facts, one by one on Leonardo's Models document, there and back.

Each says which changes the wire engine has to find, with their level on the wire and to the client.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.drift import client_effects, compare
from generator.ingest import find_document, read_page
from generator.repair import parse
from generator.values import Change

TODAY = datetime.date(2026, 1, 1)
SOURCE = Path(__file__).parent.parent / "specs" / "leonardo" / "source"
BODY = "application~1json"

Spec = dict[str, Any]
Edit = Callable[[Spec], None]


@cache
def _models() -> Spec:
    """The Models document, which is cut in its components, with those of the Elements document."""
    models, elements = (
        parse(find_document(read_page(SOURCE / name)), name).data for name in ("models.txt", "elements.1.txt")
    )
    components = dict(elements["components"])
    components["schemas"] = {**elements["components"]["schemas"]}
    return {**models, "components": components, "security": elements.get("security", [])}


def models() -> Spec:
    return copy.deepcopy(_models())


def operation(spec: Spec, method: str, path: str) -> dict[str, Any]:
    return spec["paths"][path][method]


def body(spec: Spec) -> dict[str, Any]:
    return operation(spec, "post", "/models")["requestBody"]["content"]["application/json"]["schema"]


def model(spec: Spec) -> dict[str, Any]:
    """What `GET /models/{id}` answers, below its envelope."""
    content = operation(spec, "get", "/models/{id}")["responses"]["200"]["content"]
    return content["application/json"]["schema"]["properties"]["custom_models_by_pk"]["properties"]


def schema(spec: Spec, name: str) -> dict[str, Any]:
    return spec["components"]["schemas"][name]


def vector_removed(spec: Spec) -> None:
    schema(spec, "custom_model_type")["enum"].remove("VECTOR")


def cancelled_added(spec: Spec) -> None:
    schema(spec, "job_status")["enum"].append("CANCELLED")


def license_required(spec: Spec) -> None:
    body(spec)["properties"]["license"] = {"type": "string"}
    body(spec)["required"].append("license")


def resolution_retyped(spec: Spec) -> None:
    body(spec)["properties"]["resolution"].update(type="string", default="512")


def height_retyped(spec: Spec) -> None:
    model(spec)["modelHeight"]["type"] = "string"


def platform_models_deleted(spec: Spec) -> None:
    del spec["paths"]["/platformModels"]


def prompt_renamed(spec: Spec) -> None:
    model(spec)["instance_prompt"] = model(spec).pop("instancePrompt")


def name_nullable(spec: Spec) -> None:
    model(spec)["name"]["nullable"] = True


def uuid_anchored(spec: Spec) -> None:
    schema(spec, "uuid")["pattern"] = f"^{schema(spec, 'uuid')['pattern']}$"


def described(spec: Spec) -> None:
    operation(spec, "post", "/models")["description"] = "Trains a model."
    body(spec)["properties"]["name"]["description"] = "What to call it."


def create_renamed(spec: Spec) -> None:
    operation(spec, "post", "/models")["operationId"] = "trainModel"


def type_required(spec: Spec) -> None:
    body(spec)["required"].append("modelType")


def deprecated(spec: Spec) -> None:
    operation(spec, "get", "/platformModels")["deprecated"] = True


def resolution_default(spec: Spec) -> None:
    body(spec)["properties"]["resolution"]["default"] = 768


def made_public(spec: Spec) -> None:
    operation(spec, "get", "/platformModels")["security"] = []


def server_moved(spec: Spec) -> None:
    spec["servers"][0]["url"] = "https://api.leonardo.ai/v1"


def path_integer(spec: Spec) -> None:
    operation(spec, "delete", "/models/{id}")["parameters"][0]["schema"] = {"type": "integer"}


def uuid_component_renamed(spec: Spec) -> None:
    schemas = spec["components"]["schemas"]
    schemas["Uuid"] = schemas.pop("uuid")
    _replace_ref(spec, "uuid", {"$ref": "#/components/schemas/Uuid"})


def too_many_added(spec: Spec) -> None:
    operation(spec, "get", "/models/{id}")["responses"]["429"] = {"description": "Too many requests"}


def tags_added(spec: Spec) -> None:
    body(spec)["properties"]["tags"] = {"type": "array", "items": {"type": "string"}}


def strength_inlined(spec: Spec) -> None:
    _replace_ref(spec, "strength", schema(spec, "strength"))


def modern(spec: Spec) -> None:
    spec["openapi"] = "3.1.0"
    _modernise(spec)


def _replace_ref(node: Any, name: str, value: dict[str, Any]) -> None:
    for key, child in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if isinstance(child, dict) and child.get("$ref") == f"#/components/schemas/{name}":
            node[key] = copy.deepcopy(value)
        else:
            _replace_ref(child, name, value)


def _modernise(node: Any) -> None:
    if isinstance(node, dict):
        if "nullable" in node:
            nullable = node.pop("nullable")
            if nullable and isinstance(node.get("type"), str):
                node["type"] = [node["type"], "null"]
            elif nullable and "enum" in node:
                node["enum"].append(None)
            elif nullable:
                inner = dict(node)
                node.clear()
                node["anyOf"] = [inner, {"type": "null"}]
        for child in node.values():
            _modernise(child)
    elif isinstance(node, list):
        for child in node:
            _modernise(child)


Expected = set[tuple[str, str, str, str, str, str]]
"""(id, level on the wire, level to the client, operation, direction, property)."""

POST, GET, DELETE = "POST /models", "GET /models/{id}", "DELETE /models/{id}"
USER, PLATFORM = "GET /models/user/{userId}", "GET /platformModels"
PK, OF_USER, LISTED = "custom_models_by_pk", "custom_models[]", "custom_models[]"

EDITS: list[tuple[Edit, Expected, Expected]] = [
    (
        vector_removed,
        {
            ("request-property-enum-value-removed", "breaking", "breaking", POST, "request", "modelType"),
            ("response-property-enum-value-removed", "info", "info", GET, "response", f"{PK}.type"),
            ("response-property-enum-value-removed", "info", "info", USER, "response", f"{OF_USER}.type"),
        },
        {
            ("request-property-enum-value-added", "info", "info", POST, "request", "modelType"),
            ("response-property-enum-value-added", "risky", "info", GET, "response", f"{PK}.type"),
            ("response-property-enum-value-added", "risky", "info", USER, "response", f"{OF_USER}.type"),
        },
    ),
    (
        cancelled_added,
        {
            ("response-property-enum-value-added", "risky", "info", GET, "response", f"{PK}.status"),
            ("response-property-enum-value-added", "risky", "info", USER, "response", f"{OF_USER}.status"),
        },
        {
            ("response-property-enum-value-removed", "info", "info", GET, "response", f"{PK}.status"),
            ("response-property-enum-value-removed", "info", "info", USER, "response", f"{OF_USER}.status"),
        },
    ),
    (
        license_required,
        {("new-required-request-property", "breaking", "breaking", POST, "request", "license")},
        {("request-property-removed", "risky", "breaking", POST, "request", "license")},
    ),
    (
        resolution_retyped,
        {
            ("request-property-type-changed", "breaking", "breaking", POST, "request", "resolution"),
            ("request-property-default-value-changed", "info", "risky", POST, "request", "resolution"),
        },
        {
            ("request-property-type-changed", "breaking", "breaking", POST, "request", "resolution"),
            ("request-property-default-value-changed", "info", "risky", POST, "request", "resolution"),
        },
    ),
    (
        height_retyped,
        {("response-property-type-changed", "breaking", "breaking", GET, "response", f"{PK}.modelHeight")},
        {("response-property-type-changed", "breaking", "breaking", GET, "response", f"{PK}.modelHeight")},
    ),
    (
        platform_models_deleted,
        {("api-path-removed-without-deprecation", "breaking", "breaking", PLATFORM, "none", "")},
        {("endpoint-added", "info", "info", PLATFORM, "none", "")},
    ),
    (
        prompt_renamed,
        {
            ("response-optional-property-removed", "risky", "breaking", GET, "response", f"{PK}.instancePrompt"),
            ("response-optional-property-added", "info", "info", GET, "response", f"{PK}.instance_prompt"),
        },
        {
            ("response-optional-property-removed", "risky", "breaking", GET, "response", f"{PK}.instance_prompt"),
            ("response-optional-property-added", "info", "info", GET, "response", f"{PK}.instancePrompt"),
        },
    ),
    (
        name_nullable,
        {("response-property-became-nullable", "breaking", "breaking", GET, "response", f"{PK}.name")},
        {("response-property-became-not-nullable", "info", "info", GET, "response", f"{PK}.name")},
    ),
    (
        uuid_anchored,
        {
            ("response-property-pattern-changed", "info", "info", GET, "response", f"{PK}.id"),
            ("response-property-pattern-changed", "info", "info", USER, "response", f"{OF_USER}.id"),
            ("response-property-pattern-changed", "info", "info", PLATFORM, "response", f"{LISTED}.id"),
            ("response-property-pattern-changed", "info", "info", DELETE, "response", "delete_custom_models_by_pk.id"),
        },
        {
            ("response-property-pattern-changed", "info", "info", GET, "response", f"{PK}.id"),
            ("response-property-pattern-changed", "info", "info", USER, "response", f"{OF_USER}.id"),
            ("response-property-pattern-changed", "info", "info", PLATFORM, "response", f"{LISTED}.id"),
            ("response-property-pattern-changed", "info", "info", DELETE, "response", "delete_custom_models_by_pk.id"),
        },
    ),
    (described, set(), set()),
    (
        create_renamed,
        {("api-operation-id-removed", "info", "breaking", POST, "none", "")},
        {("api-operation-id-removed", "info", "breaking", POST, "none", "")},
    ),
    (
        type_required,
        {("request-property-became-required-with-default", "breaking", "breaking", POST, "request", "modelType")},
        {("request-property-became-optional", "info", "info", POST, "request", "modelType")},
    ),
    (
        deprecated,
        {("endpoint-deprecated", "info", "info", PLATFORM, "none", "")},
        {("endpoint-reactivated", "info", "info", PLATFORM, "none", "")},
    ),
    (
        resolution_default,
        {("request-property-default-value-changed", "info", "risky", POST, "request", "resolution")},
        {("request-property-default-value-changed", "info", "risky", POST, "request", "resolution")},
    ),
    (
        made_public,
        {("api-security-removed", "info", "risky", PLATFORM, "none", "")},
        {("api-security-added", "info", "breaking", PLATFORM, "none", "")},
    ),
    (
        server_moved,
        {
            ("api-server-removed", "risky", "breaking", "", "none", ""),
            ("api-server-added", "info", "info", "", "none", ""),
        },
        {
            ("api-server-removed", "risky", "breaking", "", "none", ""),
            ("api-server-added", "info", "info", "", "none", ""),
        },
    ),
    (
        path_integer,
        {
            ("request-parameter-type-changed", "breaking", "breaking", DELETE, "request", ""),
            ("request-parameter-pattern-removed", "info", "info", DELETE, "request", ""),
        },
        {
            ("request-parameter-type-generalized", "info", "info", DELETE, "request", ""),
            ("request-parameter-pattern-added", "breaking", "breaking", DELETE, "request", ""),
        },
    ),
    (uuid_component_renamed, set(), set()),
    (
        too_many_added,
        {("response-non-success-status-added", "info", "info", GET, "response", "")},
        {("response-non-success-status-removed", "info", "info", GET, "response", "")},
    ),
    (
        tags_added,
        {("new-optional-request-property", "info", "info", POST, "request", "tags")},
        {("request-property-removed", "risky", "breaking", POST, "request", "tags")},
    ),
    (strength_inlined, set(), set()),
    (modern, set(), set()),
]  # fmt: skip


def found(old: Spec, new: Spec) -> Expected:
    wire = {_place(change): change for change in compare(old, new, profile="wire", today=TODAY)}
    client = {_place(change): change for change in compare(old, new, profile="client", today=TODAY)}
    assert wire.keys() == client.keys()
    return {
        (one.id, one.level, client[place].level, one.operation, one.direction, one.path) for place, one in wire.items()
    }


def _place(change: Change) -> tuple[str, ...]:
    return change.id, change.operation, change.path, change.pointer


def test_there_are_22_edits_and_each_one_edits() -> None:
    assert len(EDITS) == 22
    for edit, _, _ in EDITS:
        spec = models()
        edit(spec)
        assert spec != models(), edit.__name__


@pytest.mark.parametrize(("edit", "forward", "back"), EDITS, ids=lambda value: getattr(value, "__name__", ""))
def test_an_edit_is_found_there_and_back(edit: Edit, forward: Expected, back: Expected) -> None:
    old, new = models(), models()
    edit(new)
    assert found(old, new) == forward
    assert found(new, old) == back


def test_a_changed_enum_points_at_the_component_on_both_sides() -> None:
    new = models()
    vector_removed(new)
    change = compare(models(), new, today=TODAY)[0]
    pointer = "/components/schemas/custom_model_type"
    assert (change.old_pointer, change.pointer, change.old, change.new) == (pointer, pointer, "VECTOR", None)
    assert change.text == "modelType: enum value removed VECTOR"


def test_the_client_effect_names_the_symbols_that_moved() -> None:
    """The generator says which symbols come from where; the change says what became of them."""
    new = models()
    vector_removed(new)
    pointer = "/components/schemas/custom_model_type"
    old_map = {pointer: {"CustomModelType.GENERAL": "GENERAL", "CustomModelType.VECTOR": "VECTOR"}}
    new_map = {pointer: {"CustomModelType.GENERAL": "GENERAL"}}
    effects = {change.client for change in client_effects(compare(models(), new, today=TODAY), old_map, new_map)}
    assert effects == {"CustomModelType.VECTOR removed"}


def test_a_renamed_operation_names_the_method_that_moved() -> None:
    new = models()
    create_renamed(new)
    changes = client_effects(
        compare(models(), new, today=TODAY),
        {POST: {"models.create_model": "(name: str)"}},
        {POST: {"models.train_model": "(name: str)"}},
    )
    assert [change.client for change in changes] == ["models.create_model removed; models.train_model added"]
