"""The three documents of Leonardo: as their pages give them, and whole, so that each change is made where the vendor would."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from attrs import evolve

from generator import pipeline
from generator.merge import merge
from generator.overlay import OverlayResult, apply_overlay, read_overlay
from generator.pipeline import Progress
from generator.provider import load_provider
from generator.values import Document

FOLDER = Path(__file__).resolve().parent.parent / "specs" / "leonardo"
CUT = "/generations/user/{userId}"
"""The path whose operation is cut off in its page."""

Documents = dict[str, dict[str, Any]]


def read_documents() -> list[Document]:
    """What the committed pages give: repaired, and their witnesses reconciled."""
    return list(pipeline.read_documents(pipeline.pages_of(load_provider(FOLDER)), Progress()))


def overlaid(documents: list[Document], only_resolving: bool = False) -> OverlayResult:
    """The documents as one, after its overlay, or after those actions of it that make good a loss."""
    overlay = read_overlay(FOLDER / "overlay.yaml")
    if only_resolving:
        overlay = evolve(overlay, actions=tuple(action for action in overlay.actions if action.resolves))
    spec, notes = merge(documents)
    return apply_overlay(spec, overlay, [*(note for one in documents for note in one.notes), *notes])


def uncut_documents() -> Documents:
    """The documents as they would be uncut: with the operation that the overlay makes good."""
    documents = read_documents()
    found = {document.name: copy.deepcopy(document.data) for document in documents}
    completed = overlaid(documents, only_resolving=True).spec["paths"][CUT]
    found["image-generation"]["paths"][CUT] = copy.deepcopy(completed)
    return found


def whole_documents() -> Documents:
    """The same as the vendor has them: with components and security repeated in each of them."""
    found = uncut_documents()
    for data in found.values():
        for name in ("components", "security"):
            data[name] = copy.deepcopy(found["elements"][name])
    return found
