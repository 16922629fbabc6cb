"""Two documents in, the changes of the wire out."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal, TypeAlias

from ..errors import UnusableInput
from ..values import Change, Spec
from .catalogue import PROFILES, TABLE, Level
from .emit import Found
from .walk import Walk
from .words import describe

_FOLDED = "; operations after this one that use it too are not listed"

Verdict: TypeAlias = Literal["none", "compatible", "breaking"]


def compare(
    old: Spec,
    new: Spec,
    *,
    profile: str = "client",
    levels: Mapping[str, str] | None = None,
    today: datetime.date | None = None,
    deprecation_days: int = 0,
) -> list[Change]:
    """The changes between two OpenAPI 3 documents, worst first, then in document order.

    `profile` is `wire` (what old requests and answers make of it) or `client` (what code written against
    the generated client does); `levels` changes the level of single ids (`none`: not told at all). `today`
    judges sunset dates; `deprecation_days` is the notice that a sunset has to give, 0 for none.

    Raises UnusableInput for a document that cannot be compared, an unknown profile, id or level.
    """
    table = level_table(profile, levels)
    for spec, which in ((old, "old"), (new, "new")):
        require_openapi(spec, which)
    walk = Walk(old, new, today or datetime.date.today(), deprecation_days)  # noqa: DTZ011  sunset dates have no zone
    lenient = frozenset(TABLE) - frozenset(levels or ()) if profile == "client" else frozenset[str]()
    with _without_collection():
        return _sorted(walk, table, lenient)


def _level(found: Found, table: Mapping[str, Level], lenient: frozenset[str]) -> Level:
    """The level of the table; what an error's body holds breaks no client, which raises by the status alone."""
    level = table[found.id]
    is_error = found.direction == "response" and found.where[:1] in ("3", "4", "5")
    return "risky" if is_error and level == "breaking" and found.id in lenient else level


def _sorted(walk: Walk, table: Mapping[str, Level], lenient: frozenset[str]) -> list[Change]:
    """The changes that have a level, each once for an operation, worst first."""
    changes: dict[tuple[str, ...], Change] = {}
    for found in walk.found():
        if found.id in table:
            fact = found.fact
            name = (
                found.id,
                found.operation,
                fact.old_pointer,
                fact.new_pointer,
                fact.name,
                str(fact.old),
                str(fact.new),
            )
            if name not in changes:
                changes[name] = _change(found, _level(found, table, lenient))
    return sorted(changes.values(), key=lambda change: LEVELS.index(change.level))


@contextmanager
def _without_collection() -> Iterator[None]:
    """A pause of the garbage collector: what a comparison makes all lives to its end.

    Looking through it again and again took a third of the time of two 5 MB documents.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


LEVELS: tuple[Level, ...] = ("breaking", "risky", "info")


def level_table(profile: str, levels: Mapping[str, str] | None = None) -> dict[str, Level]:
    """The levels of a profile with single ids changed. Raises UnusableInput for a name that does not exist."""
    if profile not in PROFILES:
        raise UnusableInput(f"drift: there is no profile {profile!r}; take {' or '.join(PROFILES)}.")
    table = dict(PROFILES[profile])
    for name, level in (levels or {}).items():
        if name not in TABLE:
            raise UnusableInput(f"drift levels: {name!r} is not the id of a change; see generator/drift/catalogue.py.")
        chosen = next((known for known in LEVELS if known == level), None)
        if chosen is not None:
            table[name] = chosen
        elif level == "none":
            del table[name]
        else:
            raise UnusableInput(f"drift levels: {name} is {level!r}; a level is one of {', '.join(LEVELS)}, none.")
    return table


def require_openapi(spec: Any, which: str) -> None:
    """Raise UnusableInput, with the reason, unless the document is OpenAPI 3."""
    if not isinstance(spec, dict):
        raise UnusableInput(
            f"the {which} document is {_kind(spec)}, not an OpenAPI document; give one with `openapi: 3.x`."
        )
    if "swagger" in spec:
        raise UnusableInput(
            f"the {which} document is Swagger {spec['swagger']}; convert it to Swagger 2 or OpenAPI 3 first."
        )
    version = spec.get("openapi")
    if version is None:
        found = ", ".join(sorted(map(str, spec))[:5]) or "nothing"
        raise UnusableInput(
            f"the {which} document has no `openapi` version (it has: {found}); it is not an OpenAPI document."
        )
    if not str(version).startswith("3"):
        raise UnusableInput(f"the {which} document is OpenAPI {version}; versions 3.0 to 3.2 can be compared.")


def _kind(value: Any) -> str:
    return {list: "a list", str: "text", type(None): "empty"}.get(type(value), f"a {type(value).__name__}")


def _change(found: Found, level: Level) -> Change:
    fact = found.fact
    path = found.path
    if fact.family == "property":
        path = f"{path}.{fact.name}" if path else fact.name
    return Change(
        id=found.id,
        level=level,
        operation=found.operation,
        pointer=fact.new_pointer,
        direction=found.direction,
        text=describe(found.id, fact, path) + (_FOLDED if found.last else ""),
        old_pointer=fact.old_pointer,
        where=found.where,
        path=path,
        old=fact.old,
        new=fact.new,
    )


def verdict(changes: Iterable[Change]) -> Verdict:
    """`breaking` if any change is, `none` if there is no change, else `compatible`; accepted ones do not count."""
    counted = [change for change in changes if change.accepted is None]
    if any(change.level == "breaking" for change in counted):
        return "breaking"
    return "compatible" if counted else "none"
