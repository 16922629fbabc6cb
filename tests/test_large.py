"""A share of `make large`: 300 operations with every construct mixed, all of them typed, clean and quick."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.large import faults, growth, measure

COUNT = 300


@pytest.mark.slow
def test_three_hundred_operations_are_all_typed_and_clean(tmp_path: Path) -> None:
    found = measure(COUNT, tmp_path)
    assert faults(found, COUNT, tmp_path) == []
    assert found["code"] == 0
    assert found["seconds"]["all"] < 30


def test_a_stage_that_grows_faster_than_the_document_is_named() -> None:
    small = {"seconds": {"merge": 1.0, "lower": 1.0, "write": 0.1}, "memory": 100}
    large = {"seconds": {"merge": 3.0, "lower": 9.1, "write": 0.9}, "memory": 500}
    assert growth(small, large, 3.0) == ["lower: 1.00 s becomes 9.10 s", "memory: 100 becomes 500 bytes"]
