"""Streams of events: typed as they arrive, whole whatever the chunks, and no way to fill the memory."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from driver import KEY
from hypothesis import given, settings
from hypothesis import strategies as st
from loopback import Answer, Loopback, answer, gzipped
from sample import errors as e
from sample._runtime import events
from sample._runtime.events import Event, Lines, Parser
from sample._runtime.operation import Operation, Result
from sample._runtime.resource import AsyncResource, Resource
from sample.models import Job

WATCH: Operation[Any] = Operation(
    "GET", "/watch", Result("200", "Job", kind="events", media="text/event-stream"), security=(("bearerAuth",),)
)


ONE = b'data: {"id": "1"}\n\n'


def stream(body: bytes, **more: Any) -> Answer:
    return Answer(200, body, {"Content-Type": "text/event-stream"}, **more)


def watch(driver: Any, server: Loopback, **options: Any) -> list[Any]:
    """Every value of the stream; those before a failure are in `driver.seen`."""
    kind = Resource if driver.kind == "sync" else AsyncResource
    return gathered(driver, server, lambda client: kind(client)._stream(WATCH), **options)


def gathered(driver: Any, server: Loopback, asked: Callable[[Any], Any], **options: Any) -> list[Any]:
    driver.seen = []
    if driver.kind == "sync":

        def read(client: Any) -> list[Any]:
            with asked(client) as found:
                for value in found:
                    driver.seen.append(value)
            return driver.seen

        return list(driver.run(read, server, **options))

    async def aread(client: Any) -> list[Any]:
        async with await asked(client) as found:
            async for value in found:
                driver.seen.append(value)
        return driver.seen

    return list(driver.run(aread, server, **options))


def test_a_hook_that_raises_leaves_no_stream_open(driver: Any, server: Loopback) -> None:
    server.then(stream(ONE, fault="drop_body"))
    seen: list[Any] = []

    def refuse(response: Any) -> None:
        seen.append(response)
        raise ValueError("not this one")

    with pytest.raises(ValueError, match="not this one"):
        watch(driver, server, event_hooks={"response": refuse})
    assert seen[0].is_closed


def test_events_are_typed_and_the_customary_last_one_ends_them(driver: Any, server: Loopback) -> None:
    server.then(
        stream(b'data: {"id": "1"}\n\n: a comment\n\ndata: {"id":\ndata:  "2"}\r\n\r\ndata: [DONE]\n\ndata: 3\n\n')
    )
    found = watch(driver, server)
    assert [(type(job), job.id) for job in found] == [(Job, "1"), (Job, "2")]
    assert server.requests[0].header("authorization") is not None


def test_text_that_is_no_json_comes_as_text(driver: Any, server: Loopback) -> None:
    server.then(stream(b"data: hello\n\n"))
    assert watch(driver, server) == ["hello"]


def test_an_event_of_another_shape_names_the_place(driver: Any, server: Loopback) -> None:
    server.then(stream(b'data: {"id": "1"}\n\ndata: {"id": "2", "images": {"a": 1}}\n\n'))
    with pytest.raises(e.DecodeError) as caught:
        watch(driver, server)
    assert caught.value.path == "$.images"
    assert [job.id for job in driver.seen] == ["1"]


def test_an_event_that_nothing_can_read_is_an_error_of_decoding(driver: Any, server: Loopback) -> None:
    def read(value: Any) -> Any:
        return read(value)

    deep: Operation[Any] = Operation("GET", "/deep", Result("200", read, kind="events", media="text/event-stream"))
    kind = Resource if driver.kind == "sync" else AsyncResource
    server.then(stream(ONE))
    with pytest.raises(e.DecodeError, match="could not be read: RecursionError"):
        gathered(driver, server, lambda client: kind(client)._stream(deep))


@pytest.mark.parametrize("fault", ["drop_body", "trickle"])
def test_a_stream_that_breaks_off_says_so(driver: Any, server: Loopback, fault: str) -> None:
    body = b'data: {"id": "1"}\n\n' + b"data: 1\n\n" * 3
    server.then(stream(body, fault="drop_body") if fault == "drop_body" else stream(body, fault="silence"))
    expected = e.APIConnectionError if fault == "drop_body" else e.APITimeoutError
    with pytest.raises(expected) as caught:
        watch(driver, server, timeout=0.3, max_retries=0)
    assert type(caught.value) is expected


def test_an_error_instead_of_a_stream_raises_as_everywhere(driver: Any, server: Loopback) -> None:
    server.then(answer({"error": "no"}, 403))
    with pytest.raises(e.PermissionDeniedError):
        watch(driver, server)


def test_a_stream_without_an_end_does_not_fill_the_memory(
    driver: Any, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "MAX_EVENT", 100_000)
    for body in (b"data: " + b"x" * 200_000, b"data: x\n" * 200_000, ONE + b"y" * 200_000):
        server.then(stream(body))
        with pytest.raises(e.DecodeError, match="longer than 100,000 bytes"):
            watch(driver, server)
    server.then(stream(b": waiting\n" * 20_000 + ONE))
    assert [job.id for job in watch(driver, server)] == ["1"]


def test_a_stream_that_is_packed_twice_is_refused(driver: Any, server: Loopback) -> None:
    body = gzip.compress(gzip.compress(ONE))
    server.then(Answer(200, body, {"Content-Encoding": "gzip, gzip"}))
    with pytest.raises(e.DecodeError, match="packed as gzip, gzip"):
        watch(driver, server)
    server.then(gzipped(ONE))
    assert [job.id for job in watch(driver, server)] == ["1"]


def test_any_endpoint_may_be_read_as_a_stream(driver: Any, server: Loopback) -> None:
    server.then(
        answer({"error": "busy"}, 429, retry_after="0"), stream(b"event: tick\nid: 7\ndata: {}\n\ndata: [DONE]\n\n")
    )
    asked = lambda c: c.request_stream("POST", "/chat", json={"stream": True})  # noqa: E731
    (event,) = gathered(driver, server, asked)
    assert (event.name, event.id, event.data) == ("tick", "7", "{}")
    request = server.requests[1]
    assert (request.header("accept"), request.json()) == ("text/event-stream", {"stream": True})
    assert request.header("authorization") == f"Bearer {KEY}"
    server.then(answer({"error": "no"}, 404))
    with pytest.raises(e.NotFoundError):
        gathered(driver, server, asked)


ROWS_OF_JOBS: Operation[Any] = Operation(
    "GET", "/rows", Result("200", "Job", kind="events", media="application/jsonl", frame="lines")
)
JOB: Operation[Any] = Operation("GET", "/job", Result("200", "Job"))


@pytest.mark.parametrize(
    "asked",
    [
        lambda c, kind: c.request_stream("GET", "/chat"),
        lambda c, kind: kind(c)._stream(ROWS_OF_JOBS),
        lambda c, kind: kind(c)._send(JOB),
    ],
    ids=["events", "lines", "whole"],
)
def test_no_half_of_a_key_stands_in_a_message(driver: Any, server: Loopback, asked: Any) -> None:
    key = "k" * 300 + "." + "e" * 900  # as long as web tokens are
    kind = Resource if driver.kind == "sync" else AsyncResource
    server.then(stream(b"x" * 50 + key.encode() + b" and more"))
    with pytest.raises(e.DecodeError) as caught:
        gathered(driver, server, lambda client: asked(client, kind), api_key=key)
    assert str(caught.value).endswith(f"it starts '{'x' * 50}***'")


def parsed(*chunks: bytes) -> list[tuple[str, str, str]]:
    parser = Parser()
    return [(event.name, event.data, event.id) for chunk in chunks for event in parser.feed(chunk)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("data: a\n\n", [("message", "a", "")]),
        ("\ufeffdata: a\n\n", [("message", "a", "")]),
        ("data: a\r\rdata:b\r\n\r\n", [("message", "a", ""), ("message", "b", "")]),
        ("event: done\nid: 7\ndata\n\ndata: x\n\n", [("done", "", "7"), ("message", "x", "7")]),
        ("data:  two\ndata: lines\n\n", [("message", " two\nlines", "")]),
        ("data: a\u2028b\x0bc\n\n", [("message", "a\u2028b\x0bc", "")]),
        ("id: a\0b\nretry: 5\nother: x\nevent: e\n\ndata: unfinished", []),
    ],
)
def test_the_format_is_that_of_the_html_standard(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert parsed(text.encode()) == expected
    assert repr(Event("a", "b", "")) == "Event('a', 'b')"


LINES = st.lists(st.sampled_from(["data: é\u2028", "data: {}", "event: x", ": c", "", "", "id: 1"]), max_size=12)


@settings(max_examples=200, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.lists(st.integers(0, 200), max_size=6))
def test_the_events_are_the_same_however_they_are_cut(lines: list[str], end: str, cuts: list[int]) -> None:
    body = "".join(line + end for line in lines).encode()
    places = sorted({0, len(body), *(min(c, len(body)) for c in cuts)})
    pieces = [body[a:b] for a, b in pairwise(places)]
    assert parsed(*pieces) == parsed(body) == parsed("".join(line + "\n" for line in lines).encode())


def test_one_line_feed_belongs_to_the_carriage_return_before_it_and_no_more() -> None:
    assert parsed(b"data: a\r", b"\n", b"", b"\n") == [("message", "a", "")]


def test_a_value_is_json_as_the_server_wrote_it(driver: Any, server: Loopback) -> None:
    text = json.dumps({"id": "a\u2028b"}, ensure_ascii=False)
    server.then(stream(f"data: {text}\n\n".encode()))
    assert watch(driver, server)[0].id == "a\u2028b"


ROWS = st.lists(st.sampled_from(['{"a": "\u2028é"}', "1", "", " [2] "]), max_size=12)


@settings(max_examples=200, deadline=None)
@given(ROWS, st.sampled_from([b"\n", b"\x1e"]), st.lists(st.integers(0, 200), max_size=6), st.booleans())
def test_the_lines_are_the_same_however_they_are_cut(
    rows: list[str], separator: bytes, cuts: list[int], ended: bool
) -> None:
    body = separator.join(row.encode() for row in rows) + (separator if ended else b"")
    places = sorted({0, len(body), *(min(c, len(body)) for c in cuts)})
    lines = Lines(separator)
    found = [event.data for a, b in pairwise(places) for event in lines.feed(body[a:b])]
    assert [*found, *(event.data for event in lines.end())] == [row.strip() for row in rows if row]


def test_a_line_without_end_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MAX_EVENT", 1000)
    lines = Lines()
    assert [event.data for event in lines.feed(b"1\n" * 2000)] == ["1"] * 2000
    with pytest.raises(ValueError, match="longer than 1,000 bytes"):
        list(lines.feed(b"x" * 2000))
