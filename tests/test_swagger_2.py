"""Swagger 2.0 in the words of OpenAPI 3.0, by case files, and what holds for every document of it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import openapi_spec_validator
import pytest
from mutations import damaged
from ruamel.yaml import YAML

from generator.swagger import VERSION, is_swagger_2, read_as_3_0
from generator.values import Document, Note

ROOT = Path(__file__).parent
FILES = sorted((ROOT / "cases" / "swagger").glob("*.yaml"))


def load(path: Path) -> list[dict[str, Any]]:
    return list(YAML(typ="safe", pure=True).load_all(path.read_text(encoding="utf-8")))


def read(data: dict[str, Any], *notes: Note) -> Document:
    return read_as_3_0(Document("case", data, notes))


CASES = [pytest.param(case, id=f"{path.stem}-{index}") for path in FILES for index, case in enumerate(load(path))]
WHOLE = load(ROOT / "render" / "swagger" / "spec.yaml")[0]


@pytest.mark.parametrize("case", CASES)
def test_each_part_is_said_as_its_case_shows_and_the_document_stays_as_it_was(case: dict[str, Any]) -> None:
    before = {"swagger": "2.0", **case["before"]}
    kept = copy.deepcopy(before)
    found = read(before)
    assert found.data == {"openapi": VERSION, **case["after"]}
    assert [note.key for note in found.notes] == case.get("notes", [])
    assert before == kept


def test_the_result_is_a_valid_document_of_one_record() -> None:
    del (data := read(WHOLE).data)["paths"]["/other"]
    openapi_spec_validator.validate(data)
    assert [(note.code, note.what) for note in read(WHOLE).repairs] == [
        ("swagger-2", f"Swagger 2.0, read as OpenAPI {VERSION}")
    ]


@pytest.mark.parametrize(
    ("fields", "is_2"),
    [
        ({"swagger": "2.0"}, True), ({"swagger": 2.0}, True), ({"swagger": 2}, True), ({"swagger": " v2.0.0 "}, True),
        ({"openapi": "2.0"}, True), ({"swagger": "two"}, True), ({"swagger": None}, True),
        ({"openapi": "3.0.0", "swagger": "2.0"}, False), ({"swagger": "1.2"}, False), ({"swagger": "3.0.1"}, False),
        ({"openapi": "3.1.0"}, False), ({}, False),
    ],
)  # fmt: skip
def test_a_document_is_swagger_2_by_what_it_says(fields: dict[str, Any], is_2: bool) -> None:
    assert is_swagger_2(fields) == is_2
    document = Document("case", {**fields, "paths": {}})
    assert (read_as_3_0(document) is document) == (not is_2)


def test_what_was_cut_is_named_where_it_stands_now() -> None:
    cut = [
        Note("repair", "document-cut", f"case#{pointer}", "cut")
        for pointer in ("/definitions/A/properties", "/paths/~1x/get/responses/200/schema/items", "/info", "")
    ]
    data = {"swagger": "2.0", "definitions": {"A": {}}, "produces": ["text/plain"]}
    paths = {"/x": {"get": {"responses": {"200": {"description": "", "schema": {"type": "array"}}}}}}
    assert [note.where for note in read({**data, "paths": paths}, *cut).notes] == [
        "case#/components/schemas/A/properties",
        "case#/paths/~1x/get/responses/200/content/text~1plain/schema/items",
        "case#/info",
        "case#",
    ]


@pytest.mark.parametrize("seed", range(60))
def test_no_damage_makes_it_fail(seed: int) -> None:
    spec = damaged(copy.deepcopy(WHOLE), seed, 1 + seed % 20)
    if isinstance(spec, dict) and is_swagger_2(spec):
        found = read(spec)
        assert not is_swagger_2(found.data)
        assert json.loads(json.dumps(found.data)) == found.data
