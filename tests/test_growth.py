"""Large documents of one construct: the work of rules and lowerings grows as the document does, not faster."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from generator.lowerings.telling_values import telling_values
from generator.rules.definitions_at_top import definitions_at_top
from generator.rules.path_variable_unusual import path_variable_unusual
from generator.swagger import read_as_3_0
from generator.values import Document

HANG = 30
"""Seconds of processor time that no document may take; these took 42 and 61."""


def _ref(section: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/{section}/{name}"}


def definitions_that_differ_at_the_end_of_a_chain(size: int) -> None:
    def chain(section: str, kind: str) -> dict[str, Any]:
        links = {f"C{each}": {"items": _ref(section, f"C{each + 1}")} for each in range(size)}
        return {**links, f"C{size}": {"type": kind}}

    own = chain("components/schemas", "string")
    list(definitions_at_top({"components": {"schemas": own}, "definitions": chain("definitions", "integer")}))


def a_union_of_many_members_with_enums(size: int) -> None:
    schemas: dict[str, Any] = {
        f"E{each}": {"type": "string", "enum": [f"v{n}" for n in range(5)]} for each in range(10)
    }
    enums = {name: _ref("components/schemas", name) for name in schemas}
    members = {f"M{each}": {"type": "object", "properties": enums} for each in range(size)}
    union = {"oneOf": [_ref("components/schemas", name) for name in members]}
    unions = {f"U{each}": {"x-alias": True, **union} for each in range(3)}
    telling_values({"components": {"schemas": {**schemas, **members, **unions}}}, [])


def a_shared_body_for_each_operation(size: int) -> None:
    names = [f"P{each}" for each in range(size)]
    post = {name: {"parameters": [_ref("parameters", name)], "responses": {}} for name in names}
    paths = {f"/{name}": {"post": operation} for name, operation in post.items()}
    bodies = {name: {"in": "body", "name": "b", "schema": {"type": "object"}} for name in names}
    read_as_3_0(Document("large", {"swagger": "2.0", "paths": paths, "parameters": bodies}))


def steps(work: Callable[[int], None], size: int) -> int:
    """The calls and lines of Python that a piece of work takes: the same on every machine."""
    found = 0

    def count(*_: Any) -> Any:
        nonlocal found
        found += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work(size)
    finally:
        sys.settrace(before)
    return found


@pytest.mark.parametrize(
    "work",
    [
        definitions_that_differ_at_the_end_of_a_chain,
        a_union_of_many_members_with_enums,
        a_shared_body_for_each_operation,
    ],
)
def test_twice_the_document_is_twice_the_work(work: Callable[[int], None]) -> None:
    assert steps(work, 200) < 2.5 * steps(work, 100)


@pytest.mark.parametrize("path", ["/(?P<a>" + "[" * 60_000, "/(?P<a>" + r"\[" * 60_000 + ")"])
def test_a_path_of_brackets_is_read_without_hanging(path: str) -> None:
    start = time.process_time()
    list(path_variable_unusual({"paths": {path: {}}}))
    assert time.process_time() - start < HANG
