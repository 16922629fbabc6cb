"""The document as YAML with comments, and the edits as JSON."""

from __future__ import annotations

import json
import time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.values import REMOVED, Applied
from generator.write_spec import _indented, write_edits, write_spec


def read(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def test_a_comment_stands_at_each_edited_node() -> None:
    spec = {
        "openapi": "3.0.3",
        "paths": {
            "/a": {
                "get": {
                    "parameters": [{"name": "id", "schema": {"type": "integer"}}],
                    "responses": {"200": {}},
                }
            }
        },
        "tags": [],
    }
    at = "/paths/~1a/get"
    applied = [
        Applied("pattern-on-number", f"{at}/parameters/0/schema/pattern", "[0-9]{*}", REMOVED, ""),
        Applied("rule-a", f"{at}/parameters/0/name", 5, "id", ""),
        Applied("rule-b", f"{at}/parameters/0", REMOVED, {}, ""),
        Applied("rule-c", f"{at}/responses/200", {"x": "y" * 200}, {}, ""),
        Applied("rule-d", f"{at}/parameters/-", {}, REMOVED, ""),
        Applied("rule-e", "/tags/0", "t", REMOVED, ""),
        Applied("rule-f", "/paths/~1a", {}, {}, "", source="/paths/a"),
        Applied("rule-g", "/nothing", "a\u2028b\u0000", REMOVED, ""),
    ]
    assert write_spec(spec, applied).split("\n") == [
        r'# rule-g: nothing was "a\u2028b\u0000"',
        'openapi: "3.0.3"',
        "paths:",
        "  # rule-f: from /paths/a",
        "  /a:",
        "    get:",
        "      parameters:",
        "        # rule-d: was {}",
        "        # rule-b: added",
        "        # rule-a: was 5",
        "        - name: id",
        "          schema:",
        '            # pattern-on-number: pattern was "[0-9]{*}"',
        "            type: integer",
        "      responses:",
        '        # rule-c: was {"x": "' + "y" * 70 + "...",
        '        "200": {}',
        '# rule-e: 0 was "t"',
        "tags: []",
        "",
    ]


def test_texts_of_several_lines_are_literal_blocks_and_never_wrapped() -> None:
    long = "word " * 100 + "end"
    text = write_spec({"a": "one\n\n  two\n", "b": "x\ny", "c": "x\n\n\n", "d": long, "e": ["p\nq"], "f": "\n x"})
    assert text.split("\n")[:16] == [
        "a: |", "  one", "", "    two", "b: |-", "  x", "  y", "c: |+", "  x", "", "", f"d: {long}", "e:", "  - |-",
        "    p",
        "    q",
    ]  # fmt: skip
    assert read(text) == {
        "a": "one\n\n  two\n",
        "b": "x\ny",
        "c": "x\n\n\n",
        "d": long,
        "e": ["p\nq"],
        "f": "\n x",
    }


def test_what_a_reader_could_take_for_something_else_is_quoted() -> None:
    values = [
        "yes",
        "Null",
        "1e3",
        "2024-01-31",
        "0x1",
        ".5",
        "-",
        "a: b",
        "a #b",
        "~",
        "<<",
        "=",
        "*a",
        "a:",
        " a",
        "a ",
    ]
    text = write_spec({"v": values, "200": 1, "on": 2, "y": 3})
    assert read(text) == {"v": values, "200": 1, "on": 2, "y": 3}
    assert all(line.startswith('  - "') for line in text.split("\n")[1:17])


TEXT = st.text(max_size=12) | st.text(alphabet=" \n\t-:#|>'\"%@`!&*?{}[],~ab\r\x85\u2028\ufeff\ud800", max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(TEXT, VALUES, max_size=4))
def test_the_text_reads_back_as_exactly_the_same_data(spec: dict[str, Any]) -> None:
    back = read(write_spec(spec))
    assert json.dumps(back) == json.dumps(spec)


@given(st.dictionaries(TEXT, VALUES, max_size=3), st.lists(st.tuples(TEXT, VALUES), max_size=4))
def test_no_comment_changes_the_data(spec: dict[str, Any], edits: list[tuple[str, Any]]) -> None:
    applied = [Applied("rule", "/" + pointer, before, REMOVED, "") for pointer, before in edits]
    applied += [
        Applied("rule", "/" + key, REMOVED, 1, "", source="/" + key)
        for key in spec
        if "/" not in key and "~" not in key
    ]
    assert json.dumps(read(write_spec(spec, applied))) == json.dumps(spec)


def test_a_key_longer_than_yaml_looks_is_written_in_the_explicit_form() -> None:
    spec = {"k" * 3000: {"a": 1}, "m" * 1100: [1]}
    assert read(write_spec(spec)) == spec


def test_a_large_document_takes_seconds_at_most() -> None:
    schemas = {
        f"S{n}": {"type": "object", "properties": {f"p{m}": {"type": "string"} for m in range(30)}} for n in range(3000)
    }
    start = time.process_time()
    write_spec({"components": {"schemas": schemas}}, [])
    assert time.process_time() - start < 40


def test_edits_are_json_with_before_and_after() -> None:
    applied = [
        Applied("a", "/x", REMOVED, [1], "why"),
        Applied("b", "/y", "é\u202e\U000e0001", REMOVED, "why"),
        Applied("c", "/z", REMOVED, {}, "moved", source="/w"),
    ]
    text = write_edits(applied)
    assert json.loads(text) == [
        {"rule": "a", "pointer": "/x", "after": [1], "why": "why"},
        {"rule": "b", "pointer": "/y", "before": "é\u202e\U000e0001", "why": "why"},
        {"rule": "c", "pointer": "/z", "source": "/w", "why": "moved"},
    ]
    assert "é" in text
    assert text.replace("\n", "").isprintable()


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda below: st.lists(below) | st.dictionaries(st.text(), below),
))  # fmt: skip
def test_edits_are_indented_as_the_standard_library_does(value: Any) -> None:
    assert _indented(value, "\n") == json.dumps(value, indent=2, ensure_ascii=False)
