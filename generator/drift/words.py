"""Changes in words. Wording is not identity: fingerprints are made of ids, pointers and values."""

from __future__ import annotations

from typing import Any

from .facts import Fact
from .view import key

_LONGEST = 60


def describe(name: str, fact: Fact, path: str) -> str:
    """One line for a change: what it is about, what happened, and the values."""
    about = path or fact.name
    detail = fact.name if path and fact.name != about.rpartition(".")[2] else ""
    text = " ".join(
        filter(
            None, (about + ":" if about else "", happened(name, fact.old, fact.new), shown(detail) if detail else "")
        )
    )
    values = _values(fact)
    return f"{text} ({values})" if values else text


def happened(name: str, old: Any, new: Any) -> str:
    """The id as words; the field calls it removed also where another value came in its place."""
    words = phrase(name)
    return words.removesuffix("removed") + "changed" if words.endswith(" removed") and None not in (old, new) else words


def phrase(name: str) -> str:
    """The id as words, without the place that is told beside it."""
    for prefix in ("request-", "response-", "api-"):
        name = name.removeprefix(prefix)
    for prefix in (
        "parameter-property-",
        "read-only-property-",
        "write-only-property-",
        "property-",
        "parameter-",
    ):
        if name.startswith(prefix):
            name = name.removeprefix(prefix)
            break
    for keyword, spelt in (("one-of", "oneOf"), ("any-of", "anyOf"), ("all-of", "allOf")):
        name = name.replace(f"{keyword}-added", f"{spelt} member added").replace(
            f"{keyword}-removed", f"{spelt} member removed"
        )
    return name.replace("-", " ")


def _values(fact: Fact) -> str:
    if (fact.old is None and fact.new is None) or (isinstance(fact.old, bool) and isinstance(fact.new, bool)):
        return ""
    old, new = (_shown(fact, value) for value in (fact.old, fact.new))
    if fact.old is None:
        return new if new != fact.name else ""
    if fact.new is None:
        return f"was {old}" if old != fact.name else ""
    return f"{old} -> {new}"


def _shown(fact: Fact, value: Any) -> str:
    if fact.family == "type" and value is not None:
        types, form = value
        return (" | ".join(types) or "any") + (f" ({form})" if form else "")
    if fact.family == "lifecycle" and value is not None:
        return "deprecated" + (f" until {value[1]}" if value[1] else "") if value[0] else "in use"
    return shown(value)


def shown(value: Any) -> str:
    """A value on one line, cut where it is long."""
    text = value if isinstance(value, str) else key(value)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
