"""The front end for rendered reference pages: golden numbers, tricky places, and other forms."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate
from reference_pages import LINES, PAGE, ROOT, bare, parse
from ruamel.yaml import YAML

from generator.errors import UnusableInput
from generator.reference_page import ReferenceDocument, looks_like_reference_page
from generator.reference_page.checks import Counts, count, near_twins
from generator.reference_page.page import read_page
from generator.spec.openapi import get, operations

CASES = sorted((Path(__file__).parent / "cases/reference").glob("*.yaml"))


@pytest.fixture(scope="module")
def document() -> ReferenceDocument:
    return parse(PAGE)


# The page


def test_the_golden_numbers_of_the_page() -> None:
    tree = read_page(PAGE)
    assert count(tree) == Counts(objects=309, literal_lists=213, operations=21, paths=15, shapes=51, enums=31)
    # No finding: all 309 objects satisfy count and names, all 213 lists their headers, no line is stray.
    assert tree.findings == []
    # No warning: all of them are in order, nothing is printed twice in two ways.
    assert tree.warnings == []
    assert near_twins(tree) == []


def test_every_line_of_the_page_is_accounted_for() -> None:
    tree = read_page(PAGE)
    assert (tree.lines, tree.blanks, tree.navigation) == (9407, 5229, 2)
    assert tree.lines + tree.blanks == len(LINES) == 14636


def test_the_document_is_valid_openapi_with_21_operations(document: ReferenceDocument) -> None:
    validate(document.data)
    assert [(at.key, at.operation["operationId"]) for at in operations(document.data)][:3] == [
        ("GET /models", "modelsList"),
        ("POST /models", "modelsCreate"),
        ("POST /models/get-bulk", "modelsGetBulk"),
    ]
    assert [tag["name"] for tag in document.data["tags"]] == [
        "Models", "Models Description", "Models Examples", "Models Train", "Models Training Images",
    ]  # fmt: skip
    assert len(list(operations(document.data))) == 21


def test_the_mangled_limits_are_dropped_and_noted_once(document: ReferenceDocument) -> None:
    assert [note.key for note in document.notes] == ["mangled-limit page#"]
    assert re.findall(r"line (\d+)", document.notes[0].what) == [
        "644", "1667", "2658", "3713", "4736", "5760", "6798", "13114", "14145",
    ]  # fmt: skip


def at_line(document: ReferenceDocument, line: int) -> Any:
    pointer = next(pointer for pointer, number in document.lines.items() if number == line)
    return bare(get(document.data, pointer))


EXCERPTS = YAML(typ="safe").load(Path(__file__).parent / "cases/reference_excerpts.yaml")


def owner(document: ReferenceDocument, pointer: str) -> int | None:
    """The line of the nearest declaration, response or operation around a node."""
    while pointer := pointer.rpartition("/")[0]:
        if pointer in document.lines:
            return document.lines[pointer]
    return None


@pytest.mark.parametrize("case", EXCERPTS, ids=lambda case: f"{case['lines']} {case['why']}")
def test_tricky_places_of_the_page(document: ReferenceDocument, case: dict[str, Any]) -> None:
    first, last = map(int, case["lines"].split("-"))
    pointers = {line: pointer for pointer, line in document.lines.items()}
    for line, expected in case["nodes"].items():
        assert first <= line <= last
        node = get(document.data, pointers[line])
        assert owner(document, pointers[line]) == expected["parent"], line
        assert bare(node) == expected.get("schema", bare(node)), line
        assert node.get("description") == expected.get("text", node.get("description")), line


def test_an_array_of_arrays_of_objects_keeps_both_levels(document: ReferenceDocument) -> None:
    items = at_line(document, 9318)
    assert (items["type"], items["items"]["type"], items["items"]["items"]["type"]) == ("array", "array", "object")
    assert list(items["items"]["items"]["properties"])[:3] == ["name", "type", "allowedValues"]
    assert len(items["items"]["items"]["properties"]) == 28


def test_prose_before_a_glued_heading_is_text_and_the_heading_is_not(document: ReferenceDocument) -> None:
    transfer = document.data["paths"]["/models/{modelId}/transfer"]["post"]["responses"]["200"]
    user = transfer["content"]["application/json"]["schema"]["properties"]["model"]["properties"]["userId"]
    assert user["description"] == "(Deprecated) The user ID (example: “user_VFhihHKMRZyDDnZAJwLb2Q”)"


def test_members_after_a_deep_child_belong_to_the_response(document: ReferenceDocument) -> None:
    train = document.data["paths"]["/models/{modelId}/train"]["put"]["responses"]["200"]
    schema = train["content"]["application/json"]["schema"]
    assert list(schema["properties"]) == ["job", "model", "creativeUnitsCost", "creativeUnitsDiscount"]
    assert schema["required"] == ["job", "model"]


def test_bullets_and_paragraphs_become_markdown(document: ReferenceDocument) -> None:
    pointer = next(pointer for pointer, number in document.lines.items() if number == 430)
    text = get(document.data, pointer)["description"].split("\n")
    assert (text[0], text[2], text[-1]) == (
        "Set of rules that describes when this input is required:",
        "- `always`: Input is always required",
        "By default, the input is not required.",
    )


def test_every_schema_has_its_line(document: ReferenceDocument) -> None:
    for pointer, line in document.lines.items():
        name = pointer.rpartition("/")[2]
        if pointer.rpartition("/")[0].endswith("properties"):
            assert LINES[line - 1].startswith(f"{name}: "), pointer


# Copies of the page


@pytest.mark.parametrize(
    "copy",
    [
        PAGE + "\n",
        "\ufeff" + PAGE,
        PAGE.replace("\n", "\r\n"),
        "\n".join(line + "  " for line in LINES),
        "\n".join(LINES[3:]),
        "\n".join(["Search", "Log in", "", "API Reference", "", *LINES]),
    ],
    ids=["newline", "byte order mark", "CRLF", "trailing spaces", "no navigation", "more navigation"],
)
def test_copies_of_the_page_read_the_same(document: ReferenceDocument, copy: str) -> None:
    assert parse(copy).data == document.data


def test_only_reference_pages_look_like_one() -> None:
    assert looks_like_reference_page(PAGE)
    assert looks_like_reference_page("Models\n\nList\nGET/models\nModelListResponse = unknown\n")
    for name in ("elements.1.txt", "models.txt", "image-generation.txt"):
        assert not looks_like_reference_page((ROOT / "specs/leonardo/source" / name).read_text(encoding="utf-8"))
    for text in ("", "GET/models", "a: string\nb: number", '{"openapi": "3.1.0"}', "List\nGET/models\n\nprose"):
        assert not looks_like_reference_page(text)


# Other pages of the engine, and what they say that cannot be read: the case files


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = YAML(typ="safe").load(path)
    if "after" in case:
        found = parse(case["before"])
        assert case["after"] == {key: found.data.get(key) for key in case["after"]}
        assert [f"{note.code} {note.what}" for note in found.notes] == case.get("notes", [])
        validate(found.data)
    for refused in case.get("refused", []):
        with pytest.raises(UnusableInput) as error:
            parse(refused["page"])
        listed = str(error.value).splitlines()[1:-1]
        assert [line.strip() for line in listed] == refused["findings"]


def test_lines_count_from_where_the_fragment_starts() -> None:
    with pytest.raises(UnusableInput, match="line 103: expected a type `ModelListResponse`"):
        parse("Models\n\nList\nGET/models\n", 100)
