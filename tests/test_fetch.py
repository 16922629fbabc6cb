"""Fetching from a server that may be slow, endless, hostile or gone: a real one, on this machine."""

from __future__ import annotations

import datetime
import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from generator.errors import Unreachable, UnusableInput
from generator.fetch import canonical_sha256, fetch_provider, read_lock, write_fetched
from generator.fetch.download import Limits, download
from generator.provider.settings import Provider, Source

TODAY = datetime.date(2026, 1, 1)
LATER = datetime.date(2026, 2, 1)
SPEC = {
    "openapi": "3.0.3",
    "info": {"title": "Things", "version": "1"},
    "paths": {"/things": {"get": {"responses": {}}}},
}
QUICK = Limits(size=20_000, seconds=1.0, silence=0.3, redirects=3)

Answer = Callable[[BaseHTTPRequestHandler], None]


def said(body: bytes, *, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def spec_bytes(spec: Any = SPEC, indent: int | None = None) -> bytes:
    return json.dumps(spec, indent=indent).encode()


class Upstream:
    """A server whose answers a test sets by path."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.seen: list[dict[str, str]] = []
        upstream = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                upstream.seen.append({name.lower(): value for name, value in self.headers.items()})
                try:
                    upstream.answers.get(self.path, said(b"", status=404))(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    server = Upstream()
    yield server
    server.close()


@pytest.fixture
def provider(upstream: Upstream, tmp_path: Path) -> Provider:
    folder = tmp_path / "things"
    (folder / "source").mkdir(parents=True)
    sources = (Source("things", upstream.url + "/things.json", ("things.json",)),)
    return Provider(folder, "Things", "things", "Things", "THINGS", "0.1.0", sources)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fetched(provider: Provider, upstream: Upstream, answer: Answer) -> None:
    """Fetch once and write it."""
    upstream.answers["/things.json"] = answer
    write_fetched(provider, fetch_provider(provider, today=TODAY, limits=QUICK))


def problem(provider: Provider, upstream: Upstream, answer: Answer | None) -> str:
    """What is said of a bad answer; the folder has to stay as it was."""
    if answer is not None:
        upstream.answers["/things.json"] = answer
    before = files(provider.folder)
    with pytest.raises(Unreachable) as caught:
        fetch_provider(provider, today=LATER, limits=QUICK)
    assert files(provider.folder) == before
    assert caught.value.exit_code == 4
    return str(caught.value)


def test_the_first_fetch_writes_the_page_and_the_lock(provider: Provider, upstream: Upstream) -> None:
    body = spec_bytes()
    fetched(provider, upstream, said(body, ETag='"one"'))
    assert (provider.folder / "source" / "things.json").read_bytes() == body
    assert read_lock(provider.folder) == {
        "documents": {
            "things": {
                "url": upstream.url + "/things.json",
                "file": "things.json",
                "raw_sha256": __import__("hashlib").sha256(body).hexdigest(),
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
    fetched(provider, upstream, said(spec_bytes(), ETag='"one"'))
    upstream.answers["/things.json"] = said(b"", status=304)
    before = files(provider.folder)
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert (one.state, upstream.seen[-1]["if-none-match"]) == ("unchanged", '"one"')
    assert write_fetched(provider, [one]) == []
    assert files(provider.folder) == before


def test_the_same_bytes_again_are_unchanged_whatever_the_server_says(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, said(spec_bytes()))
    before = files(provider.folder)
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert one.state == "unchanged"
    write_fetched(provider, [one])
    assert files(provider.folder) == before


def test_other_bytes_that_say_the_same_are_reformatted(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, said(spec_bytes()))
    upstream.answers["/things.json"] = said(spec_bytes(dict(reversed(SPEC.items())), indent=2))
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert one.state == "reformatted"
    assert one.entry["canonical_sha256"] == canonical_sha256(SPEC)


def test_a_changed_document_is_changed_and_replaces_the_page(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, said(spec_bytes()))
    body = spec_bytes({**SPEC, "info": {"title": "Things", "version": "2"}})
    upstream.answers["/things.json"] = said(gzip.compress(body), Content_Encoding="gzip")
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert (one.state, one.entry["date"], one.entry["version"]) == ("changed", "2026-02-01", "2")
    write_fetched(provider, [one])
    assert (provider.folder / "source" / "things.json").read_bytes() == body


def test_a_page_edited_by_hand_is_not_asked_for_by_etag(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, said(spec_bytes(), ETag='"one"'))
    (provider.folder / "source" / "things.json").write_text("{}")
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert "if-none-match" not in upstream.seen[-1]
    assert one.state == "changed"


def test_acceptances_in_the_lock_survive_a_fetch(provider: Provider, upstream: Upstream) -> None:
    (provider.folder / "lock.json").write_text('{"accepted": [{"fingerprint": "x"}], "documents": {}}')
    fetched(provider, upstream, said(spec_bytes()))
    assert read_lock(provider.folder)["accepted"] == [{"fingerprint": "x"}]


@pytest.mark.parametrize(
    ("status", "advice"),
    [(404, "moved?"), (410, "gone for good"), (403, "refuses"), (401, "login"), (503, "trouble"), (429, "too many")],
)
def test_a_document_that_is_not_there_is_unreachable(
    provider: Provider, upstream: Upstream, status: int, advice: str
) -> None:
    fetched(provider, upstream, said(spec_bytes()))
    message = problem(provider, upstream, said(b"gone", status=status))
    assert f"answered {status}" in message
    assert advice in message
    assert "as it was" in message


def test_html_instead_of_the_document_is_said(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, said(spec_bytes()))
    page = b"<!doctype html><html><head><title>Sign in</title></head><body>hello</body></html>"
    assert "not with an API description" in problem(provider, upstream, said(page, Content_Type="text/html"))


def test_another_document_at_the_url_is_said_with_both_titles(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, said(spec_bytes()))
    other = {"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {"/pets": {}}}
    message = problem(provider, upstream, said(spec_bytes(other)))
    assert "'Pets' instead of 'Things'" in message


def test_a_slow_server_is_left(provider: Provider, upstream: Upstream) -> None:
    def sleepy(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.6)

    assert "did not answer within 0.3 s" in problem(provider, upstream, sleepy)


def test_a_dripping_server_is_left_when_the_time_is_over(provider: Provider, upstream: Upstream) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(600):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    start = time.monotonic()
    assert "was not done after 1 s" in problem(provider, upstream, drip)
    assert time.monotonic() - start < 10


def test_an_endless_answer_is_cut_at_the_size_limit(provider: Provider, upstream: Upstream) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 4096)

    assert "more than 20,000 bytes" in problem(provider, upstream, endless)


def test_an_answer_that_swells_when_unpacked_is_cut_at_the_size_limit(provider: Provider, upstream: Upstream) -> None:
    bomb = gzip.compress(b"x" * 2_000_000)
    assert "more than 20,000 bytes" in problem(provider, upstream, said(bomb, Content_Encoding="gzip"))


def test_a_connection_cut_in_the_middle_is_said(provider: Provider, upstream: Upstream) -> None:
    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"{")
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)

    assert "cut the connection" in problem(provider, upstream, cut)


def broken_at_first(handler: BaseHTTPRequestHandler) -> None:
    """A reset where the request was read, as of a gateway that is started anew."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    handler.connection.close()


@pytest.mark.parametrize("first", [broken_at_first, said(b"", status=503)], ids=["reset", "busy"])
def test_what_passes_is_tried_again(provider: Provider, upstream: Upstream, first: Answer) -> None:
    answers = [first, said(spec_bytes())]
    upstream.answers["/things.json"] = lambda handler: answers.pop(0)(handler)
    limits = evolve(QUICK, pauses=(0.01,))
    (one,) = fetch_provider(provider, today=TODAY, limits=limits)
    assert (one.state, len(upstream.seen)) == ("new", 2)


def test_a_connection_that_is_always_reset_is_said_after_three_tries(provider: Provider, upstream: Upstream) -> None:
    upstream.answers["/things.json"] = broken_at_first
    with pytest.raises(Unreachable, match="cut the connection"):
        fetch_provider(provider, today=TODAY, limits=evolve(QUICK, pauses=(0.01, 0.01)))
    assert len(upstream.seen) == 3


def test_what_is_not_packed_as_it_says_is_said(provider: Provider, upstream: Upstream) -> None:
    assert "packed its answer, and did not" in problem(provider, upstream, said(b"{}", Content_Encoding="gzip"))


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
    fetched(provider, upstream, said(YAML_SPEC))
    message = problem(provider, upstream, said(YAML_SPEC[: YAML_SPEC.index(b"    Found")]))
    assert "it ends early, and '#/components/responses/Found' leads to nothing in it" in message


def test_yaml_whose_last_part_went_is_not_taken_for_cut(provider: Provider, upstream: Upstream) -> None:
    fetched(provider, upstream, said(YAML_SPEC))
    upstream.answers["/things.json"] = said(YAML_SPEC[: YAML_SPEC.index(b"  schemas")])
    (one,) = fetch_provider(provider, today=LATER, limits=QUICK)
    assert one.state == "changed"


def test_a_server_that_is_off_is_said(provider: Provider, upstream: Upstream) -> None:
    upstream.close()
    assert "cannot be reached" in problem(provider, upstream, None)


def test_a_redirect_is_followed_and_shown(provider: Provider, upstream: Upstream) -> None:
    upstream.answers["/new.json"] = said(spec_bytes())
    upstream.answers["/things.json"] = said(b"", status=301, Location="/new.json")
    (one,) = fetch_provider(provider, today=TODAY, limits=QUICK)
    assert one.redirects == (upstream.url + "/new.json",)
    assert one.line == f"things  new  {canonical_sha256(SPEC)[:8]} -> {upstream.url}/new.json"


def test_a_circle_of_redirects_is_said(provider: Provider, upstream: Upstream) -> None:
    upstream.answers["/b"] = said(b"", status=302, Location="/things.json")
    message = problem(provider, upstream, said(b"", status=302, Location="/b"))
    assert "redirects in a circle" in message
    assert f"redirected to {upstream.url}/b" in message


def test_too_many_redirects_are_said(provider: Provider, upstream: Upstream) -> None:
    for step in range(9):
        upstream.answers[f"/{step}"] = said(b"", status=302, Location=f"/{step + 1}")
    assert "more than 3 times" in problem(provider, upstream, said(b"", status=302, Location="/0"))


@pytest.mark.parametrize(
    "address", ["10.0.0.7", "169.254.169.254", "192.168.1.1", "[fd00::1]", "[::ffff:10.0.0.1]", "0.0.0.0"]
)
def test_a_redirect_to_a_private_address_is_refused(provider: Provider, upstream: Upstream, address: str) -> None:
    message = problem(provider, upstream, said(b"", status=302, Location=f"https://{address}/meta"))
    assert "a private address" in message


def test_a_redirect_from_https_to_http_is_refused(provider: Provider, upstream: Upstream) -> None:
    message = problem(provider, upstream, said(b"", status=302, Location="http://example.com/x"))
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
    upstream.answers["/a"] = said(spec_bytes())
    with pytest.raises(Unreachable) as caught:
        fetch_provider(provider, today=TODAY, limits=QUICK)
    assert ["b: " in str(caught.value), "c: " in str(caught.value)] == [True, True]
    assert files(tmp_path) == {}


@pytest.mark.parametrize("text", ["{", "[]", '{"documents": []}'])
def test_a_broken_lock_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "lock.json").write_text(text)
    with pytest.raises(UnusableInput, match="restore it"):
        read_lock(tmp_path)
