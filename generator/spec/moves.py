"""What refers into nodes that a rule moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..values import Edit, Note, Spec
from .edits import rebase
from .openapi import join, references


def followed(spec: Spec, found: Iterable[Edit | Note], moves: Mapping[str, str] | None = None) -> Iterator[Edit | Note]:
    """What a rule found, or first the references that have to follow what it moves.

    A bundler refers to `#/paths/~1pets~1{id:int}/get/...`: such a reference would lead to nothing once the path is
    written otherwise. A rule runs until it finds nothing, and what it moves has no references the next time.
    `moves` says what goes where, where the edits do not, by their sources.
    """
    listed = list(found)
    moves = moves or {
        each.source: each.pointer for each in listed if isinstance(each, Edit) and each.source is not None
    }
    refs = references(spec) if moves else ()
    after = {at: (ref, "#" + rebase(ref[1:], moves)) for at, ref in refs if ref.startswith("#/")}
    changed = [
        Edit(join(at, "$ref"), new, f"What stood at {old!r} has moved.")
        for at, (old, new) in after.items()
        if new != old
    ]
    yield from changed or listed
