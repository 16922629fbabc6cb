"""Rewriting what is right but unusual into the small dialect that the renderer handles without exception.

The dialect is written down in ARCHITECTURE.md and checked by `generator/dialect.py`. Nothing here is
committed: the normalised document is what people read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from .lowerings import LOWERINGS, Lowering, PerSchema
from .lowerings._walk import map_schemas
from .values import Note, Spec


def lower(spec: Spec, keep: Iterable[str] = ()) -> tuple[Spec, list[Note]]:
    """A normalised document in the lowered dialect, and what could not be said in it.

    `keep` names component schemas that stay although no operation leads to them: the data of webhook
    events. Raises UnusableInput for a document that only an attack would contain.
    """
    notes: list[Note] = []
    names = sorted(set(keep))
    current = {**spec, "x-keep": names} if names else {key: value for key, value in spec.items() if key != "x-keep"}
    for step in steps(LOWERINGS):
        current = step(current, notes)
    current.pop("x-keep", None)
    return {**current, "openapi": "3.1.0"}, list(dict.fromkeys(notes))


def steps(lowerings: Sequence[Lowering]) -> Iterator[Lowering]:
    """The lowerings, neighbours that work on single schemas joined into one walk."""
    for single, group in groupby(lowerings, key=lambda each: isinstance(each, PerSchema)):
        if single:
            yield _one_walk([each.function for each in group if isinstance(each, PerSchema)])
        else:
            yield from group


def _one_walk(functions: list[PerSchema | object]) -> Lowering:
    return lambda spec, notes: map_schemas(spec, functions, notes)  # type: ignore[arg-type]
