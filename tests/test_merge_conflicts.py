"""Merging documents that disagree: what is a conflict, what is only a loss, and what is told of it."""

from __future__ import annotations

import pytest
from merge_documents import KIND, PET, document, schemas_of

from generator.errors import Conflict
from generator.merge import merge

DIFFERENT = {
    "type": ({"type": "string"}, {"type": "integer"}, "/type"),
    "enum-value-more": (KIND, {"type": "string", "enum": ["CAT", "DOG", "COW"]}, "/enum"),
    "pattern": ({"type": "string", "pattern": "a"}, {"type": "string", "pattern": "^a$"}, "/pattern"),
    "nullable": ({"type": "string"}, {"type": "string", "nullable": True}, "/nullable"),
    "format": ({"type": "string"}, {"type": "string", "format": "uuid"}, "/format"),
    "true-is-not-one": ({"type": "integer", "default": 1}, {"type": "integer", "default": True}, "/default"),
    "property": (
        {"properties": {"a": {"type": "string"}}},
        {"properties": {"a": {"type": "array", "items": {}}}},
        "/properties/a/type",
    ),
    "required": (PET, {**PET, "required": ["id"]}, "/required"),
    "reference-or-not": ({"$ref": "#/components/schemas/Pet"}, {"type": "object"}, ""),
    "reference": ({"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}, "/$ref"),
    "union": ({"oneOf": [KIND]}, {"oneOf": [KIND, {"type": "integer"}]}, "/oneOf"),
    "list-or-map": ({"example": [], "allOf": []}, {"example": {}, "allOf": {}}, "/allOf"),
}  # fmt: skip


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_component_defined_differently_is_a_conflict_with_both_values_and_places(name: str) -> None:
    left, right, below = DIFFERENT[name]
    with pytest.raises(Conflict) as caught:
        merge([document("b", {"X": right}), document("a", {"X": left})])
    lines = str(caught.value).splitlines()
    assert lines[0].startswith("The documents disagree in ")
    assert any(line.startswith(f"  /components/schemas/X{below}: a has ") and ", b has " in line for line in lines)


def test_all_conflicts_are_told_at_once() -> None:
    left = {name: {"type": "string"} for name in "pqr"}
    right = {name: {"type": "integer"} for name in "pqr"}
    with pytest.raises(Conflict) as caught:
        merge([document("a", left), document("b", right)])
    assert str(caught.value) == (
        "The documents disagree in 3 place(s):\n"
        '  /components/schemas/p/type: a has "string", b has "integer"\n'
        '  /components/schemas/q/type: a has "string", b has "integer"\n'
        '  /components/schemas/r/type: a has "string", b has "integer"\n'
        "One of them may be older: fetch all of them again. If they describe different APIs, "
        "give them a provider each."
    )


def test_text_that_differs_is_kept_once_and_noted() -> None:
    spec, notes = merge(
        [
            document("a", {"K": {**KIND, "description": "old"}}),
            document("b", {"K": {**KIND, "description": "new"}}),
        ]
    )
    assert spec["components"]["schemas"]["K"]["description"] == "old"
    assert [note.key for note in notes] == ["text-differs /components/schemas/K/description"]


def test_a_property_called_description_is_no_text() -> None:
    one = {"properties": {"description": {"type": "string"}}}
    two = {"properties": {"description": {"type": "integer"}}}
    with pytest.raises(Conflict, match="/components/schemas/X/properties/description/type"):
        merge([document("a", {"X": one}), document("b", {"X": two})])


def test_what_a_cut_took_away_is_no_difference() -> None:
    cut = {"type": "string", "enum": ["CAT"]}
    with pytest.raises(Conflict):
        merge([document("a", {"Kind": cut}), document("b", {"Kind": KIND})])
    whole = schemas_of(
        document("a", {"Kind": cut}, cut="/components/schemas/Kind/enum/0"), document("b", {"Kind": KIND})
    )
    assert whole == {"Kind": KIND}


def test_a_component_cut_twice_and_whole_once_is_whole() -> None:
    cut = "/components/schemas/Kind/enum/0"
    short = {"type": "string", "enum": ["CAT"]}
    documents = [
        document("a", {"Kind": short}, cut=cut),
        document("b", {"Kind": KIND}),
        document("c", {"Kind": short}, cut=cut),
    ]
    assert schemas_of(*documents) == {"Kind": KIND}
    for options in ({}, {"keep_both": True}):
        assert schemas_of(documents[0], documents[1], **options) == {"Kind": KIND}
    with pytest.raises(Conflict):
        merge([documents[0], documents[1], document("c", {"Kind": {**KIND, "enum": ["CAT", "DOG", "COW"]}})])
