"""Lowering: any document ends in the dialect, the same one whatever the order of keys."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notations import shuffled
from ruamel.yaml import YAML

from generator.dialect import assert_dialect
from generator.lower import lower
from generator.lowerings import LOWERINGS

CASES = Path(__file__).parent / "cases" / "lowerings"
NAMES = ["A", "a", "B-b", "C c", "Any", "None", "Démo", "名前", "x" * 120, "", "A_", "3D", "__x", "batch:X"]
WIRES = [
    "id",
    "kind",
    "userId",
    "user_id",
    "__typename",
    "class",
    "self",
    "to_dict",
    "",
    "a b",
    "a-b",
    "+1",
    "-1",
    "名前",
    "list",
]
VALUES = [
    "a",
    "A",
    "a b",
    "a-b",
    "a★",
    "a☆",
    "",
    " ",
    "1",
    "None",
    "mro",
    1,
    2,
    1.5,
    -3,
    True,
    False,
    None,
    "x" * 200,
    "\ud800",
]


def pointer_text(name: str) -> str:
    return "#/components/schemas/" + name.replace("~", "~0").replace("/", "~1")


refs = st.sampled_from(NAMES).map(lambda name: {"$ref": pointer_text(name)})
docs = st.fixed_dictionaries({}, optional={
    "description": st.sampled_from(["Text.", "Other."]), "title": st.sampled_from(["Thing", "String"]), "nullable": st.booleans(),
    "default": st.sampled_from([None, 1, "a"]), "deprecated": st.just(True), "readOnly": st.just(True),
    "x-python-name": st.just("import os"), "x-alias": st.just(True), "example": st.just({"b": 1, "a": 2}),
})  # fmt: skip
scalars = st.one_of(
    st.fixed_dictionaries({"type": st.sampled_from(["string", "integer", "number", "boolean", "null", "file", 5])},
                          optional={"format": st.sampled_from(["date", "date-time", "uuid", "binary"]), "pattern": st.just("[")}),
    st.fixed_dictionaries({"enum": st.lists(st.sampled_from(VALUES), max_size=6)},
                          optional={"type": st.sampled_from(["string", "integer", "number", "boolean"]),
                                    "x-enum-varnames": st.lists(st.sampled_from(["X", "x", "Y", "1", "class"]), max_size=6)}),
    st.fixed_dictionaries({"const": st.sampled_from([*VALUES, [1], {"a": 1}])}),
    st.sampled_from([{}, True, False]),
    refs,
    st.fixed_dictionaries({"type": st.lists(st.sampled_from(["string", "integer", "number", "null", "object", "array"]), max_size=3)}),
)  # fmt: skip


def nested(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    members = st.lists(children, max_size=3)
    properties = st.dictionaries(st.sampled_from(WIRES), children, max_size=4)
    mark = st.fixed_dictionaries({"propertyName": st.sampled_from(["kind", "id", 5])}, optional={
        "mapping": st.dictionaries(st.sampled_from(["x", "y"]), st.sampled_from([*map(pointer_text, NAMES), "A", "nowhere", 5]))
    })  # fmt: skip
    parts = st.fixed_dictionaries({}, optional={
        "type": st.sampled_from(["object", "array", "string", ["object", "null"]]), "properties": properties,
        "required": st.lists(st.sampled_from([*WIRES, 3]), max_size=3), "items": children, "prefixItems": members,
        "additionalProperties": children, "allOf": members, "oneOf": members, "anyOf": members, "not": children,
        "patternProperties": properties, "discriminator": mark, "$ref": st.sampled_from([*map(pointer_text, NAMES), "#/paths/x", "y.yaml"]),
        "if": children, "unevaluatedProperties": children, "$defs": properties,
    })  # fmt: skip
    return st.builds(lambda a, b: {**a, **b}, parts, docs)


any_schema = st.recursive(
    st.builds(lambda a, b: {**a, **b} if isinstance(a, dict) else a, scalars, docs), nested, max_leaves=8
)
parameter = st.fixed_dictionaries(
    {"name": st.sampled_from([*WIRES, "Accept"]), "in": st.sampled_from(["path", "query", "header", "cookie", "body"])},
    optional={"schema": any_schema, "required": st.booleans(), "style": st.sampled_from(["form", "deepObject", "x"]),
              "content": st.just({"application/json": {"schema": {"type": "object", "properties": {"q": {"type": "string"}}}}})},
)  # fmt: skip
content = st.dictionaries(
    st.sampled_from(["application/json", "text/plain", "multipart/form-data", "*/*"]),
    st.fixed_dictionaries({"schema": any_schema}), max_size=2,
)  # fmt: skip
operation = st.fixed_dictionaries({
    "responses": st.dictionaries(st.sampled_from(["200", "4xx", "default", "2XX", "odd"]), st.fixed_dictionaries({}, optional={"content": content}), max_size=3),
}, optional={
    "operationId": st.sampled_from(["getA", "get_a", "GetA", "", "名"]), "parameters": st.lists(parameter, max_size=4),
    "requestBody": st.fixed_dictionaries({"content": content}), "security": st.just([{"key": []}, {"gone": []}]),
    "callbacks": st.just({"onEvent": {"{$url}": {"post": {"responses": {}}}}}),
})  # fmt: skip
documents = st.fixed_dictionaries({
    "openapi": st.sampled_from(["3.0.3", "3.1.0"]),
    "info": st.just({"title": "T", "version": "1"}),
    "paths": st.dictionaries(st.sampled_from(["/a/{id}", "/a/{id}/{userId}", "/b", "c"]),
                             st.dictionaries(st.sampled_from(["get", "post", "parameters"]), operation, max_size=2), max_size=3),
    "components": st.fixed_dictionaries({"schemas": st.dictionaries(st.sampled_from(NAMES), any_schema, max_size=6)}),
})  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(documents)
def test_any_document_ends_in_the_dialect_whatever_the_order_of_its_keys(spec: dict[str, Any]) -> None:
    before = json.dumps(spec)
    lowered, notes = lower(spec)
    assert assert_dialect(lowered) == []
    assert json.dumps(spec) == before, "the input is left as it was"
    again, others = lower(shuffled(spec, random.Random(5)))
    assert json.dumps(again) == json.dumps(lowered)
    assert others == notes


def cases(name: str) -> list[dict[str, Any]]:
    """The documents of a lowering's case file. `schema: true` means that they are schemas, of a component `X`."""
    text = (CASES / f"{name}.yaml").read_text(encoding="utf-8")
    return list(YAML(typ="safe", pure=True).load_all(text))


def document(case: dict[str, Any], part: Any) -> dict[str, Any]:
    return {"components": {"schemas": {"X": part}}} if case.get("schema") else part


def run(lowering: Any, spec: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    notes: list[Any] = []
    return lowering(spec, notes), sorted(f"{note.code} {note.where}" for note in notes)


by_lowering = pytest.mark.parametrize("lowering", dict.fromkeys(LOWERINGS), ids=lambda each: each.__name__)


@by_lowering
def test_a_lowering_rewrites_what_its_cases_show_and_then_nothing_more(lowering: Any) -> None:
    for case in cases(lowering.__name__):
        if "before" in case:
            before = document(case, case["before"])
            kept = copy.deepcopy(before)
            after, notes = run(lowering, before)
            assert after == document(case, case["after"]), case["prose"]
            assert notes == sorted(case.get("notes", [])), case["prose"]
            assert before == kept, "a lowering does not change its argument"
            if lowering.__name__ != "parameter_style":  # writes `x-content`, which it takes from no document
                assert run(lowering, after)[0] == after, case["prose"]


@by_lowering
def test_a_lowering_leaves_alone_what_is_plain(lowering: Any) -> None:
    for case in cases(lowering.__name__):
        if "unchanged" in case:
            unchanged = document(case, case["unchanged"])
            assert run(lowering, unchanged) == (unchanged, []), case["prose"]


def test_canonical_order_is_that_of_its_cases() -> None:
    lowering = next(each for each in LOWERINGS if each.__name__ == "canonical_order")
    for case in cases("canonical_order"):
        wanted = case.get("after", case.get("unchanged"))
        assert json.dumps(run(lowering, case.get("before", wanted))[0]) == json.dumps(wanted)
