"""Differences of what stands below a schema: properties, subschemas and members that come and go."""

from __future__ import annotations

from typing import Any

from .facts import Fact
from .match import Matched
from .view import At, View


def property_fact(
    what: str,
    name: str,
    old_at: str,
    new_at: str,
    before: View | None,
    after: View | None,
    old: View,
    new: View,
) -> Fact:
    silent = frozenset(
        key
        for key in ("readOnly", "writeOnly")
        for view in (after or before,)
        if view is not None and view.keys.get(key)
    )
    required = name in (old.required if what == "removed" else new.required)
    if what == "became-optional":
        required = True
    default = after is not None and "default" in after.keys
    was: Any = name in old.required
    is_now: Any = name in new.required
    if what in ("added", "removed"):
        was, is_now = _shape(before), _shape(after)
    return Fact(what, was, is_now, old_at, new_at, name, "property", required, default, silent)


def _shape(view: View | None) -> str | None:
    if view is None:
        return None
    if view.types:
        return " | ".join(view.types) + (f" ({view.keys['format']})" if "format" in view.keys else "")
    return view.label or ("union" if view.unions else "any")


def presence_fact(what: str, before: At | None, after: At | None, old: View, new: View, name: str = "") -> Fact:
    return Fact(
        what,
        _said(before),
        _said(after),
        before[1] if before is not None else old.pointer,
        after[1] if after is not None else new.pointer,
        name,
    )


def _said(at: At | None) -> Any:
    """What stands there, short enough to be shown; a reference is shown as its target's name."""
    if at is None:
        return None
    raw = at[0]
    if isinstance(raw, dict) and isinstance(raw.get("$ref"), str):
        return raw["$ref"].rpartition("/")[2]
    if isinstance(raw, dict):
        return raw.get("title") if isinstance(raw.get("title"), str) else _kind(raw)
    return raw


def _kind(raw: dict[str, Any]) -> str:
    kind = raw.get("type")
    return kind if isinstance(kind, str) else " | ".join(map(str, kind)) if isinstance(kind, list) else "schema"


def list_of_types_fact(old: View, new: View, keyword: str, found: Matched) -> Fact | None:
    """A union that only says "one of these types", against another or against a bare type."""
    before, after = _bare_types(old, keyword), _bare_types(new, keyword)
    if not before or not after or before == after or not (before < after or after < before):
        return None
    what = "list-of-types-widened" if before < after else "list-of-types-narrowed"
    return Fact(what, sorted(before), sorted(after), old.pointer, new.pointer)


def _bare_types(view: View, keyword: str) -> frozenset[str]:
    raw = view.raw if isinstance(view.raw, dict) else {}
    members = raw.get(keyword)
    if isinstance(members, list):
        if all(isinstance(one, dict) and set(one) == {"type"} and isinstance(one["type"], str) for one in members):
            return frozenset(one["type"] for one in members) - {"null"}
        return frozenset()
    bare = set(raw) - {"description", "title", "nullable", "example"} == {"type"}
    return frozenset(view.types) if bare else frozenset()
