"""Acceptances, which let a change pass for a while, and the next version."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from attrs import evolve
from drift_changes import TODAY, changes

from generator.drift import Report
from generator.drift.accept import Acceptance, accept, read_acceptances
from generator.drift.version import next_version
from generator.errors import UnusableInput
from generator.values import Change


def acceptance(fingerprint: str, expires: datetime.date = datetime.date(2027, 1, 1)) -> Acceptance:
    return Acceptance(fingerprint, "request-property-enum-value-removed", "the docs were wrong", expires)


def test_an_accepted_change_stays_in_the_report_and_does_not_count() -> None:
    found = changes()
    marked, stale = accept(found, [acceptance(found[0].fingerprint)], TODAY)
    assert ([one.accepted for one in marked], stale) == (["the docs were wrong", None], [])
    assert Report("t", "a", "b", tuple(marked)).verdict == "compatible"


def test_an_acceptance_that_ended_or_matches_nothing_is_stale() -> None:
    found = changes()
    entries = [acceptance(found[0].fingerprint, datetime.date(2025, 12, 31)), acceptance("0" * 16)]
    marked, stale = accept(found, entries, TODAY)
    assert [one.accepted for one in marked] == [None, None]
    assert [line.partition(": ")[2] for line in stale] == [
        "expired on 2025-12-31; look again, then renew or delete it", "matches no change any more; delete it",
    ]  # fmt: skip


def test_a_fingerprint_is_of_id_pointers_and_values_and_not_of_words() -> None:
    one = changes()[0]
    assert evolve(one, text="reworded", level="info", operation="GET /other", where="x").fingerprint == one.fingerprint
    for other in (evolve(one, id="x-y"), evolve(one, pointer="/x"), evolve(one, old="z"), evolve(one, path="other")):
        assert other.fingerprint != one.fingerprint


def test_an_acceptance_survives_the_lock_file() -> None:
    entry = acceptance("a" * 16)
    assert read_acceptances([entry.as_data()], "lock.json") == [entry]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({}, "not a list"), (["x"], r"accepted\[0\] is not an object"),
        ([{**acceptance("x").as_data(), "reason": " "}], "has no reason"),
        ([{**acceptance("x").as_data(), "expires": "soon"}], "write a date"),
    ],
)  # fmt: skip
def test_an_acceptance_without_reason_or_expiry_is_refused(entries: Any, said: str) -> None:
    with pytest.raises(UnusableInput, match=said):
        read_acceptances(entries, "lock.json")


BREAKING, INFO = changes()
SERVER = evolve(INFO, id="api-server-removed", operation="", path="")


@pytest.mark.parametrize(
    ("current", "found", "surface", "version", "bump"),
    [
        ("1.4.2", [BREAKING], [], "2.0.0", "major"), ("1.4.2", [INFO], [], "1.5.0", "minor"),
        ("1.4.2", [], [], "1.4.3", "patch"), ("0.2.5", [BREAKING], [], "0.3.0", "major"),
        ("0.2.5", [INFO], [], "0.2.6", "minor"), ("0.2.5", [], [], "0.2.6", "patch"),
        ("1.0.0", [evolve(BREAKING, accepted="wrong docs")], [], "1.0.1", "patch"),
        ("1.0.0", [SERVER], [], "2.0.0", "major"), ("1.0.0", [], ["- things.Old  [class]"], "2.0.0", "major"),
        ("1.0.0", [], ["+ things.New  [class]"], "1.1.0", "minor"),
    ],
)  # fmt: skip
def test_the_next_version(current: str, found: list[Change], surface: list[str], version: str, bump: str) -> None:
    following = next_version(current, found, surface)
    assert (following.version, following.bump) == (version, bump)
    assert following.reason


def test_a_version_that_is_not_three_numbers_is_said() -> None:
    with pytest.raises(UnusableInput, match="three numbers"):
        next_version("1.0rc1", [])
