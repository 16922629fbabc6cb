"""Values of a provider.yaml set by a command: everything else stays to the letter."""

from __future__ import annotations

import pytest

from generator.errors import UnusableInput
from generator.provider.revise import revised

TEXT = """\
# By hand.
title: Things   # of the API
version: '0.1.0' # of the package
documents:
  # two copies
  - {name: one, url: https://example.org/version, sources: [a.txt, b.txt]} # flow
  - name: two
    sources:   # block
      - c.txt

      - d.txt
    url: https://example.org/two
accept: []
"""


def test_a_version_is_set_and_nothing_else_moves() -> None:
    assert revised(TEXT, version="0.2.0") == TEXT.replace("'0.1.0'", "0.2.0")


def test_the_copies_of_a_document_are_set_in_either_style_of_list() -> None:
    assert revised(TEXT, sources={"one": ["a.txt"]}) == TEXT.replace("[a.txt, b.txt]", "[a.txt]")
    block = "sources:   # block\n      - c.txt\n    url"
    assert block in revised(TEXT, sources={"two": ["c.txt"]})


def test_both_are_set_at_once_and_odd_names_are_quoted() -> None:
    text = revised(TEXT, version="1.0.0", sources={"one": ["it's.txt"], "two": ["c.txt", "1.txt"]})
    assert "version: 1.0.0 # of the package" in text
    assert "sources: ['it''s.txt']} # flow" in text
    assert "      - c.txt\n      - '1.txt'\n    url: https://example.org/two\naccept: []\n" in text


def test_a_list_at_the_indent_of_its_key_stays_one() -> None:
    text = "documents:\n- name: one\n  sources:\n  - a.txt\n  - b.txt\n- name: two\n  sources: [c.txt]\n"
    assert revised(text, sources={"one": ["a.txt"]}) == text.replace("  - b.txt\n", "")


def test_what_is_not_there_cannot_be_set() -> None:
    with pytest.raises(UnusableInput, match="does not name a document"):
        revised(TEXT, sources={"three": ["c.txt"]})
    with pytest.raises(UnusableInput, match="has no version"):
        revised("title: x\n", version="0.2.0")
