"""Fetching what a server still has: what is new, unchanged, reformatted or changed, and what is written."""

from __future__ import annotations

import gzip
import hashlib

import pytest
from attrs import evolve
from fetching import LATER, QUICK, SPEC, TODAY, Upstream, fetched, problem, spec_bytes
from loopback import Answer, answer

from generator.fetch import canonical_sha256, fetch_provider, read_lock, write_fetched
from generator.output import files
from generator.provider.settings import Provider


def test_the_first_fetch_writes_the_page_and_the_lock(provider: Provider, upstream: Upstream) -> None:
    body = spec_bytes()
    fetched(provider, upstream, answer(raw=body, ETag='"one"'))
    assert (provider.folder / "source" / "things.json").read_bytes() == body
    assert read_lock(provider.folder) == {
        "documents": {
            "things": {
                "url": upstream.url + "/things.json",
                "file": "things.json",
                "raw_sha256": hashlib.sha256(body).hexdigest(),
                "canonical_sha256": canonical_sha256(SPEC),
                "etag": '"one"',
                "last_modified": None,
                "date": "2026-01-01",
                "bytes": len(body),
                "version": "1",
                "paths": 1,
            }
        },
        "accepted": [],
    }


def test_an_etag_that_still_holds_is_unchanged_and_writes_nothing(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(SPEC, ETag='"one"'))
    upstream.answers["/things.json"] = Answer(304)
    before = files(provider.folder)
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert (one.state, upstream.requests[-1].header("if-none-match")) == ("unchanged", '"one"')
    assert write_fetched(provider, [one]) == []
    assert files(provider.folder) == before


def test_the_same_bytes_again_are_unchanged_whatever_the_server_says(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(SPEC))
    before = files(provider.folder)
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert one.state == "unchanged"
    write_fetched(provider, [one])
    assert files(provider.folder) == before


def test_other_bytes_that_say_the_same_are_reformatted(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(SPEC))
    upstream.answers["/things.json"] = answer(raw=spec_bytes(dict(reversed(SPEC.items())), indent=2))
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert one.state == "reformatted"
    assert one.entry["canonical_sha256"] == canonical_sha256(SPEC)


def test_a_changed_document_is_changed_and_replaces_the_page(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(SPEC))
    body = spec_bytes({**SPEC, "info": {"title": "Things", "version": "2"}})
    upstream.answers["/things.json"] = answer(raw=gzip.compress(body), Content_Encoding="gzip")
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert (one.state, one.entry["date"], one.entry["version"]) == ("changed", "2026-02-01", "2")
    write_fetched(provider, [one])
    assert (provider.folder / "source" / "things.json").read_bytes() == body


def test_a_page_edited_by_hand_is_not_asked_for_by_etag(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(SPEC, ETag='"one"'))
    (provider.folder / "source" / "things.json").write_text("{}")
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert upstream.requests[-1].header("if-none-match") is None
    assert one.state == "changed"


def test_acceptances_in_the_lock_survive_a_fetch(provider: Provider, upstream: Upstream) -> None:
    (provider.folder / "lock.json").write_text('{"accepted": [{"fingerprint": "x"}], "documents": {}}')
    fetched(provider, upstream, answer(SPEC))
    assert read_lock(provider.folder)["accepted"] == [{"fingerprint": "x"}]


@pytest.mark.parametrize("first", [Answer(fault="reset"), Answer(503)], ids=["reset", "busy"])
def test_what_passes_is_tried_again(provider: Provider, upstream: Upstream, first: Answer) -> None:
    upstream.then(first, answer(SPEC))
    limits = evolve(QUICK, pauses=(0.01,))
    (one,) = fetch_provider(provider, today=TODAY, limits=limits)
    assert (one.state, len(upstream.requests)) == ("new", 2)


YAML_SPEC = b"""\
openapi: 3.1.0
info: {title: Things, version: "1"}
paths:
  /things:
    get: {responses: {"200": {$ref: "#/components/responses/Found"}}}
components:
  responses:
    Found: {description: it}
  schemas: {}
"""


def test_yaml_cut_between_two_lines_is_no_drift(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(raw=YAML_SPEC))
    message = problem(provider, upstream, answer(raw=YAML_SPEC[: YAML_SPEC.index(b"    Found")]))
    assert "it ends early, and '#/components/responses/Found' leads to nothing in it" in message


def test_yaml_whose_last_part_went_is_not_taken_for_cut(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(raw=YAML_SPEC))
    upstream.answers["/things.json"] = answer(raw=YAML_SPEC[: YAML_SPEC.index(b"  schemas")])
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert one.state == "changed"


def test_a_redirect_is_followed_and_shown(provider: Provider, upstream: Upstream) -> None:
    upstream.answers["/new.json"] = answer(SPEC)
    upstream.answers["/things.json"] = answer(raw=b"", status=301, Location="/new.json")
    (one,) = fetch_provider(provider, today=TODAY, limits=QUICK)
    assert one.redirects == (upstream.url + "/new.json",)
    assert one.line == f"things  new  {canonical_sha256(SPEC)[:8]} -> {upstream.url}/new.json"
