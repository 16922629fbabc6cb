"""Deprecation, sunset dates and stability levels of operations, parameters and properties."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Final

from .facts import Fact

STABILITY: Final = ("draft", "alpha", "beta", "stable")


def sunset_date(value: Any) -> datetime.date | None:
    """The date of an `x-sunset`; None for one that is not a date. YAML may have read it as a date already."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def property_lifecycle(fact: Fact, today: datetime.date, deprecation_days: int) -> str | None:
    """What a property's `deprecated` and `x-sunset` say now; None for a later date, which harms nobody."""
    (was, _), (is_now, sunset) = fact.old, fact.new
    if was and not is_now:
        return "reactivated"
    if sunset is None:
        return None if was else "deprecated-sunset-missing" if deprecation_days else "deprecated"
    date = sunset_date(sunset)
    if date is None:
        return "deprecated-sunset-invalid"
    if date < today + datetime.timedelta(days=deprecation_days):
        return "sunset-date-too-small"
    return None if was else "deprecated-with-sunset"


def stability_change(old: Any, new: Any) -> str | None:
    """Whether a stability level that both documents state fell or rose."""
    if old not in STABILITY or new not in STABILITY or old == new:
        return None
    return "stability-decreased" if STABILITY.index(new) < STABILITY.index(old) else "stability-increased"


def invalid_stability(node: dict[str, Any]) -> bool:
    value = node.get("x-stability-level")
    return value is not None and value not in STABILITY


def removed(node: dict[str, Any], prefix: str, today: datetime.date) -> str:
    """The id for an operation that is gone; `prefix` is `api-path` or `api`."""
    if node.get("deprecated") is not True:
        unstable = node.get("x-stability-level") in ("draft", "alpha")
        return f"{prefix}-removed-unstable" if unstable else f"{prefix}-removed-without-deprecation"
    sunset = node.get("x-sunset")
    if sunset is None:
        return f"{prefix}-removed-with-deprecation"
    date = sunset_date(sunset)
    if date is None:
        return "api-path-sunset-parse"
    return f"{prefix}-removed-before-sunset" if today < date else f"{prefix}-removed-with-deprecation"


def operation_lifecycle(
    old: dict[str, Any], new: dict[str, Any], today: datetime.date, deprecation_days: int
) -> Iterator[tuple[str, Any, Any]]:
    """The ids for what an operation's `deprecated`, `x-sunset` and `x-stability-level` say now, with values."""
    if invalid_stability(old) or invalid_stability(new):
        yield "api-invalid-stability-level", old.get("x-stability-level"), new.get("x-stability-level")
    elif change := stability_change(old.get("x-stability-level"), new.get("x-stability-level")):
        yield f"api-{change}", old["x-stability-level"], new["x-stability-level"]
    was, is_now = old.get("deprecated") is True, new.get("deprecated") is True
    before, after = old.get("x-sunset"), new.get("x-sunset")
    if was and not is_now:
        yield "endpoint-reactivated", True, False
    elif is_now and not was:
        yield _newly_deprecated(after, today, deprecation_days), before, after
    elif is_now and before != after:
        name = _moved_sunset(before, after, today, deprecation_days)
        if name is not None:
            yield (
                {"parse": "api-path-sunset-parse", "deleted": "sunset-deleted"}.get(
                    name, "api-sunset-date-changed-too-small"
                ),
                before,
                after,
            )


def _newly_deprecated(sunset: Any, today: datetime.date, deprecation_days: int) -> str:
    if sunset is None:
        return "api-deprecated-sunset-missing" if deprecation_days else "endpoint-deprecated"
    date = sunset_date(sunset)
    if date is None:
        return "api-deprecated-sunset-parse"
    early = date < today + datetime.timedelta(days=deprecation_days)
    return "api-sunset-date-too-small" if early else "endpoint-deprecated-with-sunset"


def _moved_sunset(before: Any, after: Any, today: datetime.date, deprecation_days: int) -> str | None:
    if after is None:
        return "deleted"
    old, new = sunset_date(before), sunset_date(after)
    if new is None or (before is not None and old is None):
        return "parse"
    limit = today + datetime.timedelta(days=deprecation_days)
    return "too-small" if new < limit and (old is None or new < old) else None


def parameter_lifecycle(
    old: dict[str, Any], new: dict[str, Any], today: datetime.date, deprecation_days: int
) -> Iterator[tuple[str, Any, Any]]:
    """The same for a parameter."""
    was, is_now = old.get("deprecated") is True, new.get("deprecated") is True
    before, after = old.get("x-sunset"), new.get("x-sunset")
    if was and not is_now:
        yield "request-parameter-reactivated", True, False
    elif is_now and not was:
        name = _newly_deprecated(after, today, deprecation_days)
        yield (
            {
                "api-deprecated-sunset-missing": "request-parameter-deprecated-sunset-missing",
                "api-deprecated-sunset-parse": "request-parameter-sunset-parse",
                "api-sunset-date-too-small": "request-parameter-sunset-date-too-small",
            }.get(name, "request-parameter-deprecated"),
            before,
            after,
        )
    elif is_now and before != after:
        moved = _moved_sunset(before, after, today, deprecation_days)
        if moved is not None:
            yield (
                {
                    "parse": "request-parameter-sunset-parse",
                    "deleted": "request-parameter-sunset-deleted",
                }.get(moved, "request-parameter-sunset-date-changed-too-small"),
                before,
                after,
            )


def removed_parameter(node: dict[str, Any], today: datetime.date) -> str:
    """The id for a parameter that is gone."""
    if node.get("deprecated") is not True:
        return "request-parameter-removed"
    sunset = node.get("x-sunset")
    if sunset is None:
        return "request-parameter-removed-with-deprecation"
    date = sunset_date(sunset)
    if date is None:
        return "request-parameter-sunset-parse"
    return "request-parameter-removed-" + ("before-sunset" if today < date else "with-deprecation")
