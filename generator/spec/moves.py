"""What refers into nodes that a rule moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from ..values import Edit, Note, Spec
from .edits import rebase
from .openapi import join, references
from .walk import objects, referring


def followed(spec: Spec, found: Iterable[Edit | Note], moves: Mapping[str, str] | None = None) -> Iterator[Edit | Note]:
    """What a rule found, or first what has to follow the nodes that it moves.

    A bundler refers to `#/paths/~1pets~1{id:int}/get/...`: such a reference would lead to nothing once the path is
    written otherwise. A rule runs until it finds nothing, and what it moves has no references the next time.
    `moves` maps the old pointers to the new ones where the edits do not tell, by their sources.
    """
    listed = list(found)
    moves = moves or {
        each.source: each.pointer for each in listed if isinstance(each, Edit) and each.source is not None
    }
    yield from (list(following(spec, moves)) if moves else ()) or listed


def following(spec: Spec, moves: Mapping[str, str]) -> Iterator[Edit]:
    """The references, links and targets of discriminators that lead into what moves, as they are to be.

    Bundlers escape a pointer as a URI does: `#/paths/~1pets~1%7Bid%7D/...`.
    """
    for at, text in (*_references(spec), *_targets_of_mappings(spec)):
        pointer = text[1:] if text.startswith("#/") else join("/components/schemas", text)
        found = ((old, rebase(old, moves)) for old in dict.fromkeys((pointer, unquote(pointer))))
        new = next((new for old, new in found if new != old), None)
        if new is not None:
            yield Edit(at, "#" + new, f"What stood at {text!r} has moved.")


def _references(spec: Spec) -> Iterator[tuple[str, str]]:
    """The pointers into the document, each with the place of its text."""
    listed: list[tuple[str, Any]] = [(join(at, "$ref"), ref) for at, ref in references(spec)]
    # `references` leaves examples out, where one may be a vendor's own text; these are not
    listed += [(join(at, "$ref"), node["$ref"]) for at, node in referring(spec, "example")]
    listed += [(join(at, "operationRef"), link.get("operationRef")) for at, link in objects(spec, "link")]
    yield from ((at, ref) for at, ref in listed if isinstance(ref, str) and ref.startswith("#/"))


def _targets_of_mappings(spec: Spec) -> Iterator[tuple[str, str]]:
    """What discriminators lead to: pointers, and the names of schemas."""
    for at, node in objects(spec, "discriminator"):
        mapping = node.get("mapping")
        for value, target in mapping.items() if isinstance(mapping, dict) else ():
            if isinstance(target, str):
                yield join(at, "mapping", value), target
