"""Document text as Python and TOML: it means the same again, and reads as what it is."""

from __future__ import annotations

import ast
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.console import inert
from generator.render.filters import FILTERS, toml
from generator.surface.literals import comment, docstring, literal, printable
from tests.fuzz.payloads import FAMILIES

PAYLOADS = [payload for family in FAMILIES for payload in family]
TEXTS = st.one_of(
    st.sampled_from(PAYLOADS),
    st.text(),
    st.text(alphabet="\"'\\\n {}u0"),
    st.lists(st.sampled_from(PAYLOADS), max_size=3).map("".join),
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXTS),
    lambda each: st.one_of(st.lists(each, max_size=3), st.dictionaries(TEXTS, each, max_size=3)),
    max_leaves=6,
)


def written(source: str) -> Any:
    """What an expression stands for, its source being one that reads as what it is."""
    assert all(c.isprintable() or c == "\n" for c in source)
    return eval(compile(source, "literal", "eval"), {"float": float, "__builtins__": {}})  # noqa: S307


@given(VALUES)
def test_a_literal_is_its_value_again(value: Any) -> None:
    assert written(literal(value)) == value


@pytest.mark.parametrize("indent", [0, 4, 8])
@given(text=TEXTS)
def test_a_docstring_is_one_expression_of_text(indent: int, text: str) -> None:
    source = docstring(text, indent)
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    assert (
        statement.value.value.split() == printable(text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)).split()
    )
    assert all(c.isprintable() or c == "\n" for c in source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('ends in """', '"""ends in \\"\\"\\""""'),
        ('ends in ""', '"""ends in "\\""""'),
        ('""""', '"""\\"\\"\\"\\""""'),
        ('"""x', '"""\\"\\"\\"x"""'),
        ("a\\", '"""a\\\\"""'),
    ],
)
def test_quotes_at_the_end_do_not_end_a_docstring(text: str, source: str) -> None:
    assert docstring(text) == source


def test_a_text_that_ends_in_a_quote_gets_a_full_stop_not_an_escape() -> None:
    assert FILTERS["docstring"]('columns of "rows"') == '"""columns of "rows"."""'
    assert FILTERS["docstring"]('columns of "rows" ') == '"""columns of "rows"."""'


@given(TEXTS)
def test_a_comment_is_one_line(text: str) -> None:
    assert ast.parse(f"# {comment(text)}").body == []
    assert len(comment(text).splitlines()) <= 1


@given(TEXTS)
def test_a_toml_string_is_its_text_again(text: str) -> None:
    assert tomllib.loads(f"x = {toml(text)}") == {"x": printable(text)}


@given(TEXTS)
def test_text_for_a_terminal_commands_nothing(text: str) -> None:
    assert all(c.isprintable() or c == "\n" for c in inert(text))
    assert inert("Größe 文字 😀\n") == "Größe 文字 😀\n"


@given(TEXTS)
def test_a_cell_and_a_first_line_stay_in_their_line_of_markdown(text: str) -> None:
    assert len(FILTERS["first_line"](text).splitlines()) <= 1
    assert "\x1b" not in FILTERS["cell"](text)
