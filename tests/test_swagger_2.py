"""Swagger 2.0 in the words of OpenAPI 3.0, by case files, and what holds for every document of it."""

from __future__ import annotations

import copy
import datetime
import json
import re
from pathlib import Path
from typing import Any

import openapi_spec_validator
import pytest
from as_swagger_2 import as_swagger_2
from mutations import damaged
from ruamel.yaml import YAML

from generator import pipeline
from generator.__main__ import main
from generator.build import plan_specs
from generator.drift import compare
from generator.output import files
from generator.provider import load_provider
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


@pytest.mark.parametrize("junk", [None, 7, "x", [], {}, [[]], {"$ref": []}])
@pytest.mark.parametrize("key", ["$ref", "in", "name", "schema", "type", "items", "collectionFormat", "required"])
def test_a_parameter_of_anything_is_read(key: str, junk: Any) -> None:
    parameters = [
        {"in": "body", "name": "a", "schema": {}, key: junk},
        {"in": "formData", "name": "b", "type": "file", key: junk},
    ]
    shared = {"A": parameters[0], "B": {"in": "query", "type": "array", "items": {"type": "array"}, key: junk}}
    operation = {"parameters": [*parameters, {"$ref": "#/parameters/A"}, {"$ref": "#/parameters/B"}], "consumes": junk}
    found = read({"swagger": "2.0", "parameters": shared, "paths": {"/x": {"post": operation}}})
    assert "/x" in found.data["paths"]


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


def spec_of(path: str) -> dict[str, Any]:
    return dict(load(ROOT.parent / path)[0])


BEARER = [("api-security-component-type-changed", "http", "apiKey")]


@pytest.mark.parametrize(
    ("path", "differences"),
    [
        ("specs/leonardo/openapi.yaml", BEARER), ("specs/scenario/openapi.yaml", BEARER),
        *((f"tests/render/{name}/spec.yaml", []) for name in ("composition", "enums", "maps", "nullable", "recursive", "unions")),
    ],
)  # fmt: skip
def test_a_document_and_its_2_0_differ_in_nothing_that_2_0_can_say(path: str, differences: list[Any]) -> None:
    spec = spec_of(path)
    changes = compare(spec, read(as_swagger_2(spec)).data, today=datetime.date(2026, 1, 1))
    assert [(change.id, change.old, change.new) for change in changes] == differences


@pytest.mark.parametrize("layers", ["wire", "wire,surface"])
def test_drift_between_a_document_and_its_2_0_finds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], layers: str
) -> None:
    spec = spec_of("tests/render/nullable/spec.yaml")
    old, new = tmp_path / "api.json", tmp_path / "api2.json"
    old.write_text(json.dumps(spec))
    new.write_text(json.dumps(as_swagger_2(spec)))
    assert main(["drift", str(new), str(old), "--layers", layers]) == 0
    assert "verdict: none" in capsys.readouterr().out


def test_the_address_that_converters_write_without_a_scheme_is_the_same() -> None:
    paths = {"/x": {"get": {"responses": {"204": {"description": ""}}}}}
    older = read({"swagger": "2.0", "host": "a.example.com", "basePath": "/v1", "paths": paths}).data
    converted = {"openapi": "3.0.0", "servers": [{"url": "//a.example.com/v1"}], "paths": paths}
    assert compare(older, converted, today=datetime.date(2026, 1, 1)) == []


def test_drift_points_into_a_document_of_2_0_as_it_was_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = """swagger: "2.0"
info: {title: t, version: "1"}
definitions:
  A:
    type: object
    properties:
      a: {type: string}
      b: {type: integer}
paths:
  /x:
    get:
      responses:
        "200":
          description: ok
          schema:
            $ref: "#/definitions/A"
    post:
      parameters:
      - in: body
        name: b
        schema:
          type: object
          properties:
            c: {type: string}
      responses: {"204": {description: ok}}
"""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(text)
    new.write_text(
        text.replace("b: {type: integer}", "b: {type: string}").replace("c: {type: string}", "c: {type: integer}")
    )
    main(["drift", str(old), str(new), "--layers", "wire", "--format", "github"])
    lines = re.findall(r"line=(\d+)", capsys.readouterr().out)
    assert lines == ["8", "24"]


PARTS = {
    "a.yaml": """swagger: "2.0"
info: {title: A, version: "1"}
host: a.example.com
definitions:
  T: {type: object, properties: {x: {type: string}}}
  S: {type: object, properties: {b: {$ref: "b.yaml#/definitions/B"}, t: {$ref: "b.yaml#/definitions/T"}}}
paths:
  /t: {get: {responses: {200: {description: ok, schema: {$ref: "#/definitions/T"}}}}}
  /s: {get: {responses: {200: {description: ok, schema: {$ref: "#/definitions/S"}}}}}
""",
    "b.yaml": """swagger: "2.0"
info: {title: B, version: "1"}
host: b.example.com
definitions:
  T: {type: object, properties: {y: {type: integer, x-nullable: true}}}
  B: {type: object, properties: {t: {$ref: "#/definitions/T"}}}
paths: {/b: {get: {responses: {200: {description: ok, schema: {$ref: "#/definitions/B"}}}}}}
""",
    "c.yaml": """openapi: 3.1.0
info: {title: C, version: "1"}
servers: [{url: https://c.example.com}]
paths: {/c: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "b.yaml#/definitions/B"}}}}}}}}
""",
}


def test_documents_of_2_0_and_of_3_1_become_one_and_refer_to_each_other(tmp_path: Path) -> None:
    for name, text in PARTS.items():
        (tmp_path / name).write_text(text)
    planned = plan_specs([tmp_path / name for name in PARTS], "parts_client", pipeline.Progress())
    spec = planned.described.spec
    assert spec["openapi"] == "3.1.0"
    assert {path: item.get("servers", item["get"].get("servers", spec.get("servers")))[0]["url"] for path, item in spec["paths"].items()} == {
        "/b": "https://b.example.com", "/c": "https://c.example.com", "/s": "https://a.example.com",
        "/t": "https://a.example.com",
    }  # fmt: skip
    schemas = spec["components"]["schemas"]
    assert list(schemas) == ["B", "S", "T", "T_b", "T_b-2"]
    nullable = {"type": "object", "properties": {"y": {"type": ["integer", "null"]}}}
    own = schemas["S"]["properties"]
    assert own["b"] == {"$ref": "#/components/schemas/B"}
    assert schemas[own["t"]["$ref"].rpartition("/")[2]] == nullable
    assert schemas["T"] == {"type": "object", "properties": {"x": {"type": "string"}}}
    assert schemas[schemas["B"]["properties"]["t"]["$ref"].rpartition("/")[2]] == nullable


def test_a_provider_whose_page_is_of_2_0_gets_the_package_it_has(tmp_path: Path) -> None:
    """The page of the elements, which two witnesses have whole together, said in 2.0: everything else stays."""
    folder = ROOT.parent / "specs" / "leonardo"
    pages = pipeline.pages_of(load_provider(folder))
    elements = next(
        document for document in pipeline.read_documents(pages, pipeline.Progress()) if document.name == "elements"
    )
    source = tmp_path / "source"
    source.mkdir()
    for name in ("models", "image-generation"):
        (page,) = pages[name]
        (source / f"{name}.txt").write_text(page.text, encoding="utf-8", newline="")
    schemes = elements.data["components"]["securitySchemes"]
    older = {**as_swagger_2(elements.data), "securityDefinitions": schemes}
    (source / "elements.json").write_text(json.dumps(older))
    out = tmp_path / "out"
    assert main(["build", "leonardo", "--source", str(source), "--out", str(out)]) == 0
    built, committed = files(out / "leonardo_client"), files(ROOT.parent / "generated" / "leonardo" / "leonardo_client")
    assert built == committed
