"""What a build tells: the JSON of `--report`, and the closing lines on a terminal or in a log."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from .output import replace_file
from .pipeline import Account, Planned, Progress
from .values import Note
from .verify import coverage


def report(planned: Planned, found: Account, progress: Progress) -> dict[str, Any]:
    """The report as data; its keys are part of the command line's promise."""
    described = planned.described
    covered = coverage(described.spec, planned)
    return {
        "provider": described.provider.name,
        "package": described.provider.package,
        "documents": [
            {"name": page.name, "sha256": page.sha256, "bytes": len(page.text.encode("utf-8", "surrogatepass"))}
            for page in described.pages
        ],
        "repairs": [_note(note) for document in described.documents for note in (*document.repairs, *document.notes)],
        "edits": dict(sorted(Counter(applied.rule for applied in described.applied).items())),
        "operations": {"spec": list(covered.spec), "package": list(covered.package), "typed": list(covered.typed)},
        "notes": [_note(note) for note in found.losses],
        "accepted": [_note(note) for note in found.accepted],
        "information": [_note(note) for note in found.information],
        "stale": list(found.stale),
        "seconds": {stage: round(seconds, 4) for stage, seconds in progress.seconds.items()},
    }


def _note(note: Note) -> dict[str, str]:
    return {"stage": note.stage, "code": note.code, "where": note.where, "what": note.what}


def write_report(path: Path, reports: list[dict[str, Any]]) -> None:
    """One provider's report as an object, several as a list."""
    data: Any = reports[0] if len(reports) == 1 else reports
    replace_file(path, json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def headline(planned: Planned, found: Account, progress: Progress, changed: str) -> str:
    """What came out, in one line."""
    covered = coverage(planned.described.spec, planned)
    edits = len(planned.described.applied)
    return (
        f"{planned.described.provider.name}: {len(covered.package)} of {len(covered.spec)} operations, "
        f"{len(covered.typed)} with a typed result; {edits} edits; {len(found.losses)} unaccepted notes, "
        f"{len(found.accepted)} accepted; {sum(progress.seconds.values()):.2f} s; {changed}"
    )


def explanations(found: Account) -> list[str]:
    """What was lost and what no longer applies, each in a line of its own, whatever the document's text holds."""
    lost = [f"  {_line(note)}" for note in found.losses]
    stale = [f"  no longer needed: {text}" for text in found.stale]
    told = Counter(note.code for note in found.information)
    named = ", ".join(f"{count} {code}" for code, count in sorted(told.items()))
    information = [f"  for information: {named} (--report FILE names each)"] if told else []
    return [line.replace("\n", "\\n") for line in (*lost, *stale, *information)]


def _line(note: Note) -> str:
    return f"{note.code} {note.where}: {note.what}"
