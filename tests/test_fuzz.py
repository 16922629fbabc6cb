"""A share of `make fuzz`: hostile and broken documents, and that whoever looks for faults would see them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.broken import BYTES, STRUCTURES, broken
from tests.fuzz.hostile import hostile
from tests.fuzz.payloads import CODE
from tests.fuzz.run import KINDS, Tally, in_processes, try_broken, try_hostile

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("seeds", [range(100), range(100, 200)], ids=str)
def test_hostile_documents_do_nothing_and_lose_nothing(seeds: range) -> None:
    tally = in_processes(try_hostile, seeds, 1)
    assert tally.faults == ()
    assert tally.documents == 100
    assert tally.exits[0] + tally.exits[1] >= 50


@pytest.mark.parametrize("seeds", [range(6), pytest.param(range(6, 106), marks=pytest.mark.slow)], ids=str)
def test_broken_documents_end_in_an_error_or_a_whole_package(seeds: range) -> None:
    tally = in_processes(try_broken, seeds, 1)
    assert tally.faults == ()
    assert tally.documents == len(seeds)
    assert min(tally.exits[0] + tally.exits[1], tally.exits[2]) >= len(seeds) // 5


def test_a_seed_is_its_document() -> None:
    """In whatever order a process has its sets: a fault can be had again on any machine."""
    code = (
        "import hashlib\n"
        "from tests.fuzz.broken import broken\n"
        "from tests.fuzz.hostile import hostile\n"
        "made = [(hostile(seed).data, broken(seed).pages) for seed in range(30)]\n"
        "print(hashlib.sha256(repr(made).encode()).hexdigest())\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": order}, capture_output=True,
            text=True, check=True,
        ).stdout
        for order in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1
    assert {broken(seed).how.partition(": ")[2] for seed in range(300)} == {*BYTES, *STRUCTURES}


@pytest.mark.slow
def test_a_template_that_lets_text_out_of_its_quotes_is_found_out(tmp_path: Path) -> None:
    """Let the filter of docstrings let a payload out of its quotes: the run has to see it execute."""
    quoted = json.dumps(CODE)[1:-1].encode()
    seeds = [seed for seed in range(1, 2000, 2) if quoted in hostile(seed).data][:6]
    script = tmp_path / "broken_filter.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from generator.render import filters\n"
        "from tests.fuzz.payloads import CODE\n"
        "right = filters.FILTERS['docstring']\n"
        "filters.FILTERS['docstring'] = lambda text, indent=4: (\n"
        '    \'"""""" + \' + CODE if CODE in text else right(text, indent)\n'
        ")\n"
        "from tests.fuzz.run import try_hostile\n"
        f"tally = try_hostile({seeds})\n"
        "print('executed payloads' in {kind for kind, _, _ in tally.faults})\n"
    )
    done = subprocess.run([sys.executable, "-B", str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_faults_are_counted_by_kind_with_their_first_seed() -> None:
    tally = Tally(2, faults=(("escapes", 4, "made x"), ("wrong", 7, "y")))
    lines = (Tally(1) + tally).lines()
    assert lines[0] == "documents tried: 3 (0 built whole, 0 with named losses, 0 refused)"
    assert lines[1 : 1 + len(KINDS)] == [
        "executed payloads: 0",
        "escapes: 1",
        "tracebacks: 0",
        "hangs: 0",
        "beyond 1 GB: 0",
        "changed trees: 0",
        "wrong: 1",
    ]
    assert lines[-2:] == [
        "  escapes, 1 times, first --seed 4: made x",
        "  wrong, 1 times, first --seed 7: y",
    ]
