"""Overlay files that a test writes, and the small spec that they are applied to."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from generator.overlay import OverlayResult, apply_overlay, read_overlay
from generator.values import Note

SPEC: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/models": {"get": {"tags": ["Models"], "responses": {"200": {"description": "wrong"}}}},
        "/pets/{id}": {
            "get": {"tags": ["Pets"], "parameters": [{"name": "a"}, {"name": "b"}], "responses": {"200": {}}},
            "put": {"tags": ["Pets"]},
        },
    },
    "components": {"schemas": {"Pet": {"type": "object", "properties": {"id": {"type": "integer"}}}}},
}


def write(folder: Path, *actions: str) -> Path:
    """An overlay file; each action is YAML without its reasons, which are added where it has none."""
    lines = [
        "overlay: 1.1.0",
        "info: {title: Test, version: 1.0.0}",
        "actions:" if actions else "actions: []",
    ]
    for action in actions:
        for number, line in enumerate(action.strip().splitlines()):
            lines.append(("  - " if number == 0 else "    ") + line)
        lines += [f"    {key}: because" for key in ("x-why", "x-source") if key not in action]
    path = folder / "pets" / "overlay.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def applied(folder: Path, *actions: str, notes: tuple[Note, ...] = ()) -> OverlayResult:
    before = copy.deepcopy(SPEC)
    result = apply_overlay(SPEC, read_overlay(write(folder, *actions)), notes)
    assert before == SPEC
    return result
