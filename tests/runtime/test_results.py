"""What an answer becomes: by kind, by media type, by status, and when it is an error in the clothes of a success."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from loopback import Answer, Loopback, answer
from sample import errors as e
from sample._runtime.operation import Body, Operation, Param, Result
from sample._runtime.resource import AsyncResource, Resource
from sample._runtime.timeouts import timeouts
from sample.models import Job


def send(driver: Any, server: Loopback, operation: Operation[Any], **arguments: Any) -> Any:
    resource = Resource if driver.kind == "sync" else AsyncResource
    return driver.run(lambda c: resource(c)._send(operation, **arguments), server)


def get(*results: Result, **more: Any) -> Operation[Any]:
    return Operation("GET", "/x", *results, **more)


@pytest.mark.parametrize(
    ("operation", "reply", "expected"),
    [
        (get(Result("200", kind="text", media="text/plain")), Answer(200, "é".encode()), "é"),
        (get(Result("200", kind="bytes", media="image/png")), Answer(200, b"\x89PNG"), b"\x89PNG"),
        (get(Result("200", "[int]")), answer([1, None, 2]), [1, None, 2]),
        (get(Result("200", "{str}")), answer({"a": "b"}), {"a": "b"}),
        (get(Result("200", "*")), answer(None), None),
        (get(Result("2XX", "*")), answer([1], 206), [1]),
        (get(Result("default", "*")), answer([1], 201), [1]),
        (get(Result("200", "*"), Result("404", "*")), answer([1], 201), [1]),
        (get(Result("200", "*"), Result("204", kind="none")), Answer(204), None),
        (get(Result("200", "str|int")), answer(7), 7),
        (get(Result("4XX", "*")), answer([1]), None),
        (get(), answer([1]), None),
    ],
    ids=[
        "text", "bytes", "array", "map", "null", "family", "default", "next-best", "none", "union", "errors", "nothing",
    ],
)  # fmt: skip
def test_an_answer_becomes_what_the_documents_say(
    driver: Any, server: Loopback, operation: Operation[Any], reply: Answer, expected: Any
) -> None:
    server.then(reply)
    assert send(driver, server, operation) == expected


def test_the_media_type_of_the_answer_picks_among_the_documented_ones(driver: Any, server: Loopback) -> None:
    operation = get(Result("200", "Job"), Result("200", kind="text", media="text/csv"))
    server.then(Answer(200, b"a,b", {"Content-Type": "Text/CSV; charset=utf-8"}))
    assert send(driver, server, operation) == "a,b"
    server.then(answer({"id": "x"}))
    assert send(driver, server, operation).id == "x"
    assert server.requests[0].header("accept") == "application/json, text/csv"


JOB, JOBS = get(Result("200", "Job")), get(Result("200", "[Job]"))


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        (JOB, {"error": "boom"}),
        (JOB, {"errors": [{"message": "boom"}]}),
        (JOB, [{"message": "boom"}]),
        (JOBS, [{"message": "boom", "code": "x"}]),
        (JOBS, {"error": {"message": "boom"}}),
    ],
)
def test_an_error_in_a_success_without_an_envelope_raises(
    driver: Any, server: Loopback, operation: Operation[Any], body: Any
) -> None:
    server.then(answer(body))
    with pytest.raises(e.APIStatusError) as caught:
        send(driver, server, operation)
    assert (type(caught.value), caught.value.message, caught.value.status_code) == (e.APIStatusError, "boom", 200)


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        (JOB, {"id": "x", "error": None}),
        (JOB, {"id": "x", "error": "a field of tomorrow, beside what is known"}),
        (JOB, {"id": "x", "message": "m", "code": 3}),
        (JOBS, [{"id": "x", "message": "m"}]),
        (JOBS, []),
    ],
)
def test_a_result_that_only_looks_like_an_error_is_a_result(
    driver: Any, server: Loopback, operation: Operation[Any], body: Any
) -> None:
    server.then(answer(body))
    found = send(driver, server, operation)
    assert [job.id for job in found] == ["x"][: len(body)] if operation is JOBS else type(found) is Job


def test_headers_cookies_and_the_media_type_of_the_body_are_as_asked(driver: Any, server: Loopback) -> None:
    operation: Operation[Any] = Operation(
        "POST",
        "/x",
        params=(Param("X-Tags", "header"), Param("session", "cookie")),
        body=(Body("application/json", "json"), Body("application/x-www-form-urlencoded", "form"), Body("text/plain", "text")),
    )  # fmt: skip
    server.then(Answer(204))
    send(driver, server, operation, header={"X-Tags": [1, 2]}, cookie={"session": "a b", "other": None}, body={"a": 1})
    form = "application/x-www-form-urlencoded"
    send(driver, server, operation, body={"a": "é&", "b": [1, 2]}, media=form)
    send(driver, server, operation, body="plain é", media="text/plain")
    first, second, third = server.requests
    assert (first.header("x-tags"), first.header("cookie"), first.json()) == ("1,2", "session=a%20b", {"a": 1})
    assert (second.header("content-type"), second.body) == (form, b"a=%C3%A9%26&b=1&b=2")
    assert third.body == "plain é".encode()
    with pytest.raises(e.InvalidArgumentError, match="takes no 'image/png'"):
        send(driver, server, operation, body=b"", media="image/png")
    assert len(server.requests) == 3


def test_timeouts_of_every_form() -> None:
    assert timeouts(None).total is None and set(timeouts(None).phases.values()) == {None}
    assert timeouts(3).phases == {"connect": 3.0, "read": 3.0, "write": 3.0, "pool": 3.0} and timeouts(3).total == 3.0
    given = timeouts(httpx2.Timeout(9, connect=1))
    assert given.total is None and given.phases == {"connect": 1, "read": 9, "write": 9, "pool": 9}
    assert given.within(2) == {"connect": 1, "read": 2, "write": 2, "pool": 2}
    assert given.within(None) is given.phases
    for wrong in (0, -1, float("nan")):
        with pytest.raises(e.InvalidArgumentError, match="timeout"):
            timeouts(wrong)


def test_retry_after_in_milliseconds_is_honoured(driver: Any, server: Loopback) -> None:
    server.then(answer({}, 429, retry_after_ms="250", retry_after="9"), answer({"jobs_by_pk": {"id": "x"}}))
    driver.run(lambda c: c.jobs.get("x"), server)
    assert driver.slept == [0.25]
