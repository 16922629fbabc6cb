"""libyaml and ruamel.yaml behind one builder: the quick one reads a text as the careful one does, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import asdict
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.formats import yaml_parsers
from generator.formats.yaml_builder import Builder
from generator.formats.yaml_parsers import build

ROOT = Path(__file__).parent.parent
TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in ("tests/cases/rules", "tests/cases/checks", "tests/data", "specs/leonardo", "specs/scenario")
    for path in sorted((ROOT / folder).glob("*.yaml"))
]
ODD = (
    ":", " ", "\n", "\t", "- ", "? ", ": ", " #", "#", "{", "}", "[", "]", ",", '"', "'", "|", ">-", ">+2", "&a ", "*a",
    "&a: b", "*a : b", "!", "!!str ", "%", "@", "\\", "---", "...", "\r", "\r\n", "\x85", "\u2028", "\ufeff", "\x7f",
    "<<: ", "0x1", "a:b", '"k":v', "{a: 1}", "\n\n", "\n  ", "\n- ", "? a\n: b\n", "%YAML 1.1\n---\n", '"\\/"', '"a\\\n  b"',
    ">\n a\n\n  b\n c\n", "|\n\n  a\n", ">#", "::", ".inf", "~", "\u00a0", "é", "😀", "'a\n\n b'", "!<tag:x> ",
)  # fmt: skip


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A few lines of a real text, with something put into them."""
    whole = draw(st.sampled_from(TEXTS))
    start = whole.rfind("\n", 0, draw(st.integers(0, len(whole)))) + 1
    text = whole[start : start + draw(st.sampled_from((40, 120, 400)))]
    for odd in draw(st.lists(st.sampled_from(ODD), max_size=3)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + odd + text[at + draw(st.sampled_from((0, 0, 1, 3))) :]
    return text


def told(builder: Builder) -> Any:
    """All that a reader takes from a builder."""
    cut = builder.drop_last(only_empty=False)
    marks = [
        [asdict(start), {key: asdict(mark) for key, mark in keys.items()}] for start, keys in builder.marks.values()
    ]
    return repr(builder.data), builder.dropped, builder.repeated, cut, marks


@settings(max_examples=300)
@given(broken())
def test_what_the_quick_parser_reads_is_what_the_careful_one_reads(text: str) -> None:
    quick = yaml_parsers._quick(text, True)
    if quick is not None:
        assert told(quick) == told(yaml_parsers._careful(text, True))


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("specs/*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_the_quick_parser_reads_what_is_here(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    quick = yaml_parsers._quick(text, True)
    assert quick is not None
    assert told(quick) == told(yaml_parsers._careful(text, True))


def test_without_libyaml_all_is_read_by_the_careful_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parsers, "_LIBYAML", None)
    assert yaml_parsers._quick("a: 1", False) is None
    assert build("a: 1").data == {"a": 1}
