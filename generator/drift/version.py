"""The next version of a package, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from attrs import frozen

from ..errors import UnusableInput
from ..values import Change

Bump: TypeAlias = Literal["major", "minor", "patch"]

_VERSION: Final = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_ALWAYS_MAJOR: Final = ("api-security", "api-global-security", "api-server-removed")
"""How a call proves itself, and where it goes, is the caller's configuration: a change there is major."""


@frozen
class NextVersion:
    """`bump` is what the change is; `version` what it comes to, shifted down by one before 1.0."""

    version: str
    bump: Bump
    reason: str


def next_version(current: str, changes: Iterable[Change], surface: Iterable[str] = ()) -> NextVersion:
    """The version after `current`.

    `surface` are lines of the surface's diff: `-` for a public name that is gone or was otherwise, `+` for
    a new one. Raises UnusableInput for a version that is not three numbers.
    """
    found = _VERSION.fullmatch(current)
    if found is None:
        raise UnusableInput(f"the package version is {current!r}; drift counts versions of three numbers (1.2.3).")
    bump, reason = _bump([change for change in changes if change.accepted is None], list(surface))
    major, minor, patch = (int(part) for part in found.groups())
    if major == 0:
        shifted = (0, minor + 1, 0) if bump == "major" else (0, minor, patch + 1)
        reason += {"major": " (major change in 0.x)", "minor": " (minor change in 0.x)", "patch": ""}[bump]
    else:
        shifted = {"major": (major + 1, 0, 0), "minor": (major, minor + 1, 0), "patch": (major, minor, patch + 1)}[bump]
    return NextVersion(".".join(map(str, shifted)), bump, reason)


def _bump(changes: list[Change], surface: list[str]) -> tuple[Bump, str]:
    for change in changes:
        if change.level == "breaking":
            return "major", _because(change)
    for change in changes:
        if change.id.startswith(_ALWAYS_MAJOR) and not change.id.endswith("component-added"):
            return "major", _because(change)
    gone = next((line for line in surface if line.startswith("-")), None)
    if gone is not None:
        return "major", f"public surface: {gone}"
    if changes:
        return "minor", _because(changes[0])
    added = next((line for line in surface if line.startswith("+")), None)
    if added is not None:
        return "minor", f"public surface: {added}"
    return "patch", "documentation or internals only"


def _because(change: Change) -> str:
    return " ".join(filter(None, (change.id, change.operation, change.path)))
