"""No false alarm on the real documents: each against itself in other words.

tests/test_drift_unchanged.py does the same to documents that it makes up.
"""

from __future__ import annotations

import copy
import datetime
from functools import cache
from pathlib import Path

import pytest
from rewrites import REWRITES, Rewrite, Spec, as_3_0, as_3_1, bundled, dereferenced, renamed, reordered
from ruamel.yaml import YAML

from generator.drift import compare
from generator.ingest import find_document, read_page
from generator.repair import parse

TODAY = datetime.date(2026, 1, 1)
ROOT = Path(__file__).parent.parent / "specs"
DOCUMENTS = [
    *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("*/openapi.yaml")),
    *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("leonardo/source/*.txt")),
]


@cache
def document(name: str) -> Spec:
    path = ROOT / name
    if path.suffix == ".yaml":
        found: Spec = YAML(typ="safe", pure=True).load(path)
        return found
    return parse(find_document(read_page(path)), name).data


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_real_document_in_other_words_is_no_change(name: str) -> None:
    spec = document(name)
    before = copy.deepcopy(spec)
    for rewrite in REWRITES:
        other = rewrite(spec)
        for profile in ("wire", "client"):
            assert (rewrite.__name__, compare(spec, other, profile=profile, today=TODAY)) == (rewrite.__name__, [])
        assert (rewrite.__name__, compare(other, spec, today=TODAY)) == (rewrite.__name__, [])
    assert spec == before


@pytest.mark.parametrize("name", DOCUMENTS)
def test_rewrites_on_top_of_each_other_are_no_change(name: str) -> None:
    spec = document(name)
    first = reordered(bundled(as_3_1(spec)))
    second = as_3_0(renamed(dereferenced(spec)))
    assert compare(first, second, today=TODAY) == []
    assert compare(second, first, today=TODAY) == []


@pytest.mark.parametrize("rewrite", [*REWRITES])
def test_every_rewrite_rewrites_some_document(rewrite: Rewrite) -> None:
    assert any(str(rewrite(document(name))) != str(document(name)) for name in DOCUMENTS)
