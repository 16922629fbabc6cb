"""The table of constructs in ARCHITECTURE.md is whole: every case is in it, and every case it names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
CASES = {path.parent.name for path in (ROOT / "tests" / "render").rglob("test_*.py")}


def rows() -> list[list[str]]:
    """The cells of each row of the table."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = text.partition("## Constructs\n")[2].partition("\n## ")[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("| ")
    ][1:]


def test_every_construct_has_a_case_and_every_case_a_construct() -> None:
    named = [set(re.findall(r"`(\w+)`", row[3])) for row in rows()]
    assert all(named)
    assert set().union(*named) == CASES


def test_what_the_table_calls_a_loss_is_a_code_that_a_stage_gives() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py"))
    codes = {code for row in rows() for code in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", row[2])}
    assert codes == {
        "all-of-conflict",
        "schema-circle",
        "other-media-type",
        "schema-not-read",
        "dangling-ref",
        "list-separator",
    }
    assert [code for code in sorted(codes) if f'"{code}"' not in source] == []
