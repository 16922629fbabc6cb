"""Fetching from a server that is slow, endless, hostile or gone, or has something else: nothing is written."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest
from attrs import evolve
from fetching import QUICK, SPEC, TODAY, Upstream, fetched, problem
from loopback import Answer, answer

from generator.errors import Unreachable, UnusableInput
from generator.fetch import fetch_provider, read_lock
from generator.fetch.download import download
from generator.output import files
from generator.provider.settings import Provider, Source


@pytest.mark.parametrize(
    ("status", "advice"),
    [(404, "moved?"), (410, "gone for good"), (403, "refuses"), (401, "login"), (503, "trouble"), (429, "too many")],
)
def test_a_document_that_is_not_there_is_unreachable(
    provider: Provider, upstream: Upstream, status: int, advice: str
) -> None:
    fetched(provider, upstream, answer(SPEC))
    message = problem(provider, upstream, answer(raw=b"gone", status=status))
    assert f"answered {status}" in message
    assert advice in message
    assert "as it was" in message


def test_html_instead_of_the_document_is_said(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(SPEC))
    page = b"<!doctype html><html><head><title>Sign in</title></head><body>hello</body></html>"
    assert "not with an API description" in problem(provider, upstream, answer(raw=page, Content_Type="text/html"))


def test_another_document_at_the_url_is_said_with_both_titles(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, answer(SPEC))
    other = {"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {"/pets": {}}}
    message = problem(provider, upstream, answer(other))
    assert "'Pets' instead of 'Things'" in message


def test_a_slow_server_is_left(provider: Provider, upstream: Upstream) -> None:
    assert "did not answer within 0.3 s" in problem(provider, upstream, Answer(fault="silence"))


def test_a_dripping_server_is_left_when_the_time_is_over(provider: Provider, upstream: Upstream) -> None:
    start = time.monotonic()
    assert "was not done after 1 s" in problem(provider, upstream, Answer(body=b" " * 600, fault="trickle"))
    assert time.monotonic() - start < 10


def test_an_endless_answer_is_cut_at_the_size_limit(provider: Provider, upstream: Upstream) -> None:
    assert "more than 20,000 bytes" in problem(provider, upstream, Answer(fault="endless"))


def test_an_answer_that_swells_when_unpacked_is_cut_at_the_size_limit(provider: Provider, upstream: Upstream) -> None:
    bomb = gzip.compress(b"x" * 2_000_000)
    assert "more than 20,000 bytes" in problem(provider, upstream, answer(raw=bomb, Content_Encoding="gzip"))


def test_a_connection_cut_in_the_middle_is_said(provider: Provider, upstream: Upstream) -> None:
    assert "cut the connection" in problem(provider, upstream, answer(SPEC, fault="drop_body"))


def test_a_connection_that_is_always_reset_is_said_after_three_tries(provider: Provider, upstream: Upstream) -> None:
    upstream.answers["/things.json"] = Answer(fault="reset")
    with pytest.raises(Unreachable, match="cut the connection"):
        fetch_provider(provider, today=TODAY, limits=evolve(QUICK, pauses=(0.01, 0.01)))
    assert len(upstream.requests) == 3


def test_what_is_not_packed_as_it_says_is_said(provider: Provider, upstream: Upstream) -> None:
    assert "packed its answer, and did not" in problem(provider, upstream, answer(raw=b"{}", Content_Encoding="gzip"))


def test_a_server_that_is_off_is_said(provider: Provider, upstream: Upstream) -> None:
    upstream.close()
    assert "cannot be reached" in problem(provider, upstream, None)


def test_a_circle_of_redirects_is_said(provider: Provider, upstream: Upstream) -> None:
    upstream.answers["/b"] = answer(raw=b"", status=302, Location="/things.json")
    message = problem(provider, upstream, answer(raw=b"", status=302, Location="/b"))
    assert "redirects in a circle" in message
    assert f"redirected to {upstream.url}/b" in message


def test_too_many_redirects_are_said(provider: Provider, upstream: Upstream) -> None:
    for step in range(9):
        upstream.answers[f"/{step}"] = answer(raw=b"", status=302, Location=f"/{step + 1}")
    assert "more than 3 times" in problem(provider, upstream, answer(raw=b"", status=302, Location="/0"))


@pytest.mark.parametrize(
    "address", ["10.0.0.7", "169.254.169.254", "192.168.1.1", "[fd00::1]", "[::ffff:10.0.0.1]", "0.0.0.0"]
)
def test_a_redirect_to_a_private_address_is_refused(provider: Provider, upstream: Upstream, address: str) -> None:
    message = problem(provider, upstream, answer(raw=b"", status=302, Location=f"https://{address}/meta"))
    assert "a private address" in message


def test_a_redirect_from_https_to_http_is_refused(provider: Provider, upstream: Upstream) -> None:
    message = problem(provider, upstream, answer(raw=b"", status=302, Location="http://example.com/x"))
    assert "is not https" in message


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/spec.json",
        "ftp://example.com/x",
        "file:///etc/passwd",
        "things.json",
        "https://user:secret@example.com/x",
    ],
)
def test_only_https_and_this_machine_are_read(url: str) -> None:
    with pytest.raises(Unreachable) as caught:
        download("things", url, limits=QUICK)
    assert "secret" not in str(caught.value)


def test_one_document_that_cannot_be_had_leaves_all_as_they_were(upstream: Upstream, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    sources = tuple(Source(name, f"{upstream.url}/{name}", (name,)) for name in ("a", "b", "c"))
    provider = Provider(tmp_path, "T", "t", "T", "T", "0.1.0", sources)
    upstream.answers["/a"] = answer(SPEC)
    with pytest.raises(Unreachable) as caught:
        fetch_provider(provider, today=TODAY, limits=QUICK)
    assert ["b: " in str(caught.value), "c: " in str(caught.value)] == [True, True]
    assert files(tmp_path) == {}


@pytest.mark.parametrize("text", ["{", "[]", '{"documents": []}'])
def test_a_broken_lock_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "lock.json").write_text(text)
    with pytest.raises(UnusableInput, match="restore it"):
        read_lock(tmp_path)
