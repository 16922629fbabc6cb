"""The report as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from ..values import Change
from .report import Report
from .words import phrase

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"breaking": "error", "risky": "warning", "info": "note"}


def sarif(report: Report) -> str:
    """A log of one run: a rule for each id, a result for each change; accepted ones are suppressed."""
    rules = list(dict.fromkeys(change.id for change in report.changes))
    levels = {change.id: change.level for change in report.changes}
    index = {name: at for at, name in enumerate(rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "clientsmith-drift",
                        "rules": [_rule(name, _LEVELS[levels[name]]) for name in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(report, change, index[change.id]) for change in report.changes],
                "properties": {"verdict": report.verdict, "profile": report.profile, "stale": list(report.stale)},
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False, default=str) + "\n"


def _rule(name: str, level: str) -> dict[str, Any]:
    words = phrase(name)
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": words[:1].upper() + words[1:] + "."},
        "defaultConfiguration": {"level": level},
    }


def _result(report: Report, change: Change, rule: int) -> dict[str, Any]:
    file, line = report.location(change)
    subject = " ".join(filter(None, (change.operation, change.where)))
    result: dict[str, Any] = {
        "ruleId": change.id,
        "ruleIndex": rule,
        "level": _LEVELS[change.level],
        "message": {"text": f"{subject}: {change.text}" if subject else change.text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(file.replace("\\", "/"), safe="/:")},
                    "region": {"startLine": max(1, line)},
                },
                "logicalLocations": [{"fullyQualifiedName": change.pointer or change.old_pointer or "/"}],
            }
        ],
        "partialFingerprints": {"change/v1": change.fingerprint},
        "properties": {
            "operation": change.operation,
            "direction": change.direction,
            "oldPointer": change.old_pointer,
            "client": change.client,
        },
    }
    if change.accepted is not None:
        result["suppressions"] = [{"kind": "external", "justification": change.accepted}]
    return result
