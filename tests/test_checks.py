"""Each check proved by its case file, there and back, wherever a schema can stand."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.drift import compare
from generator.drift.catalogue import TABLE
from generator.drift.mirrors import mirrors, waiver
from generator.drift.walk import Walk

TODAY = datetime.date(2026, 1, 1)
FOLDER = Path(__file__).parent / "cases" / "checks"
COMPONENTS = {"schemas": {"A": {"type": "object", "maxProperties": 1}, "B": {"type": "object", "maxProperties": 2}}}

Spec = dict[str, Any]
Found = set[tuple[str, str]]
"""(id, level) of each change."""


def document(operation: Spec, **extra: Any) -> Spec:
    return {"openapi": "3.1.0", "paths": {"/things": {"post": operation}}, "components": COMPONENTS, **extra}


def content(direction: str, schema: Any, media: str = "application/json") -> Spec:
    body = {"content": {media: {"schema": schema}}}
    return document({"requestBody": body} if direction == "request" else {"responses": {"200": body}})


def holder(schema: Any, **more: Any) -> Spec:
    return {"type": "object", "properties": {"p": {**schema, **more}}}


def query(schema: Any, **more: Any) -> Spec:
    return document({"parameters": [{"name": "q", "in": "query", "schema": schema, **more}]})


MOUNTS: dict[str, dict[str, Callable[[Any], Spec]]] = {
    "body": {
        "request-body": lambda schema: content("request", schema),
        "response-body": lambda schema: content("response", schema),
    },
    "property": {
        "request-property": lambda schema: content("request", holder(schema)),
        "response-property": lambda schema: content("response", holder(schema)),
    },
    "parameter": {"request-parameter": query},
    "silent": {
        "request-read-only-property": lambda schema: content("request", holder(schema, readOnly=True)),
        "response-write-only-property": lambda schema: content("response", holder(schema, writeOnly=True)),
    },
    "text": {
        "request-body": lambda schema: content("request", schema, "text/plain"),
        "response-body": lambda schema: content("response", schema, "text/plain"),
    },
    "form": {
        start: lambda schema, start=start, extra=extra: content(
            start.partition("-")[0], holder(schema, **extra), "application/x-www-form-urlencoded"
        )
        for start, extra in (
            ("request-property", {}), ("response-property", {}),
            ("request-read-only-property", {"readOnly": True}), ("response-write-only-property", {"writeOnly": True}),
        )
    },
    "xml": {
        "request-read-only-property": lambda schema: content(
            "request", holder(schema, readOnly=True), "application/xml"
        ),
        "response-write-only-property": lambda schema: content(
            "response", holder(schema, writeOnly=True), "application/xml"
        ),
        "request-body": lambda schema: content("request", schema, "application/xml"),
        "request-property": lambda schema: content("request", holder(schema), "application/xml"),
        "response-body": lambda schema: content("response", schema, "application/xml"),
        "response-property": lambda schema: content("response", holder(schema), "application/xml"),
    },
}  # fmt: skip
"""Where a schema can stand, by the beginning of the ids that are told of it there."""


@cache
def cases() -> dict[str, dict[str, Any]]:
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, case in enumerate(YAML(typ="safe", pure=True).load_all(path)):
            found[f"{path.stem}-{number}"] = case
    return found


def expected(case: dict[str, Any], way: str, start: str) -> Found:
    """What a case says of a schema that stands where the ids begin with `start`."""
    direction = start.partition("-")[0]
    said = case.get("parameter", case)[way] if start == "request-parameter" else case[way]
    found = set()
    for line in said[direction] if isinstance(said, dict) else said:
        what, *levels = line.split()
        level = levels[-1] if direction == "response" else levels[0]
        name = f"{start}-{what}"
        silent = start.endswith("-only-property")
        found.add((case.get("ids", {}).get(name, name), "info" if silent else level))
    return found


def told(old: Spec, new: Spec, case: dict[str, Any]) -> Found:
    days = case.get("deprecation_days", 0)
    changes = compare(old, new, profile="wire", today=TODAY, deprecation_days=days)
    return {(change.id, change.level) for change in changes}


@cache
def seen() -> dict[str, list[tuple[str, Found, Found, Found, Found]]]:
    """By case, each place: what is expected and found there, and on the way back."""
    found: dict[str, list[tuple[str, Found, Found, Found, Found]]] = {}
    for name, case in cases().items():
        places = found[name] = []
        for start, old, new in sides(case):
            wanted = [
                {tuple(line.rsplit(" ", 1)) for line in case[way]} if not start else expected(case, way, start)
                for way in ("there", "back")
            ]
            places.append((start, wanted[0], told(old, new, case), wanted[1], told(new, old, case)))  # type: ignore[arg-type]
    return found


def sides(case: dict[str, Any]) -> Iterator[tuple[str, Spec, Spec]]:
    """The documents of a case, with the beginning of the ids; none for a case that is of whole documents."""
    if case.get("of"):
        kinds: dict[str, Callable[[Any], Spec]] = {
            "operation": document,
            "document": lambda part: {"openapi": "3.1.0", "paths": {}, **part},
        }
        yield "", kinds[case["of"]](case["before"]), kinds[case["of"]](case["after"])
        return
    for kind in case.get("mounts", ("body", "property", "parameter", "silent")):
        for start, mount in MOUNTS[kind].items():
            yield start, mount(case["before"]), mount(case["after"])


@pytest.mark.parametrize("name", list(cases()))
def test_a_case_is_told_there_and_back(name: str) -> None:
    assert cases()[name]["prose"].strip()
    for start, wanted, found, wanted_back, found_back in seen()[name]:
        assert (start, found) == (start, wanted)
        assert (start, found_back) == (start, wanted_back)


@pytest.mark.parametrize("name", list(cases()))
def test_a_case_against_itself_is_no_change(name: str) -> None:
    for _, old, new in sides(cases()[name]):
        for one in (old, new):
            assert compare(one, copy.deepcopy(one), today=TODAY) == []


def test_every_id_of_the_table_has_a_case() -> None:
    told_ids = {name for places in seen().values() for place in places for found in place[2::2] for name, _ in found}
    assert sorted(TABLE.keys() - told_ids) == []


def test_what_comes_back_mirrors_what_went_or_is_waived() -> None:
    """For each id some case finds, on the way back, one that `mirrors` names; else a written waiver says why not."""
    mirrored = set()
    for places in seen().values():
        for _, _, there, _, back in places:
            for one, others in ((there, back), (back, there)):
                names = {name for name, _ in others}
                mirrored |= {name for name, _ in one if names & set(mirrors(name))}
    assert sorted(name for name in TABLE if name not in mirrored and waiver(name) is None) == []


def header(schema: Any) -> Spec:
    return document({"responses": {"200": {"headers": {"X-A": {"schema": schema}}}}})


EVERYWHERE: tuple[Callable[[Any], Spec], ...] = (
    *(mount for kind in MOUNTS.values() for mount in kind.values()),
    lambda schema: query(holder(schema)),
    lambda schema: query({"type": "array", "items": schema}, required=True),
    lambda schema: query(holder(schema), **{"in": "header"}),
    lambda schema: query(schema, **{"in": "header"}),
    header,
    lambda schema: header(holder(schema)),
    lambda schema: header({"type": "array", "items": holder(schema)}),
)


@pytest.mark.parametrize("name", [name for name, case in cases().items() if "of" not in case])
def test_every_change_that_the_walk_finds_is_in_the_table(name: str) -> None:
    """One that is not would be lost without a word."""
    case = cases()[name]
    for mount in EVERYWHERE:
        old, new = mount(case["before"]), mount(case["after"])
        for one in (Walk(old, new, TODAY, 0), Walk(new, old, TODAY, 30)):
            assert [found.id for found in one.found() if found.id not in TABLE] == []
