"""Values against schemas, as far as the rules judge them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi_schema_validator import OAS30Validator, oas30_format_checker

from generator.spec.instances import as_type, fits, same
from generator.spec.patterns import ecma, matches

SCHEMAS: list[dict[str, Any]] = [
    {"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "boolean"}, {"type": "object"},
    {"type": "array", "items": {"type": "integer"}}, {"type": "array", "items": {}, "uniqueItems": True},
    {"type": "string", "nullable": True}, {"type": "string", "enum": ["a", "b"]}, {"enum": [1, "a"]},
    {"type": "string", "minLength": 2, "maxLength": 3}, {"type": "string", "pattern": "^a"},
    {"type": "integer", "minimum": 1, "exclusiveMinimum": True, "maximum": 3}, {"type": "number", "multipleOf": 0.5},
    {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}, "additionalProperties": False},
    {"type": "object", "additionalProperties": {"type": "string"}, "maxProperties": 1},
    {"allOf": [{"type": "integer"}, {"minimum": 2}]}, {"anyOf": [{"type": "integer"}, {"type": "string"}]},
    {"oneOf": [{"type": "integer"}, {"type": "number"}]}, {"type": "string", "format": "date"},
    {"type": "string", "format": "uuid"}, {"type": "array", "items": {}, "minItems": 1, "maxItems": 2},
    {"type": "integer", "format": "int32"},
]  # fmt: skip
# 1.0 is left out: an integer to OpenAPI 3.1 (JSON Schema 2020-12), none to the validator of 3.0.
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 5) | st.sampled_from([0.5, 1.25, 2**40]) | st.sampled_from(
        ["", "a", "b", "ab", "abcd", "2024-01-31", "2024-13-01", "b24e16ff-06e3-43eb-8d33-4416c2d75876"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
@given(value=VALUES)
def test_a_value_fits_where_the_validator_says_so(schema: dict[str, Any], value: Any) -> None:
    validator = OAS30Validator(schema, format_checker=oas30_format_checker)
    assert fits(value, schema, {}) == validator.is_valid(value)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [(10**400, 3, True), (5, 1e-320, True), (0, 10**400, True), (0.3, 0.1, True), (4, 3, False)],
    ids=["a number beyond floats", "a step below them", "zero", "close enough", "none"],
)  # fmt: skip
def test_a_number_is_no_multiple_where_floats_can_tell(value: Any, step: Any, expected: bool) -> None:
    assert fits(value, {"multipleOf": step}, {}) is expected


def test_references_are_followed_and_circles_are_not() -> None:
    spec = {"components": {"schemas": {"A": {"type": "array", "items": {"$ref": "#/components/schemas/A"}}}}}
    loop = {"$ref": "#/components/schemas/A"}
    assert fits([[[]]], loop, spec)
    assert not fits([[1]], loop, spec)
    assert fits(1, {"$ref": "#/nothing"}, spec)
    assert fits(1, {"allOf": [{"$ref": "#/x"}]}, {"x": {"allOf": [{"$ref": "#/x"}]}})


@pytest.mark.parametrize(
    ("value", "name", "meant"),
    [("10", "integer", 10), ("1.5", "number", 1.5), ("10.0", "integer", 10), (5, "string", "5"), (True, "string", "true"),
     ("TRUE", "boolean", True), (1.5, "string", "1.5")],
)  # fmt: skip
def test_a_value_is_written_in_another_type_where_that_loses_nothing(value: Any, name: str, meant: Any) -> None:
    assert same(as_type(value, name), meant)


@pytest.mark.parametrize(
    ("value", "name"),
    [("1.5", "integer"), ("ten", "number"), ("1e5", "integer"), ("", "boolean"), (1, "boolean"), ([], "string"), (None, "string"),
     ("0x1", "integer"), ("9" * 40, "integer")],
)  # fmt: skip
def test_a_value_that_would_lose_something_is_not_written(value: Any, name: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        as_type(value, name)


def test_patterns_are_those_of_ecma_262() -> None:
    assert ecma(r"^\p{L}+$") is not None
    assert ecma(r"(?<year>\d{4})") is not None
    assert ecma(r"(?i)a") is None
    assert ecma("[0-9]{*}") is None
    assert ecma("\ud800[") is None
    assert matches(r"^\p{Lu}", "Ä")
    assert not matches("^[a-z]+$", "A")


def test_a_pattern_that_backtracks_without_end_is_decided_at_once() -> None:
    """A vendor's pattern for URLs, against a text that it does not match."""
    assert not matches(
        r"^(https?:\/\/)?([\da-z\.-]+)\.([a-z\.]{2,6})([\/\w \.-]*)*\/?$", "http://a.example/" + "x" * 60 + "!"
    )
    assert matches(r"^(?=.*[a-z])a$", "what only backtracking decides is left open")


def test_equality_is_that_of_json() -> None:
    assert same(1, 1.0)
    assert same({"a": [1.0]}, {"a": [1]})
    assert not same(1, True)
    assert not same("1", 1)
