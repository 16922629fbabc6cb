"""What `make conformance` counts, on pairs made here; and the figure itself where the data are at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests import measure_conformance
from tests.measure_conformance import Measure, main, measure, report, unexplained

DATA = Path(os.environ.get("CONFORMANCE", Path(__file__).resolve().parents[2] / "shared" / "conformance"))
LOST = "api-path-removed-without-deprecation"


def folder(tmp_path: Path, *findings: dict[str, Any]) -> Path:
    """One pair, of which a path is gone, with what the other tool is said to have found."""
    (tmp_path / "old.json").write_text(json.dumps({"openapi": "3.0.3", "paths": {"/a": {"get": {}}}}))
    (tmp_path / "new.yaml").write_text("openapi: 3.0.3\npaths: {}\n")
    pair = {"base": "old.json", "revision": "new.yaml", "findings": list(findings)}
    (tmp_path / "golden.json").write_text(json.dumps([pair]))
    return tmp_path


def finding(name: str, level: int) -> dict[str, Any]:
    return {"id": name, "level": level, "operation": "GET", "path": "/a"}


def test_agreement_is_of_verdicts_and_of_ids_with_their_level(tmp_path: Path) -> None:
    found = measure(folder(tmp_path, finding(LOST, 3), finding("made-up-change", 2), finding("endpoint-added", 1)))
    assert (found.pairs, found.verdicts, found.ids.both, found.ids.ours_alone, found.ids.theirs_alone) == (
        1,
        1,
        1,
        0,
        1,
    )
    assert report(found)[1].endswith("F1 66.7% (both 1, ours alone 0, theirs alone 1); wanted 92%")


def test_another_level_is_a_disagreement_on_both_sides(tmp_path: Path) -> None:
    found = measure(folder(tmp_path, finding(LOST, 2)))
    assert (found.verdicts, found.ids.both, found.ids.ours_alone, found.ids.theirs_alone) == (0, 0, 1, 1)


def test_a_difference_needs_a_reason_and_a_reason_a_difference() -> None:
    found = Measure(differing={"a -> b": {"verdict": True, "missed": ["x-y risky"], "extra": []}})
    assert unexplained(found, [{"pair": "a -> b", "verdict": True, "missed": ["x-y risky"]}]) == []
    assert unexplained(found, []) == [
        "a -> b: missed x-y risky has no written reason", "a -> b: the verdict differs",
    ]  # fmt: skip
    assert unexplained(Measure(), [{"pair": "a -> b", "extra": ["x-y risky"]}]) == [
        "a -> b: extra x-y risky is no difference any more"
    ]


def test_data_that_are_not_there_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 64
    assert "make conformance CONFORMANCE=FOLDER" in capsys.readouterr().err


def test_every_written_difference_has_its_reason() -> None:
    entries = measure_conformance.read(measure_conformance.DIFFERENCES)
    assert [entry["pair"] for entry in entries if len(entry.get("reason", "").split()) < 8] == []


@pytest.mark.skipif(not (DATA / "oasdiff").is_dir(), reason="the pairs of documents are not at hand (CONFORMANCE)")
def test_verdicts_agree_on_97_percent_and_ids_on_92(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DATA)]) == 0, capsys.readouterr().out
