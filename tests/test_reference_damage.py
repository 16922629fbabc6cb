"""Reference pages with faults in them: each is reported with its line, or changes nothing."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_pages import LINES, bare, parse

from generator.errors import UnusableInput
from generator.reference_page.checks import near_twins
from generator.reference_page.findings import Finding
from generator.reference_page.page import read_page
from generator.reference_page.to_openapi import to_openapi


def test_all_damaged_responses_are_reported_at_once() -> None:
    lines = list(LINES)
    for number in (6173, 7212, 14563):
        lines[number - 1] = lines[number - 1].replace(" }", ", more }")
    with pytest.raises(UnusableInput) as error:
        parse("\n".join(lines))
    assert re.findall(r"^  lines? (\d+)", str(error.value), re.MULTILINE) == ["6173", "7212", "14563"]


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
