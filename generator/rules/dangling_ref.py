from __future__ import annotations

from typing import Any, Final

from ..rule import Found
from ..spec.grammar import OBJECTS, REFERABLE, SECTIONS
from ..spec.openapi import join, resolve
from ..spec.walk import nodes, referring
from ..values import REMOVED, Edit, Note, Spec

_MEANS: Final[dict[str, Any]] = {
    "schema": {},
    "response": {"description": "Not documented."},
    "example": {"value": None},
}
"""What stands for something unknown; other kinds of object go."""


def dangling_ref(spec: Spec) -> Found:
    """Put "anything" in the place of a reference to nothing, and note the loss.

    28 of 339 public documents hold one: to a component that was pruned, to another file, to itself in a
    circle, to an object of another kind. What else the schema says stays.
    """
    for kind in REFERABLE:
        known: dict[str, bool] = {}
        others: dict[str, str] = {}
        for pointer, node in referring(spec, kind):
            ref = node["$ref"]
            if isinstance(ref, str):
                if ref not in known:
                    if not others and not _to_component(ref, kind):
                        others = {at.pointer: each for each in OBJECTS if each != kind for at in nodes(spec, each)}
                    known[ref] = ref[1:] not in others and _leads_somewhere(spec, ref, kind)
                if known[ref]:
                    continue
            what = f"$ref {ref!r} leads to nothing{_elsewhere(ref)}"
            yield Note("normalise", "dangling-ref", pointer, f"{what}; {_left(kind)}.")
            if kind == "schema":
                yield Edit(join(pointer, "$ref"), REMOVED, f"{what}; the schema is anything now.")
            elif kind == "path_item" and len(node) > 1:
                yield Edit(join(pointer, "$ref"), REMOVED, f"{what}.")
            else:
                yield Edit(pointer, _MEANS.get(kind, REMOVED), f"{what}.")


def _elsewhere(ref: Any) -> str:
    """Why a reference to another file is one to nothing: those that could be read are part of the document by now."""
    if not isinstance(ref, str) or ref.startswith("#"):
        return ""
    if "://" in ref:
        return " (a build fetches nothing: save it beside the document, and refer to that)"
    return " (there is no such place in the files beside the document or below)"


def _left(kind: str) -> str:
    if kind == "schema":
        return "the schema became {}, anything"
    return "what it has is not documented" if kind in _MEANS else f"the {kind.replace('_', ' ')} was left out"


def _to_component(ref: str, kind: str) -> bool:
    return ref.startswith(f"#/components/{SECTIONS[kind]}/") and ref.count("/") == 3


def _leads_somewhere(spec: Spec, ref: str, kind: str) -> bool:
    try:
        target = resolve(spec, {"$ref": ref})
    except KeyError:
        return False
    return isinstance(target, dict) or (kind == "schema" and isinstance(target, bool))
