"""Findings that a person let pass: "the documents were wrong, not the API".

An acceptance names a fingerprint and holds a reason and a day on which it ends. One that has ended, or
that names nothing that is still found, is stale and said so.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import evolve, frozen

from ..errors import UnusableInput
from ..values import Change


@frozen
class Acceptance:
    """One entry of `accepted` in lock.json. `id` is there for the reader."""

    fingerprint: str
    id: str
    reason: str
    expires: datetime.date

    def as_data(self) -> dict[str, str]:
        return {
            "fingerprint": self.fingerprint,
            "id": self.id,
            "reason": self.reason,
            "expires": self.expires.isoformat(),
        }


def read_acceptances(entries: Any, where: str) -> list[Acceptance]:
    """The entries of a lock file. Raises UnusableInput that names the entry for one without reason or expiry."""
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise UnusableInput(f"{where}: `accepted` is not a list; each entry has fingerprint, id, reason, expires.")
    return [_read(entry, f"{where}: accepted[{index}]") for index, entry in enumerate(entries)]


def _read(entry: Any, where: str) -> Acceptance:
    if not isinstance(entry, dict):
        raise UnusableInput(f"{where} is not an object; it needs fingerprint, id, reason and expires.")
    for name in ("fingerprint", "id", "reason", "expires"):
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            raise UnusableInput(f"{where} has no {name}; write one, so that the next reader can judge it.")
    try:
        expires = datetime.date.fromisoformat(entry["expires"])
    except ValueError:
        raise UnusableInput(f"{where}: expires is {entry['expires']!r}; write a date such as 2027-01-31.") from None
    return Acceptance(entry["fingerprint"], entry["id"], entry["reason"], expires)


def accept(
    changes: Iterable[Change], acceptances: Sequence[Acceptance], today: datetime.date
) -> tuple[list[Change], list[str]]:
    """The changes with the reasons of those accepted, and a line for each acceptance that is stale."""
    valid = {one.fingerprint: one for one in acceptances if one.expires >= today}
    marked: list[Change] = []
    used: set[str] = set()
    for change in changes:
        one = valid.get(change.fingerprint)
        if one is not None:
            used.add(one.fingerprint)
            change = evolve(change, accepted=one.reason)
        marked.append(change)
    stale = [
        f"{one.id} {one.fingerprint}: expired on {one.expires}; look again, then renew or delete it"
        if one.expires < today
        else f"{one.id} {one.fingerprint}: matches no change any more; delete it"
        for one in acceptances
        if one.fingerprint not in used
    ]
    return marked, stale
