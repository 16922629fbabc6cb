"""The JSON scanner: complete leaves and nothing else, wherever a text is cut."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.formats.json_tokens import Fault, same
from generator.formats.scanner import Cut, Dropped, Repeated, read
from generator.ingest import find_document, read_page, read_text_page
from generator.repair import parse
from generator.spec.openapi import join

SOURCE = Path(__file__).parent.parent / "specs" / "leonardo" / "source"

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
)  # fmt: skip
KEYS = st.text('ab"\\\n/~é😀', max_size=3)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every scalar and every empty container, with its pointer."""
    if isinstance(value, dict) and value:
        for key, child in value.items():
            yield from leaves(child, join(pointer, key))
    elif isinstance(value, list) and value:
        for index, child in enumerate(value):
            yield from leaves(child, join(pointer, index))
    else:
        yield pointer, value


def complete_before(text: str, whole: Any, end: int) -> int:
    """How many leaves of the whole are certainly complete in `text[:end]`, by another way of counting."""
    count = 0
    for leaf, stop in positions(text, whole):
        certain = stop < end if isinstance(leaf, int | float) and not isinstance(leaf, bool) else stop <= end
        count += certain
    return count


def positions(text: str, whole: Any) -> Iterator[tuple[Any, int]]:
    """Each leaf with the offset behind it: the strict reader of the standard library, walked in order."""
    at = 0
    decoder = json.JSONDecoder()

    def walk(value: Any) -> Iterator[tuple[Any, int]]:
        nonlocal at
        if isinstance(value, dict) and value:
            at = text.index("{", at) + 1
            for child in value.values():
                at = text.index('"', at)
                _, at = decoder.raw_decode(text, at)
                at = text.index(":", at) + 1
                yield from walk(child)
            at = text.index("}", at) + 1
        elif isinstance(value, list) and value:
            at = text.index("[", at) + 1
            for child in value:
                yield from walk(child)
            at = text.index("]", at) + 1
        else:
            while text[at] in " \n,":
                at += 1
            _, at = decoder.raw_decode(text, at)
            yield value, at

    yield from walk(whole)


class TestCuts:
    @pytest.mark.parametrize(
        ("text", "data", "pointer", "what"),
        [
            ('{"a": 1, "b": {"c": "x', {"a": 1}, "/b/c", "in a string"),
            ('{"a": 1, "b": {"c": "x\\', {"a": 1}, "/b/c", "in a string"),
            ('{"a": 1, "b": {"c": "x\\u00', {"a": 1}, "/b/c", "in a string"),
            ('{"a": 1, "b": {"c": "x"', {"a": 1, "b": {"c": "x"}}, "/b", "between two members"),
            ('{"a": 1, "b": {"c": "x",', {"a": 1, "b": {"c": "x"}}, "/b", "before a key"),
            ('{"a": 1, "b', {"a": 1}, "", "in a key"),
            ('{"a": 1, "b"', {"a": 1}, "/b", "after a key"),
            ('{"a": 1, "b":', {"a": 1}, "/b", "before a value"),
            ('{"a": 1, "b": {', {"a": 1}, "/b", "before a key"),
            ('{"a": 1, "b": [', {"a": 1}, "/b", "before a value"),
            ('{"a": [1, 2', {"a": [1]}, "/a/1", "in a number, or right after one that may have gone on"),
            ('{"a": [1, -', {"a": [1]}, "/a/1", "in a number, or right after one that may have gone on"),
            ('{"a": [1, 2.5e', {"a": [1]}, "/a/1", "in a number, or right after one that may have gone on"),
            ('{"a": [1, 2 ', {"a": [1, 2]}, "/a", "between two members"),
            ('{"a": [1, 2,', {"a": [1, 2]}, "/a", "before a value"),
            ('{"a": true, "b": fal', {"a": True}, "/b", "in a literal"),
            ('{"a": true, "b": false', {"a": True, "b": False}, "", "between two members"),
            ('{"~/": {"b": [{"c": nul', {}, "/~0~1/b/0/c", "in a literal"),
            ("", None, "", "before a value"),
        ],
    )
    def test_the_incomplete_leaf_goes_and_is_named(self, text: str, data: Any, pointer: str, what: str) -> None:
        reading = read(text)
        assert reading.data == data
        assert reading.cut is not None
        assert (reading.cut.pointer, reading.cut.what, reading.cut.end) == (pointer, what, len(text))

    def test_the_offset_is_where_the_dropped_text_starts(self) -> None:
        assert read('{"a": 1, "b": "x').cut == Cut("/b", 14, 16, "in a string")

    @settings(max_examples=150, deadline=None)
    @given(VALUES, st.booleans(), st.sampled_from([None, 1]))
    @example({"": {"": [0.5, -1, "\\", [], {}, True]}}, False, None)
    def test_at_every_cut_each_certain_leaf_is_kept_and_nothing_else(
        self, value: Any, ascii: bool, indent: int | None
    ) -> None:
        whole = {"root": value, "end": 1}
        text = json.dumps(whole, ensure_ascii=ascii, indent=indent)
        expected = list(leaves(whole))
        for end in range(1, len(text)):
            kept = read(text[:end]).data
            certain = expected[: complete_before(text, whole, end)]
            assert list(leaves(kept)) == (certain or [("", {})])

    @settings(max_examples=100, deadline=None)
    @given(VALUES)
    def test_a_whole_text_is_read_as_the_standard_library_reads_it(self, value: Any) -> None:
        reading = read(json.dumps([value], indent=1))
        assert (reading.data, reading.cut, reading.dropped, reading.repeated) == ([value], None, [], [])

    @pytest.mark.parametrize("page", ["elements.1.txt", "elements.2.txt", "image-generation.txt"])
    def test_a_real_page_cut_anywhere_keeps_only_what_it_had(self, page: str) -> None:
        whole = read_page(SOURCE / page)
        document = parse(find_document(whole), "doc")
        full = dict(leaves(document.data))
        start = whole.text.index("{\n")
        for end in range(start + 40, len(whole.text), 997):
            cut = read_text_page(page, whole.text[:end].encode())
            part = parse(find_document(cut), "doc")
            assert {pointer: full.get(pointer) for pointer, _ in leaves(part.data)} == dict(leaves(part.data))
            assert [note.code for note in part.notes] == ["document-cut"]


class TestFaults:
    @settings(max_examples=120, deadline=None)
    @given(st.text('{}[]",:\\0123.eE+-truefalsn u\n\t', max_size=60))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        try:
            reading = read(text)
        except Fault as fault:
            assert 0 <= fault.offset <= len(text)
            assert fault.message
        else:
            if reading.cut is None and not reading.repeated and not reading.dropped:
                assert same(json.loads(text), reading.data)

    @settings(max_examples=100, deadline=None)
    @given(VALUES, st.data())
    def test_one_character_wrong_is_never_skipped(self, value: Any, data: st.DataObject) -> None:
        """A character that belongs nowhere outside a string is an error at its place."""
        text = json.dumps({"root": value}, ensure_ascii=True)
        at = data.draw(st.integers(0, len(text)))
        broken = f"{text[:at]}§{text[at:]}"
        try:
            json.loads(broken)
        except ValueError:
            with pytest.raises(Fault) as fault:
                read(broken)
            assert fault.value.offset <= at

    @pytest.mark.parametrize(
        ("text", "offset", "message"),
        [
            ('{"a": 1,}', 8, "expected a key in double quotes, found `}`"),
            ("{'a': 1}", 1, "expected a key in double quotes, found a single quote (`'`)"),
            ('{"a": 1 /* x */}', 8, "expected `,` or `}`, found a comment (`/*`)"),
            ('{"a": [1 2]}', 9, "expected `,` or `]`, found `2`"),
            ('{"a": [1}', 8, "expected `,` or `]`, found `}`"),
            ('{"a": undefined}', 6, "expected a value, found `undefined`"),
            ('{"a": +1}', 6, "expected a value, found `+1`"),
            ('{"a": 1.}', 6, "`1.` is not a JSON number"),
            ('{"a": 0x1F}', 6, "`0x1F` is not a JSON number"),
            ('{"a": "\\ud83"}', 7, "`\\u` is not an escape that JSON knows"),
            ('{"a": "\n"}', 7, "a raw control character in a string"),
            ('{"a"\x00: 1}', 4, "expected `:` after the key, found the character U+0000"),
            ("[1] 2", 4, "the document has ended here, but `2` follows; is there a brace too many?"),
            ("[" * 201, 200, "nested deeper than 200 levels; is this really an API description?"),
        ],
    )
    def test_what_is_wrong_is_said(self, text: str, offset: int, message: str) -> None:
        with pytest.raises(Fault) as fault:
            read(text)
        assert (fault.value.offset, fault.value.message) == (offset, message)

    def test_duplicates_by_value(self) -> None:
        assert read('{"a": 1, "a": 1.0}').repeated == [Repeated("/a", 1, 9)]
        with pytest.raises(Fault) as fault:
            read('{"b": {"a": 1, "a": true}}')
        assert (fault.value.offset, fault.value.other) == (15, 7)

    def test_numbers_beyond_a_double_are_dropped(self) -> None:
        reading = read('{"a": 1e999, "b": [1, -1e999, 2]}')
        assert reading.data == {"b": [1, 2]}
        assert reading.dropped == [Dropped("/a", 6, "1e999"), Dropped("/b/1", 22, "-1e999")]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 32_000), st.binary(max_size=4))
def test_a_page_cut_and_spoilt_anywhere_raises_nothing_else(end: int, noise: bytes) -> None:
    raw = (SOURCE / "models.txt").read_bytes()[:end] + noise
    try:
        document = parse(find_document(read_text_page("page", raw)), "doc")
    except GeneratorError as error:
        assert str(error)
    else:
        assert isinstance(document.data, dict)
