"""The 22 edits once more, through the whole pipeline: what each does to the names of Leonardo's client.

tests/test_drift_edits.py has what they are on the wire. Here the documents are merged, mended and laid out as a
client first, as `drift` does it, so that what the toolchain mends or names by hand moves nothing.
"""

from __future__ import annotations

import model_edits as edits
import pytest
from edited_clients import after, before, edited, whole
from model_edits import DELETE, GET, PLATFORM, POST, TODAY, USER, Edit
from test_drift_edits import EDITS

from generator.drift import client_effects, compare
from generator.drift.symbols import symbols
from generator.pipeline import Planned

Effects = set[tuple[str, str, str, str | None]]
"""(id, level to the client, operation, what happens to its symbols)."""


def effects(old: Planned, new: Planned) -> Effects:
    changes = compare(old.described.spec, new.described.spec, today=TODAY)
    changes = client_effects(changes, symbols(old), symbols(new))
    return {(change.id, change.level, change.operation, change.client) for change in changes}


ELEMENTS = ("GET /elements/{id}", "GET /elements/user/{userId}")
GENERATIONS = ("GET /generations/{id}", "GET /generations/user/{userId}")
READ, SENT = "CustomModel.", "CreateModelRequest."
BASE, MOVED = "https://cloud.leonardo.ai/api/rest/v1", "https://api.leonardo.ai/v1"


def sent(name: str, what: str) -> str:
    """A property of the body is an attribute of the model and an argument of the methods that send it."""
    return "; ".join(f"{symbol}{what}" for symbol in (f"{SENT}{name}", f"models.create({name})", f"models.create_and_wait({name})"))  # fmt: skip


EFFECTS: list[tuple[Edit, Effects, Effects]] = [
    (
        edits.vector_removed,
        {
            ("request-property-enum-value-removed", "breaking", POST, "CustomModelType.VECTOR removed"),
            ("response-property-enum-value-removed", "info", GET, "CustomModelType.VECTOR removed"),
            ("response-property-enum-value-removed", "info", USER, "CustomModelType.VECTOR removed"),
        },
        {
            ("request-property-enum-value-added", "info", POST, "CustomModelType.VECTOR added"),
            ("response-property-enum-value-added", "info", GET, "CustomModelType.VECTOR added"),
            ("response-property-enum-value-added", "info", USER, "CustomModelType.VECTOR added"),
        },
    ),
    (
        edits.cancelled_added,
        {
            ("response-property-enum-value-added", "info", operation, "JobStatus.CANCELLED added")
            for operation in (GET, USER, *ELEMENTS, *GENERATIONS)
        },
        {
            ("response-property-enum-value-removed", "info", operation, "JobStatus.CANCELLED removed")
            for operation in (GET, USER, *ELEMENTS, *GENERATIONS)
        },
    ),
    (
        edits.license_required,
        {("new-required-request-property", "breaking", POST, sent("license", " added"))},
        {("request-property-removed", "breaking", POST, sent("license", " removed"))},
    ),
    (
        edits.resolution_retyped,
        {
            ("request-property-type-changed", "breaking", POST, sent("resolution", ": int | None | Unset -> str | None | Unset")),
            ("request-property-default-value-changed", "risky", POST, sent("resolution", ": int | None | Unset -> str | None | Unset")),
        },
        {
            ("request-property-type-changed", "breaking", POST, sent("resolution", ": str | None | Unset -> int | None | Unset")),
            ("request-property-default-value-changed", "risky", POST, sent("resolution", ": str | None | Unset -> int | None | Unset")),
        },
    ),
    (
        edits.height_retyped,
        {("response-property-type-changed", "breaking", GET, f"{READ}model_height: int | Unset -> str | Unset")},
        {("response-property-type-changed", "breaking", GET, f"{READ}model_height: str | Unset -> int | Unset")},
    ),
    (
        edits.platform_models_deleted,
        {("api-path-removed-without-deprecation", "breaking", PLATFORM, "models.list_platform removed")},
        {("endpoint-added", "info", PLATFORM, "models.list_platform added")},
    ),
    (
        edits.prompt_renamed,
        {
            ("response-optional-property-removed", "breaking", GET, f"{READ}instance_prompt: on the wire instancePrompt -> instance_prompt"),
            ("response-optional-property-added", "info", GET, f"{READ}instance_prompt: on the wire instancePrompt -> instance_prompt"),
        },
        {
            ("response-optional-property-removed", "breaking", GET, f"{READ}instance_prompt: on the wire instance_prompt -> instancePrompt"),
            ("response-optional-property-added", "info", GET, f"{READ}instance_prompt: on the wire instance_prompt -> instancePrompt"),
        },
    ),
    (
        edits.name_nullable,
        {("response-property-became-nullable", "breaking", GET, f"{READ}name: str | Unset -> str | None | Unset")},
        {("response-property-became-not-nullable", "info", GET, f"{READ}name: str | None | Unset -> str | Unset")},
    ),
    # The vendor's own examples contradict the pattern: it is mended away, anchored or not.
    (edits.uuid_anchored, set(), set()),
    (edits.described, set(), set()),
    # The method has its name from the reviewed table and keeps it; other clients of the document do not.
    (
        edits.create_renamed,
        {("api-operation-id-removed", "breaking", POST, None)},
        {("api-operation-id-removed", "breaking", POST, None)},
    ),
    (
        edits.type_required,
        {("request-property-became-required-with-default", "breaking", POST, sent("model_type", ": CustomModelType | str | Unset -> CustomModelType | str"))},
        {("request-property-became-optional", "info", POST, sent("model_type", ": CustomModelType | str -> CustomModelType | str | Unset"))},
    ),
    (
        edits.deprecated,
        {("endpoint-deprecated", "info", PLATFORM, None)},
        {("endpoint-reactivated", "info", PLATFORM, None)},
    ),
    # Defaults are left to the server, so no signature has them.
    (
        edits.resolution_default,
        {("request-property-default-value-changed", "risky", POST, None)},
        {("request-property-default-value-changed", "risky", POST, None)},
    ),
    (
        edits.made_public,
        {("api-security-removed", "risky", PLATFORM, "models.list_platform: sends bearerAuth -> sends no key")},
        {("api-security-added", "breaking", PLATFORM, "models.list_platform: sends no key -> sends bearerAuth")},
    ),
    (
        edits.server_moved,
        {
            ("api-server-removed", "breaking", "", f"Leonardo(base_url): {BASE} -> {MOVED}"),
            ("api-server-added", "info", "", f"Leonardo(base_url): {BASE} -> {MOVED}"),
        },
        {
            ("api-server-removed", "breaking", "", f"Leonardo(base_url): {MOVED} -> {BASE}"),
            ("api-server-added", "info", "", f"Leonardo(base_url): {MOVED} -> {BASE}"),
        },
    ),
    (
        edits.path_integer,
        {("request-parameter-type-changed", "breaking", DELETE, "models.delete(id): str -> int")},
        {("request-parameter-type-generalized", "info", DELETE, "models.delete(id): int -> str")},
    ),
    (edits.uuid_component_renamed, set(), set()),
    # The overlay has documented a 429 with a body already; upstream's own has none.
    (
        edits.too_many_added,
        {("response-media-type-removed", "risky", GET, None)},
        {("response-media-type-added", "info", GET, None)},
    ),
    (
        edits.tags_added,
        {("new-optional-request-property", "info", POST, sent("tags", " added"))},
        {("request-property-removed", "breaking", POST, sent("tags", " removed"))},
    ),
    (edits.strength_inlined, set(), set()),
    (edits.modern, set(), set()),
]  # fmt: skip


def test_the_edits_are_those_of_the_wire() -> None:
    assert [edit for edit, _, _ in EFFECTS] == [edit for edit, _, _ in EDITS]
    assert all(edited(edit) != whole() for edit, _, _ in EFFECTS)


@pytest.mark.parametrize(("edit", "there", "back"), EFFECTS, ids=lambda value: getattr(value, "__name__", ""))
def test_an_edit_says_what_happens_to_the_client(edit: Edit, there: Effects, back: Effects) -> None:
    assert effects(before(), after(edit)) == there
    assert effects(after(edit), before()) == back
