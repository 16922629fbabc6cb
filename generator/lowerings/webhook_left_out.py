"""Webhooks and callbacks are calls that the vendor makes; a client has no method for them."""

from __future__ import annotations

from typing import Any

from ..spec.openapi import OTHER_METHODS, components_of, is_other_method, join, methods
from ..values import Spec
from ._walk import Notes, note, replace


def webhook_left_out(spec: Spec, notes: Notes) -> Spec:
    """Take webhooks and callbacks out, each with a note.

    The stock renderer drops them without a word, so nobody learns that an event exists. What stands
    in `additionalOperations` (3.2) under a name that is no method of its own has none here either: a loss.
    """
    webhooks = spec.get("webhooks")
    if isinstance(webhooks, dict):
        for name in sorted(webhooks):
            note(
                notes,
                "webhook-left-out",
                join("/webhooks", name),
                "the vendor calls this; the client has no method",
            )
    kept = {key: value for key, value in spec.items() if key != "webhooks"}
    if isinstance(kept.get("components"), dict) and "callbacks" in kept["components"]:
        kept["components"] = {key: value for key, value in kept["components"].items() if key != "callbacks"}
    holders = (("/paths", kept.get("paths")), ("/components/pathItems", components_of(kept, "pathItems")))
    changes = {at: value for pointer, items in holders for at, value in _without_callbacks(pointer, items, notes)}
    for path, item in sorted(kept["paths"].items()) if isinstance(kept.get("paths"), dict) else ():
        others = item.get(OTHER_METHODS) if isinstance(item, dict) else None
        for method in sorted(others) if isinstance(others, dict) else ():
            if not is_other_method(method):
                at = join("/paths", path, OTHER_METHODS, method)
                note(notes, "operation-left-out", at, "no method of its own in capitals; use client.request()")
    return replace(kept, changes) if changes or len(kept) < len(spec) or kept != spec else spec


def _without_callbacks(pointer: str, items: Any, notes: Notes) -> list[tuple[str, Any]]:
    found = []
    for path, item in sorted(items.items()) if isinstance(items, dict) else ():
        for below, _, operation in methods(item) if isinstance(item, dict) else ():
            if "callbacks" not in operation:
                continue
            at = join(pointer, path) + below
            callbacks = operation["callbacks"]
            for name in sorted(callbacks) if isinstance(callbacks, dict) else ():
                note(
                    notes,
                    "callback-left-out",
                    join(at, "callbacks", name),
                    "the vendor calls this; the client does not",
                )
            found.append((at, {key: value for key, value in operation.items() if key != "callbacks"}))
    return found
