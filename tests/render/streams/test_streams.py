"""Streams of events: the schema may be that of the data, of the whole event, or of the list of them."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest
from loopback import Answer, Loopback, answer
from render_support import Built


def stream(*events: str) -> Answer:
    return Answer(200, "".join(f"{event}\n\n" for event in events).encode(), {"Content-Type": "text/event-stream"})


def read(built: Built, server: Loopback, method: str, *events: str) -> list[Any]:
    server.then(stream(*events))
    with getattr(built.client(server.url).s, method)() as found:
        return list(found)


@pytest.mark.parametrize("method", ["data", "list"])
def test_a_schema_of_the_data_types_the_data(built: Built, server: Loopback, method: str) -> None:
    tick = built.models.Tick
    assert read(built, server, method, 'data: {"n": 1}', 'event: x\nid: 7\ndata: {"n": 2}') == [tick(n=1), tick(n=2)]


def test_texts_stay_texts_and_anything_is_read_as_json(built: Built, server: Loopback) -> None:
    assert read(built, server, "text", "data: hello", "data: 5", 'data: "quoted"') == ["hello", "5", "quoted"]
    assert read(built, server, "anything", "data: hello", "data: 5", 'data: {"a": 1}') == ["hello", 5, {"a": 1}]
    assert read(built, server, "lines", "data: 5", "event: e\ndata: {}") == [
        built.models.LinesResponse(event="message", data="5"),
        built.models.LinesResponse(event="e", data="{}"),
    ]


def test_a_discriminator_in_the_data_picks_the_model(built: Built, server: Loopback) -> None:
    models = built.models
    found = read(built, server, "tagged", 'data: {"kind": "tock", "n": 1}', 'data: {"kind": "tick", "n": 1}')
    assert found == [models.Tock(kind="tock", n=1), models.Tick(kind="tick", n=1)]


def test_the_name_of_an_event_picks_the_model_of_its_data(built: Built, server: Loopback) -> None:
    events = ('event: tick\ndata: {"n": 1}', 'event: tock\nid: 9\ndata: {"n": 2, "m": 3}', "event: end\ndata: bye", "event: new\ndata: {}")
    tick, tock, end, new = read(built, server, "typed", *events)
    assert (tick.event, tick.data) == ("tick", built.models.Tick(n=1))
    assert (tock.event, tock.id, tock.data) == ("tock", "9", built.models.Tock(n=2, m=3))
    assert (end.event, end.data) == ("end", "bye")
    # By the standard an id holds until the next one.
    assert new == {"event": "new", "id": "9", "data": {}}


def test_an_event_that_is_in_the_data_once_more_is_not_wrapped_twice(built: Built, server: Loopback) -> None:
    (found,) = read(built, server, "typed", 'data: {"event": "tock", "data": {"m": 1}}')
    assert (found.event, found.data) == ("tock", built.models.Tock(m=1))


def test_the_content_of_the_data_has_a_schema_of_its_own(built: Built, server: Loopback) -> None:
    note, tock = read(built, server, "content", "event: note\ndata: some text", 'event: tock\ndata: {"m": 1}')
    assert (note.event, note.data) == ("note", "some text")
    assert (tock.event, tock.data) == ("tock", built.models.Tock(m=1))


def test_the_async_stream_is_typed_alike(built: Built, server: Loopback) -> None:
    server.then(stream('event: tick\ndata: {"n": 1}'))

    async def run() -> list[Any]:
        async with built.async_client(server.url) as client, await client.s.typed() as found:
            return [event async for event in found]

    assert [event.data for event in asyncio.run(run())] == [built.models.Tick(n=1)]


def test_an_operation_that_answers_whole_or_streams_has_a_method_for_each(built: Built, server: Loopback) -> None:
    models = built.models
    server.then(answer({"n": 1, "m": 2}), stream('data: {"n": 1}', 'data: {"n": 2}', "data: [DONE]"))
    client = built.client(server.url)
    assert client.s.both(ask="a") == models.Tock(n=1, m=2)
    with client.s.both_stream(ask="a") as found:
        assert list(found) == [models.Tick(n=1), models.Tick(n=2)]
    whole, streamed = server.requests
    assert (whole.header("Accept"), whole.json()) == ("application/json", {"ask": "a"})
    assert (streamed.header("Accept"), streamed.json()) == ("text/event-stream", {"ask": "a", "stream": True})


def test_the_argument_that_asks_for_a_stream_is_only_the_plain_methods(built: Built, server: Loopback) -> None:
    resource = built.client(server.url).s
    assert "stream" in inspect.signature(resource.both).parameters
    assert "stream" not in inspect.signature(resource.both_stream).parameters
    server.then(stream('data: {"n": 1}'))
    with resource.sound_events() as found:
        assert list(found) == [built.models.Tick(n=1)]
    assert server.requests[0].target == "/sound?stream=true"


def test_a_stream_beside_another_success_gets_the_method_and_no_name_twice(built: Built, server: Loopback) -> None:
    server.then(Answer(200, b"\1\2", {"Content-Type": "audio/mpeg"}), Answer(204))
    client = built.client(server.url)
    assert client.s.sound() == b"\1\2"
    assert client.s.sound_stream() is None, "the operation of that name"
    source = built.source("resources/s.py")
    assert "def sound_events(self) -> EventStream[Tick | Tock]:" in source
    assert "`sound_events` gives the same answer as a stream of events." in source
    assert "Gives the events of the answer as they come; `sound` reads an answer that is whole." in source


def test_a_stream_without_content_has_no_events(built: Built, server: Loopback) -> None:
    server.then(stream('data: {"n": 1}'), Answer(204))
    client = built.client(server.url)
    assert list(client.s.quiet()) == [built.models.Tick(n=1)]
    assert list(client.s.quiet()) == []
    assert "def quiet(self) -> EventStream[Tick]:" in built.source("resources/s.py")


@pytest.mark.parametrize(
    ("method", "media", "body"),
    [
        ("rows", "application/x-ndjson", b'{"n": 1}\n\r\n{"n":2}'),
        ("row_list", "application/jsonl", b'{"n": 1}\r\n{"n": 2}\n'),
        ("sequence", "application/json-seq", b'\x1e{"n":\n 1}\n\x1e{"n": 2}\n'),
        ("generate_stream", "application/x-ndjson", b'{"n": 1}\n{"n": 2}\n'),
    ],
)
def test_json_in_lines_is_a_stream_of_what_a_line_is(
    built: Built, server: Loopback, method: str, media: str, body: bytes
) -> None:
    server.then(Answer(200, body, {"Content-Type": media}))
    with getattr(built.client(server.url).s, method)() as found:
        assert list(found) == [built.models.Tick(n=1), built.models.Tick(n=2)]
    assert server.requests[0].header("Accept") == media
    assert f"def {method}(" in built.source("resources/s.py")


def test_a_line_that_is_no_json_is_an_error_that_shows_it(built: Built, server: Loopback) -> None:
    server.then(Answer(200, b'{"n": 1}\n{"n": ', {"Content-Type": "application/x-ndjson"}))
    found = built.client(server.url).s.rows()
    values = iter(found)
    assert next(values) == built.models.Tick(n=1)
    with pytest.raises(built.part("_runtime.errors").DecodeError, match="a line that is not JSON"):
        next(values)


def test_the_signatures_say_so(built: Built) -> None:
    source = built.source("resources/s.py")
    for result in ("Tick", "TaggedResponse", "LinesResponse", "str", "Any"):
        assert f"-> EventStream[{result}]:" in source


def test_nothing_is_lost(built: Built) -> None:
    assert built.losses == []


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (b'{"n": 1}', "application/json"),
        (b'{\n  "n": 1\n}\n', "application/json"),
        (b"ID3\x04\x00", "audio/mpeg"),
        (b"<html>\n\nBusy\n", "text/html"),
    ],
)
def test_an_answer_that_is_no_stream_is_not_taken_for_an_empty_one(
    built: Built, server: Loopback, body: bytes, media: str
) -> None:
    error = built.part("_runtime.errors").DecodeError
    server.then(Answer(200, body, {"Content-Type": media}), Answer(200, body, {"Content-Type": media}))
    with pytest.raises(error, match=rf"200 \({media}\): no stream of events; it starts"):
        list(built.client(server.url).s.both_stream(ask="a"))

    async def run() -> None:
        async with built.async_client(server.url) as client, await client.s.both_stream(ask="a") as found:
            async for _ in found:
                pass

    with pytest.raises(error, match="no stream of events"):
        asyncio.run(run())


@pytest.mark.parametrize("body", [b"", b": waiting\n\n", b"retry: 5\n\n", b"data: unfinished", b"event: x\n\n"])
def test_a_stream_without_events_is_empty(built: Built, server: Loopback, body: bytes) -> None:
    server.then(Answer(200, body, {"Content-Type": "text/event-stream"}))
    assert list(built.client(server.url).s.data()) == []


def test_a_stream_beside_operations_of_its_names_is_none_of_them(built: Built, server: Loopback) -> None:
    s = built.client(server.url).s
    server.then(stream('data: {"n": 1}'), Answer(204, b"", {}), Answer(204, b"", {}))
    assert list(s.note_events_2()) == [built.models.Tick(n=1)]
    assert (s.note_events(), s.note_stream()) == (None, None)
    assert [request.target for request in server.requests] == ["/note", "/note-events", "/note-stream"]
