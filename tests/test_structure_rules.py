"""Where schemas stand and what they are called: hoisting, sharing, names, and that upstream cannot move them."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from leonardo_documents import FOLDER, overlaid, read_documents
from notations import shuffled

from generator.dialect import assert_dialect
from generator.lower import lower
from generator.naming.shapes import component_of
from generator.normalise import normalise
from generator.provider import load_provider
from generator.spec.openapi import get, references
from generator.spec.schemas import schemas

PREFIX = "#/components/schemas/"


@cache
def published() -> tuple[dict[str, Any], dict[str, str]]:
    """The real documents up to the overlay, and the reviewed table."""
    return overlaid(read_documents()).spec, dict(load_provider(FOLDER).names)


def package_input(spec: dict[str, Any], names: dict[str, str]) -> str:
    """All that the renderer is given, as text."""
    lowered, notes = lower(normalise(spec, names).spec)
    assert assert_dialect(lowered) == []
    assert notes == []
    return json.dumps(lowered, indent=1)


def pruned(spec: dict[str, Any]) -> dict[str, Any]:
    spec = copy.deepcopy(spec)
    while True:
        text = json.dumps(spec)
        gone = [
            name
            for name in spec["components"]["schemas"]
            if f'{PREFIX}{name}"' not in text and f"{PREFIX}{name}/" not in text
        ]
        if not gone:
            return spec
        for name in gone:
            del spec["components"]["schemas"][name]


def renamed(spec: dict[str, Any]) -> dict[str, Any]:
    """Each component under another name, all references following."""
    names = {name: f"upstream_{index}_{name[::-1]}" for index, name in enumerate(spec["components"]["schemas"])}
    spec = copy.deepcopy(spec)
    for pointer, ref in list(references(spec)):
        if not ref.startswith(PREFIX):
            continue
        name, _, rest = ref.removeprefix(PREFIX).partition("/")
        get(spec, pointer)["$ref"] = PREFIX + names[name] + (f"/{rest}" if rest else "")
    spec["components"]["schemas"] = {names[name]: schema for name, schema in spec["components"]["schemas"].items()}
    return spec


def hoisted(spec: dict[str, Any], seed: int) -> dict[str, Any]:
    """Some inline schemas of any kind moved into components of their own."""
    spec = copy.deepcopy(spec)
    chance = random.Random(seed)
    spots = [
        at
        for at in schemas(spec)
        if at.pointer.startswith("/paths") and isinstance(at.schema, dict) and "$ref" not in at.schema
    ]
    for index, at in enumerate(sorted(spots, key=lambda at: -len(at.pointer))):
        if chance.random() < 0.2:
            moved = dict(at.schema)
            at.schema.clear()
            at.schema["$ref"] = f"{PREFIX}hoisted_{index}"
            spec["components"]["schemas"][f"hoisted_{index}"] = moved
    return spec


def inlined(spec: dict[str, Any], seed: int) -> dict[str, Any]:
    """Some references replaced by what they lead to."""
    spec = copy.deepcopy(spec)
    chance = random.Random(seed)
    for at in list(schemas(spec)):
        if at.pointer.startswith("/paths") and component_of(at.schema) is not None and chance.random() < 0.4:
            target = copy.deepcopy(spec["components"]["schemas"][component_of(at.schema)])
            del at.schema["$ref"]
            for key, value in target.items():
                at.schema.setdefault(key, value)
    return spec


UPSTREAM: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "keys are reordered": lambda spec: shuffled(spec, random.Random(7)),
    "unused components are pruned": pruned,
    "components are renamed": renamed,
    "inline schemas are hoisted": lambda spec: hoisted(spec, 1),
    "other inline schemas are hoisted": lambda spec: hoisted(spec, 2),
    "components are inlined": lambda spec: inlined(spec, 3),
    "other components are inlined": lambda spec: inlined(spec, 4),
    "all of it at once": lambda spec: shuffled(pruned(renamed(hoisted(inlined(spec, 5), 6))), random.Random(7)),
}


@pytest.mark.parametrize("change", UPSTREAM)
def test_package_is_the_same_when(change: str) -> None:
    """Changes of form upstream do not reach the package."""
    spec, names = published()
    assert package_input(UPSTREAM[change](spec), names).split("\n") == package_input(spec, names).split("\n")


def test_table_names_every_class_of_the_real_package() -> None:
    """Nothing in the Leonardo package is named by a machine, and no entry of the table is stale."""
    spec, names = published()
    normal = normalise(spec, names)
    lowered, _ = lower(normal.spec)
    assert set(lowered["components"]["schemas"]) == set(names)
    assert [note for note in normal.notes if note.code == "name-stale"] == []


def test_second_run_of_the_structure_rules_finds_nothing() -> None:
    """The normalised document is a fixed point."""
    spec, names = published()
    once = normalise(spec, names)
    assert normalise(once.spec, names).applied == ()
