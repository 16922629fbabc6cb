"""Lines of JSON Pointers, checked against a document whose every value is its own line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drift.lines import lines_of
from generator.spec.openapi import join

YAML = """\
openapi: 3.0.3
paths:
  /a/{id}:   # said of the path
    get:
      description: |
        text: not an entry
      tags:
      - one
      - two
      parameters:
        - name: q
          schema: {type: string}
        -
          name: r
      responses:
        "200":
          description: 'it''s: fine'
components: {}
"""
GET = "/paths/~1a~1{id}/get"


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("/openapi", 1), ("/paths/~1a~1{id}", 3), (f"{GET}/tags/1", 9), (f"{GET}/parameters/0", 11),
        (f"{GET}/parameters/0/schema", 12), (f"{GET}/parameters/0/schema/type", 12), (f"{GET}/parameters/1", 13),
        (f"{GET}/parameters/1/name", 14), (f"{GET}/responses/200/description", 17), ("/components", 18),
        ("/components/schemas/A", 18), (f"{GET}/description/text", 5), ("/nowhere", 1), ("", 1),
    ],
)  # fmt: skip
def test_a_pointer_into_yaml_has_its_line_or_that_of_the_nearest_above(pointer: str, line: int) -> None:
    assert lines_of(YAML, [pointer]) == {pointer: line}


values = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


def pointers(node: Any, pointer: str = "") -> Any:
    for key, child in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield join(pointer, key), child
        yield from pointers(child, join(pointer, key))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.dictionaries(st.text(max_size=4), values, max_size=4))
def test_the_line_in_json_is_where_the_value_starts(data: dict[str, Any]) -> None:
    lines = json.dumps(data, indent=1).split("\n")
    for pointer, child in pointers(data):
        line = lines[lines_of("\n".join(lines), [pointer])[pointer] - 1]
        start = json.dumps(child, indent=1).split("\n")[0]
        assert line.rstrip(",").endswith(start)


@pytest.mark.parametrize("text", ["", "{", "]]]}", '{"a": [', "- - -\n- x: [", "\t\n:\n", '{"a" "b": 1}'])
def test_broken_text_raises_nothing(text: str) -> None:
    assert set(lines_of(text, ["/a/0"])) == {"/a/0"}
