"""The 22 edits of tests/model_edits.py on the wire, one by one, there and back.

Each says which changes the wire engine has to find, with their level on the wire and to the client.
"""

from __future__ import annotations

import model_edits as edits
import pytest
from model_edits import DELETE, GET, PLATFORM, POST, TODAY, USER, Edit, Spec, models

from generator.drift import client_effects, compare
from generator.values import Change

Expected = set[tuple[str, str, str, str, str, str]]
"""(id, level on the wire, level to the client, operation, direction, property)."""
PK, OF_USER, LISTED = "custom_models_by_pk", "custom_models[]", "custom_models[]"

EDITS: list[tuple[Edit, Expected, Expected]] = [
    (
        edits.vector_removed,
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
        edits.cancelled_added,
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
        edits.license_required,
        {("new-required-request-property", "breaking", "breaking", POST, "request", "license")},
        {("request-property-removed", "risky", "breaking", POST, "request", "license")},
    ),
    (
        edits.resolution_retyped,
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
        edits.height_retyped,
        {("response-property-type-changed", "breaking", "breaking", GET, "response", f"{PK}.modelHeight")},
        {("response-property-type-changed", "breaking", "breaking", GET, "response", f"{PK}.modelHeight")},
    ),
    (
        edits.platform_models_deleted,
        {("api-path-removed-without-deprecation", "breaking", "breaking", PLATFORM, "none", "")},
        {("endpoint-added", "info", "info", PLATFORM, "none", "")},
    ),
    (
        edits.prompt_renamed,
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
        edits.name_nullable,
        {("response-property-became-nullable", "breaking", "breaking", GET, "response", f"{PK}.name")},
        {("response-property-became-not-nullable", "info", "info", GET, "response", f"{PK}.name")},
    ),
    (
        edits.uuid_anchored,
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
    (edits.described, set(), set()),
    (
        edits.create_renamed,
        {("api-operation-id-removed", "info", "breaking", POST, "none", "")},
        {("api-operation-id-removed", "info", "breaking", POST, "none", "")},
    ),
    (
        edits.type_required,
        {("request-property-became-required-with-default", "breaking", "breaking", POST, "request", "modelType")},
        {("request-property-became-optional", "info", "info", POST, "request", "modelType")},
    ),
    (
        edits.deprecated,
        {("endpoint-deprecated", "info", "info", PLATFORM, "none", "")},
        {("endpoint-reactivated", "info", "info", PLATFORM, "none", "")},
    ),
    (
        edits.resolution_default,
        {("request-property-default-value-changed", "info", "risky", POST, "request", "resolution")},
        {("request-property-default-value-changed", "info", "risky", POST, "request", "resolution")},
    ),
    (
        edits.made_public,
        {("api-security-removed", "info", "risky", PLATFORM, "none", "")},
        {("api-security-added", "info", "breaking", PLATFORM, "none", "")},
    ),
    (
        edits.server_moved,
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
        edits.path_integer,
        {
            ("request-parameter-type-changed", "breaking", "breaking", DELETE, "request", ""),
            ("request-parameter-pattern-removed", "info", "info", DELETE, "request", ""),
        },
        {
            ("request-parameter-type-generalized", "info", "info", DELETE, "request", ""),
            ("request-parameter-pattern-added", "breaking", "breaking", DELETE, "request", ""),
        },
    ),
    (edits.uuid_component_renamed, set(), set()),
    (
        edits.too_many_added,
        {("response-non-success-status-added", "info", "info", GET, "response", "")},
        {("response-non-success-status-removed", "info", "info", GET, "response", "")},
    ),
    (
        edits.tags_added,
        {("new-optional-request-property", "info", "info", POST, "request", "tags")},
        {("request-property-removed", "risky", "breaking", POST, "request", "tags")},
    ),
    (edits.strength_inlined, set(), set()),
    (edits.modern, set(), set()),
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
    edits.vector_removed(new)
    change = compare(models(), new, today=TODAY)[0]
    pointer = "/components/schemas/custom_model_type"
    assert (change.old_pointer, change.pointer, change.old, change.new) == (pointer, pointer, "VECTOR", None)
    assert change.text == "modelType: enum value removed VECTOR"


def test_the_client_effect_names_the_symbols_that_moved() -> None:
    """The generator says which symbols come from where; the change says what became of them."""
    new = models()
    edits.vector_removed(new)
    pointer = "/components/schemas/custom_model_type"
    old_map = {pointer: {"CustomModelType.GENERAL": "GENERAL", "CustomModelType.VECTOR": "VECTOR"}}
    new_map = {pointer: {"CustomModelType.GENERAL": "GENERAL"}}
    effects = {change.client for change in client_effects(compare(models(), new, today=TODAY), old_map, new_map)}
    assert effects == {"CustomModelType.VECTOR removed"}


def test_a_renamed_operation_names_the_method_that_moved() -> None:
    new = models()
    edits.create_renamed(new)
    changes = client_effects(
        compare(models(), new, today=TODAY),
        {POST: {"models.create_model": "(name: str)"}},
        {POST: {"models.train_model": "(name: str)"}},
    )
    assert [change.client for change in changes] == ["models.create_model removed; models.train_model added"]
