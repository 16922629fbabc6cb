"""Large documents of one construct: no rule and no lowering takes longer than in proportion."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from generator.lowerings.telling_values import telling_values
from generator.rules.definitions_at_top import definitions_at_top
from generator.rules.path_variable_unusual import path_variable_unusual
from generator.swagger import read_as_3_0
from generator.values import Document, Spec

SECONDS = 3
"""Of processor time; each takes some tenths of one, and took from six to sixty."""


def _ref(section: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/{section}/{name}"}


def definitions_that_differ_at_the_end_of_a_chain() -> list[Any]:
    def chain(section: str, kind: str) -> dict[str, Any]:
        return {f"C{each}": {"items": _ref(section, f"C{each + 1}")} for each in range(1500)} | {
            "C1500": {"type": kind}
        }

    own = chain("components/schemas", "string")
    return list(definitions_at_top({"components": {"schemas": own}, "definitions": chain("definitions", "integer")}))


def a_union_of_many_members_with_enums() -> Spec:
    schemas: dict[str, Any] = {
        f"E{each}": {"type": "string", "enum": [f"v{n}" for n in range(50)]} for each in range(10)
    }
    enums = {name: _ref("components/schemas", name) for name in schemas}
    members = {f"M{each}": {"type": "object", "properties": enums} for each in range(500)}
    union = {"oneOf": [_ref("components/schemas", name) for name in members]}
    unions = {f"U{each}": {"x-alias": True, **union} for each in range(20)}
    return telling_values({"components": {"schemas": {**schemas, **members, **unions}}}, [])


def a_shared_body_for_each_operation() -> Document:
    names = [f"P{each}" for each in range(3200)]
    post = {name: {"parameters": [_ref("parameters", name)], "responses": {}} for name in names}
    paths = {f"/{name}": {"post": operation} for name, operation in post.items()}
    bodies = {name: {"in": "body", "name": "b", "schema": {"type": "object"}} for name in names}
    return read_as_3_0(Document("large", {"swagger": "2.0", "paths": paths, "parameters": bodies}))


def classes_that_never_end_in_a_path() -> list[Any]:
    return list(path_variable_unusual({"paths": {"/(?P<a>" + "[" * 30_000: {}}}))


def escaped_brackets_in_a_path() -> list[Any]:
    return list(path_variable_unusual({"paths": {"/(?P<a>" + r"\[" * 30_000 + ")": {}}}))


@pytest.mark.parametrize(
    "work",
    [
        definitions_that_differ_at_the_end_of_a_chain,
        a_union_of_many_members_with_enums,
        a_shared_body_for_each_operation,
        classes_that_never_end_in_a_path,
        escaped_brackets_in_a_path,
    ],
)
def test_it_is_done_in_time(work: Callable[[], Any]) -> None:
    start = time.process_time()
    work()
    assert time.process_time() - start < SECONDS
