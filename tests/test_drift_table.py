"""The table of changes: whole, well named, and each change with a way back."""

from __future__ import annotations

import re

import pytest

from generator.drift.catalogue import LOWER, NARROWING, PROFILES, TABLE, UPPER, schema_id
from generator.drift.mirrors import WAIVED, mirrors, waiver

ORDER = ["info", "risky", "breaking"]


def test_every_id_has_a_mirror_or_a_written_waiver() -> None:
    assert [name for name in TABLE if not list(mirrors(name)) and waiver(name) is None] == []


def test_every_waiver_is_needed() -> None:
    unneeded = [part for part in WAIVED if not any(part in name and not list(mirrors(name)) for name in TABLE)]
    assert unneeded == []


def test_ids_are_kebab_case_and_have_a_level() -> None:
    assert [name for name in TABLE if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", name)] == []
    assert set(TABLE.values()) == set(ORDER)


def test_both_profiles_have_the_same_ids() -> None:
    assert PROFILES["client"].keys() == PROFILES["wire"].keys() == TABLE.keys()


@pytest.mark.parametrize("keyword", NARROWING)
def test_what_narrows_breaks_requests_and_what_widens_breaks_responses(keyword: str) -> None:
    levels = [
        TABLE[f"{direction}-property-{keyword}-{what}"]
        for direction in ("request", "response")
        for what in ("added", "removed")
    ]
    assert levels == ["breaking", "info", "info", "breaking"]


@pytest.mark.parametrize(
    ("keyword", "tighter", "looser"),
    [*((name, "decreased", "increased") for name in UPPER), *((name, "increased", "decreased") for name in LOWER)],
)
def test_bounds_are_contravariant_in_requests_and_covariant_in_responses(
    keyword: str, tighter: str, looser: str
) -> None:
    assert TABLE[f"request-property-{keyword}-{tighter}"] == "breaking"
    assert TABLE[f"request-property-{keyword}-{looser}"] == "info"
    assert TABLE[f"response-property-{keyword}-{tighter}"] == "info"
    assert TABLE[f"response-property-{keyword}-{looser}"] == "breaking"


def test_what_is_never_sent_is_info() -> None:
    names = [name for name in TABLE if "request-read-only-property" in name or "response-write-only-property" in name]
    assert names
    assert {TABLE[name] for name in names} == {"info"}


def test_the_client_profile_differs_where_code_breaks_and_the_wire_does_not() -> None:
    client = PROFILES["client"]
    assert (TABLE["api-operation-id-removed"], client["api-operation-id-removed"]) == ("info", "breaking")
    assert (TABLE["response-property-enum-value-added"], client["response-property-enum-value-added"]) == (
        "risky",
        "info",
    )
    assert (TABLE["request-property-removed"], client["request-property-removed"]) == ("risky", "breaking")


@pytest.mark.parametrize(
    ("what", "where", "direction", "name"),
    [
        ("enum-value-removed", "body", "response", "response-mediatype-enum-value-removed"),
        ("max-items-decreased", "parameter-property", "request", "request-parameter-max-items-decreased"),
        ("type-specialized", "property", "request", "request-property-type-changed"),
        ("type-specialized", "parameter-property", "request", "request-parameter-property-type-specialized"),
        ("max-decreased", "header", "response", "response-header-schema-changed"),
    ],
)
def test_ids_that_are_spelt_otherwise(what: str, where: str, direction: str, name: str) -> None:
    assert schema_id(what, where, direction) == name  # type: ignore[arg-type]
