"""The JSONPath of overlays finds what the library alone finds, in its order."""

from __future__ import annotations

from typing import Any

import jsonpath_rfc9535 as jsonpath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonpath_rfc9535.exceptions import JSONPathRecursionError

from generator.overlay.paths import DEPTH, Paths


class Library(jsonpath.JSONPathEnvironment):
    """As it comes, but as deep."""

    max_recursion_depth = DEPTH


KEYS = st.sampled_from(("a", "b", "properties", "~/"))
DATA: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers(0, 2) | st.sampled_from(("text", "a text")),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=20,
)
QUERIES = (
    "$..a", "$..['b', 'a', 'a']", "$.properties..a", "$..a..b", "$..properties.a.b", "$..*", "$..[0]", "$..['a', 0]",
    "$..properties[?@.a]", "$..[?@..b]", "$[?count(@..a) > 1]", "$..properties[?search(@.a, 'ex')]",
    "$..[?match(@.b, 'a? ?tex.')]", "$..[?search(@.a, @.b)]",
)  # fmt: skip


@settings(max_examples=60)
@given(DATA, st.sampled_from(QUERIES))
def test_a_query_finds_what_the_library_finds(data: Any, query: str) -> None:
    found, expected = (
        [(node.location, id(node.value)) for node in env().find(query, data)] for env in (Paths, Library)
    )
    assert found == expected


@pytest.mark.parametrize("wrap", [lambda below: {"a": below}, lambda below: [below]])
@pytest.mark.parametrize("env", [Paths, Library])
def test_a_document_may_be_as_deep_as_the_limit_and_no_deeper(env: type[Paths | Library], wrap: Any) -> None:
    data: Any = {"b": 1}
    for _ in range(DEPTH - 1):
        data = wrap(data)
    assert [node.value for node in env().find("$..b", data)] == [1]
    with pytest.raises(JSONPathRecursionError):
        list(env().find("$..b", wrap(data)))
