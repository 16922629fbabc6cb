"""Corrections by hand: OpenAPI Overlay 1.1, applied strictly.

Each action says why (`x-why`), on whose word (`x-source`), and what it finds (`x-expect`): a number of
matches, or the value that every match has (a mapping: the members that it has at least). One that finds
something else stops the build, since upstream may have mended what it mends. `x-resolves` names the noted
loss that an action makes good; where nothing of the kind was lost, the action is skipped and reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal

import jsonpath_rfc9535 as jsonpath
from attrs import frozen

from ..errors import UnusableInput
from ..merge.united import shortened
from ..provider.handwritten import Place, Table, read_table
from ..spec.openapi import join
from ..spec.order import in_order
from ..values import REMOVED, Applied, Note, Spec
from .draft import Draft, changes, combined, containing, mismatch
from .paths import Paths

MAX_MATCHES: Final = 100_000
MAX_TARGET: Final = 2_000
MAX_DESCENTS: Final = 3
"""Each `..` visits the whole spec for each match of what stands before it."""

PATHS: Final = Paths()


@frozen
class Action:
    """One correction. `value` is what `update` or `copy` says, None for `remove`."""

    place: Place
    target: str
    query: jsonpath.JSONPathQuery
    kind: Literal["update", "copy", "remove"]
    value: Any
    why: str
    source: str
    expect: Any
    resolves: tuple[str, ...] = ()
    description: str | None = None


@frozen
class Overlay:
    """The actions of one file, in order."""

    path: Path
    title: str
    actions: tuple[Action, ...]


@frozen
class Stale:
    """An action that is no longer needed."""

    action: Action
    why: str

    def __str__(self) -> str:
        return f"{self.action.place}: {self.action.target}: {self.why}"


@frozen
class OverlayResult:
    """The corrected spec, each change, the notes that no action made good, and the actions not needed."""

    spec: Spec
    applied: tuple[Applied, ...]
    notes: tuple[Note, ...]
    stale: tuple[Stale, ...]


def read_overlay(path: Path) -> Overlay:
    """Read an overlay file. Raises UnusableInput, with file and line, for what is not as it must be."""
    table = read_table(path)
    table.allow("overlay", "info", "extends", "actions")
    version = table.text("overlay")
    if version not in ("1.0.0", "1.1.0"):
        raise table.error("overlay", f"version {version!r} is not known: write 1.1.0")
    info = table.table("info")
    info.allow("title", "version", "description")
    actions = tuple(_action(entry) for entry in table.tables("actions"))
    return Overlay(path, info.text("title"), actions)


def _action(entry: Table) -> Action:
    entry.allow(
        "target", "description", "update", "remove", "copy", "x-why", "x-source", "x-expect", "x-resolves"
    )  # fmt: skip
    target = entry.text("target")
    said = [kind for kind in ("update", "copy", "remove") if kind in entry]
    if len(said) != 1:
        raise entry.error(None, f"{target}: say exactly one of update, copy and remove, not {said or 'none'}")
    kind: Any = said[0]
    if kind == "remove" and entry.flag("remove") is not True:
        raise entry.error("remove", "must be true")
    value = entry.plain(kind) if kind != "remove" else None
    if kind == "copy":
        value = _query(entry, "copy")
    if "x-expect" not in entry:
        raise entry.error(None, f"{target}: x-expect is missing: a number of matches, or the value found there now")
    return Action(
        place=entry.place(),
        target=target,
        query=_query(entry, "target"),
        kind=kind,
        value=value,
        why=entry.text("x-why"),
        source=entry.text("x-source"),
        expect=entry.plain("x-expect"),
        resolves=entry.texts("x-resolves") if "x-resolves" in entry else (),
        description=entry.text("description") if "description" in entry else None,
    )


def _query(entry: Table, key: str) -> jsonpath.JSONPathQuery:
    text = entry.text(key)
    if len(text) > MAX_TARGET or text.count("..") > MAX_DESCENTS:
        raise entry.error(key, f"too long, or more than {MAX_DESCENTS} `..`: name the place more closely")
    try:
        return PATHS.compile(text)
    except (jsonpath.JSONPathError, RecursionError) as error:
        raise entry.error(key, f"{text!r} is no JSONPath (RFC 9535): {error}") from error


def apply_overlay(spec: Spec, overlay: Overlay, notes: Sequence[Note] = (), *, tolerant: bool = False) -> OverlayResult:
    """Apply the actions in order; the input stays as it is, the result has its keys in one order.

    Raises UnusableInput for an action that does not find what it expects; `tolerant` goes on without it and
    names it as stale, for drift, which has to tell everything that upstream did.
    """
    draft = Draft(spec)
    known = {note.key for note in notes}
    resolved: set[str] = set()
    applied: list[Applied] = []
    stale: list[Stale] = []
    for action in overlay.actions:
        if action.resolves and not known.intersection(action.resolves):
            lost = ", ".join(action.resolves)
            stale.append(Stale(action, f"nothing to make good: there is no note {lost}; delete the action"))
            continue
        try:
            applied += _apply(draft, action)
        except UnusableInput as error:
            if not tolerant:
                raise
            stale.append(Stale(action, str(error).removeprefix(f"{action.place}: ")))
            continue
        resolved.update(action.resolves)
    remaining = tuple(note for note in notes if note.key not in resolved)
    return OverlayResult(in_order(draft.root), tuple(applied), remaining, tuple(stale))


def _apply(draft: Draft, action: Action) -> Iterable[Applied]:
    """Make one action's changes. A node that the target selects twice is changed once."""
    matches = _matches(draft.root, action.query, action)
    _check(matches, action)
    value = action.value
    if action.kind == "copy":
        sources = _matches(draft.root, action.value, action)
        if len(sources) != 1:
            raise _error(action, f"copy: {action.value} matches {len(sources)} nodes, it must match one")
        value = sources[0].value
    if action.kind == "remove":
        return _remove(draft, action, matches)
    applied = []
    for match in matches:
        pointer = join("", *match.location)
        before = draft.get(match.location)
        if reason := mismatch(before, value):
            raise _error(action, f"{pointer or 'the root'}{reason}")
        edits = list(changes(pointer, before, value))
        if edits:
            draft.put(match.location, combined(before, value))
        applied += [Applied("overlay", at, old, new, action.why) for at, old, new in edits]
    if not applied:
        raise _error(action, f"changes nothing: what it says is there already.{STALE}")
    return applied


def _remove(draft: Draft, action: Action, matches: Sequence[jsonpath.JSONPathNode]) -> list[Applied]:
    """Take the matches away, last first, so that the places of the others in a list stay."""
    places = {match.location: match for match in matches}
    applied = []
    for location in sorted(places, key=lambda location: [(isinstance(t, str), t) for t in location], reverse=True):
        if not location:
            raise _error(action, "the root cannot be removed")
        if any(location[:end] in places for end in range(len(location))):
            continue
        draft.remove(location)
        applied.append(Applied("overlay", join("", *location), places[location].value, REMOVED, action.why))
    return applied


def _matches(root: Spec, query: jsonpath.JSONPathQuery, action: Action) -> list[jsonpath.JSONPathNode]:
    try:
        found = list(islice(query.finditer(root), MAX_MATCHES + 1))
    except (jsonpath.JSONPathError, RecursionError) as error:
        raise _error(action, f"cannot be evaluated: {error}") from error
    if len(found) > MAX_MATCHES:
        raise _error(action, f"matches more than {MAX_MATCHES} nodes")
    return list({match.location: match for match in found}.values())


def _check(matches: Sequence[jsonpath.JSONPathNode], action: Action) -> None:
    """Stop the build where an action does not find what it expects."""
    expect = action.expect
    if type(expect) is int:
        if len(matches) == expect > 0:
            return
        raise _error(action, f"matches {len(matches)} nodes, the overlay expects {expect}.{STALE}")
    if not matches:
        raise _error(action, f"matches nothing, the overlay expects {shortened(expect)}.{STALE}")
    for match in matches:
        if wrong := containing(join("", *match.location), match.value, expect):
            pointer, found, expected = wrong
            said = "missing" if found is REMOVED else shortened(found)
            raise _error(action, f"{pointer} is {said}, the overlay expects {shortened(expected)}.{STALE}")


STALE: Final = "\nUpstream may have fixed it; delete the action if so."


def _error(action: Action, what: str) -> UnusableInput:
    where = "" if what.startswith("/") else f"{action.target} "
    return UnusableInput(f"{action.place}: {where}{what}")
