"""The front end for rendered reference pages: golden numbers, tricky places, other forms, and damage."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate
from ruamel.yaml import YAML

from generator.errors import UnusableInput
from generator.reference_page import ReferenceDocument, looks_like_reference_page, parse_reference_page
from generator.reference_page.checks import Counts, count, near_twins
from generator.reference_page.findings import Finding
from generator.reference_page.page import read_page
from generator.reference_page.to_openapi import to_openapi
from generator.spec.openapi import get, operations
from generator.values import Fragment, Page

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "specs/scenario/source/models.txt").read_text(encoding="utf-8")
LINES = PAGE.split("\n")
CASES = sorted((Path(__file__).parent / "cases/reference").glob("*.yaml"))


def parse(text: str, line: int = 1) -> ReferenceDocument:
    return parse_reference_page(Fragment(Page("page.txt", text, "0"), "reference", text, line), "page")


@pytest.fixture(scope="module")
def document() -> ReferenceDocument:
    return parse(PAGE)


def bare(node: Any) -> Any:
    """A schema without its texts."""
    if isinstance(node, dict):
        return {
            key: bare(value)
            for key, value in node.items()
            if not (key in ("description", "summary") and isinstance(value, str))
        }
    return [bare(item) for item in node] if isinstance(node, list) else node


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


def test_all_damaged_responses_are_reported_at_once() -> None:
    lines = list(LINES)
    for number in (6173, 7212, 14563):
        lines[number - 1] = lines[number - 1].replace(" }", ", more }")
    with pytest.raises(UnusableInput) as error:
        parse("\n".join(lines))
    assert re.findall(r"^  lines? (\d+)", str(error.value), re.MULTILINE) == ["6173", "7212", "14563"]


def test_lines_count_from_where_the_fragment_starts() -> None:
    with pytest.raises(UnusableInput, match="line 103: expected a type `ModelListResponse`"):
        parse("Models\n\nList\nGET/models\n", 100)


@pytest.mark.parametrize(
    "line",
    [
        "a: " + "array of " * 5000 + "string",
        "a: " + "map[" * 5000 + "string" + "]" * 5000,
        "a: " + " or ".join(["string"] * 5000),
        "a: " + "object { a }" * 2000,
        "a: object { " + ", ".join(f"n{i}" for i in range(5000)) + " }",
        "a: object { b, 99999999999999999999 more }",
        "minimum" + "9" * 5000,
        '"' * 3001,
        "\x00\x01",
    ],
    ids=range(9),
)
def test_hostile_lines_are_refused_not_crashed_on(line: str) -> None:
    page = "Models\n\nList\nGET/models\nModelListResponse object { a, b }\n"
    with pytest.raises(UnusableInput):
        parse(page + line + "\n" + line)


def test_hostile_depth_is_refused() -> None:
    deep = "\n".join(f"a{n}: object {{ a{n + 1} }}" for n in range(3000))
    with pytest.raises(UnusableInput, match="at most 60 levels"):
        parse("Models\n\nList\nGET/models\nModelListResponse object { a0 }\n" + deep)


# Damage


def excerpt() -> list[str]:
    """A page of 765 lines with nine operations in three resources."""
    ranges = ((1, 5), (20, 25), (28, 28), (6167, 6181), (7205, 7857), (14552, 14636))
    return [line for first, last in ranges for line in LINES[first - 1 : last]]


def outcome(lines: list[str]) -> tuple[list[Finding], Any]:
    """All that is reported of a page, and its document less texts if it can be read."""
    tree = read_page("\n".join(lines))
    findings = [*tree.findings, *tree.warnings]
    if tree.findings:
        return findings, None
    spec, schemas = to_openapi(tree)
    findings += [*schemas.findings, *schemas.warnings, *near_twins(tree)]
    return [finding for finding in findings if finding.code != "mangled-limit"], bare(spec)


EXCERPT = excerpt()
WHOLE = outcome(EXCERPT)


def damaged(lines: list[str], index: int, kind: str, rng: random.Random) -> list[str] | None:
    """The page with one fault in the line at `index`; None where the line has nothing to damage that way."""
    line = lines[index]
    if kind == "delete":
        return [*lines[:index], *lines[index + 1 :]]
    if kind == "double":
        return [*lines[: index + 1], line, *lines[index + 1 :]]
    if kind == "count" and (more := re.search(r"(\d+) more", line)):
        new = line.replace(more[0], f"{max(1, int(more[1]) + rng.choice((-2, -1, 1, 2)))} more")
    elif kind == "literal" and line.startswith('"'):
        new = rng.choice([f'{line[:-1]}x"', '"zz"', '"a"'])
    elif kind == "spoil" and line:
        new = rng.choice(["%%" + line[::-1], line[: (at := rng.randrange(len(line)))] + "~" + line[at + 1 :]])
    else:
        return None
    return None if new == line else [*lines[:index], new, *lines[index + 1 :]]


def assert_reported(lines: list[str], index: int, whole: tuple[list[Finding], Any]) -> None:
    findings, spec = outcome(lines)
    if not findings:
        assert spec == whole[1]
    elif spec is None or spec != whole[1]:
        number = index + 1  # a deleted line has none of its own: its neighbours stand for it
        assert any(f.span[0] - 1 <= number <= f.span[1] + 1 for f in findings), [str(f) for f in findings]


KINDS = ("delete", "double", "count", "literal", "spoil")
FAULTY = {
    kind: [n for n in range(len(EXCERPT)) if damaged(EXCERPT, n, kind, random.Random(0)) is not None] for kind in KINDS
}
"""The lines that a fault can be put into: few have a count to change."""


@given(
    fault=st.one_of(*(st.tuples(st.just(kind), st.sampled_from(FAULTY[kind])) for kind in KINDS)),
    seed=st.integers(0, 2**16),
)
@settings(max_examples=300, deadline=None)
def test_a_fault_changes_nothing_or_is_reported_with_its_line(fault: tuple[str, int], seed: int) -> None:
    kind, index = fault
    lines = damaged(EXCERPT, index, kind, random.Random(seed))
    if lines is not None:
        assert_reported(lines, index, WHOLE)


def test_faults_in_the_whole_page_are_reported_too() -> None:
    whole = outcome(LINES)
    rng = random.Random(5)
    for kind in ("delete", "double", "count", "literal", "spoil") * 3:
        found = None
        while found is None:
            index = rng.randrange(len(LINES))
            found = damaged(LINES, index, kind, rng)
        assert_reported(found, index, whole)


def test_a_count_that_no_equal_object_has_is_found_by_it() -> None:
    lines = list(LINES)
    lines[11222] = lines[11222].replace("26 more", "27 more")
    (finding,) = outcome(lines)[0]
    assert str(finding) == (
        "line 11223: expected 29 members, as line 9256 has them, found 30 in the braces; "
        "then `items: optional array of string` in line 11671"
    )


def test_a_line_that_is_spoilt_into_prose_is_found_by_an_equal_object() -> None:
    """Its object runs on for 400 lines before a name comes twice; where it went wrong, only its twin can say."""
    lines = list(LINES)
    lines[11276] = "%%" + lines[11276][::-1]
    (finding,) = outcome(lines)[0]
    assert str(finding) == (
        "lines 11273-11281: expected `hint` as member 10 of line 11223, as line 9256 has it, found `inputs`; "
        "then `items: optional array of string` in line 11671"
    )


@given(end=st.integers(0, sum(len(line) + 1 for line in EXCERPT) - 2))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_a_page_cut_anywhere_is_reported_unless_whole_resources_remain(end: int) -> None:
    """A page that ends between two resources says nothing of those to come: nothing on it is missing.

    The overlay expects 21 operations, so the build stops all the same.
    """
    findings, spec = outcome("\n".join(EXCERPT)[:end].split("\n"))
    if not findings:
        paths = WHOLE[1]["paths"]
        assert spec["paths"] == {path: paths[path] for path in list(paths)[: len(spec["paths"])]}
        assert len(spec["paths"]) in (3, 4)


def test_a_deleted_paragraph_leaves_two_blank_lines_behind() -> None:
    index = EXCERPT.index("The list of added tags")
    (finding,) = outcome([*EXCERPT[:index], *EXCERPT[index + 1 :]])[0]
    assert (finding.code, finding.span) == ("text-missing", (index, index + 2))


def test_a_page_without_any_order_says_so_once() -> None:
    members = "".join(f"m{n}: object {{ b, a }}\nb: string\na: string\n" for n in range(9))
    shown = ", ".join(f"m{n}" for n in range(3))
    page = f"Models\n\nList\nGET/models\nModelListResponse object {{ {shown}, 6 more }}\n{members}"
    assert [note.code for note in parse(page).notes] == ["not-sorted"]
