"""Every way in which a server can fail, and the exact exception that a caller gets for it, sync and async."""

from __future__ import annotations

import email.utils
import gzip
import json
import socket
import time
import tracemalloc
from typing import Any

import httpx2
import pytest
from loopback import Answer, Loopback, answer, gzipped, unused_port
from sample import errors as e

JOB = {"id": "x", "status": "COMPLETE"}
GOOD = answer({"jobs_by_pk": JOB})


def get(client: Any) -> Any:
    return client.jobs.get("x")


def create(client: Any) -> Any:
    return client.jobs.create(prompt="a cat")


def html(status: int) -> Answer:
    return Answer(status, b"<html><h1>Bad gateway</h1></html>", {"Content-Type": "text/html"})


def http_date(ahead: float) -> str:
    return email.utils.formatdate(time.time() + ahead, usegmt=True)


STATUSES = [
    (400, e.BadRequestError),
    (401, e.AuthenticationError),
    (402, e.APIStatusError),
    (403, e.PermissionDeniedError),
    (404, e.NotFoundError),
    (408, e.APIStatusError),
    (409, e.ConflictError),
    (418, e.APIStatusError),
    (422, e.UnprocessableEntityError),
    (429, e.RateLimitError),
    (500, e.InternalServerError),
    (502, e.InternalServerError),
    (503, e.InternalServerError),
    (504, e.InternalServerError),
    (599, e.InternalServerError),
]


@pytest.mark.parametrize(("status", "cls"), STATUSES)
def test_each_status_raises_its_own_class_with_what_the_body_says(
    driver: Any, server: Loopback, status: int, cls: type[Exception]
) -> None:
    body = {"error": "nope", "code": "some-code", "path": "$"}
    server.then(answer(body, status, x_request_id="req-7"))
    with pytest.raises(cls) as caught:
        driver.run(get, server)
    error: Any = caught.value
    assert type(error) is cls
    assert (error.status_code, error.code, error.message) == (status, "some-code", "nope")
    assert (error.body, error.request_id, error.response.status_code) == (body, "req-7", status)
    assert len(server.requests) == (3 if status in (408, 429) or status >= 500 else 1)


SAYINGS: list[tuple[Answer, str]] = [
    *(
        (Answer(400, b"n\xc3\xb6", {"Content-Type": f"text/plain; charset={charset}"}), "400 Status: nö")
        for charset in ("utf-16", "nonsense", "hex", "rot13", "idna", "utf-8")
    ),
    (Answer(400, b"n\xf6", {"Content-Type": "text/plain; charset=latin-1"}), "400 Status: nö"),
    (answer({"errors": {"name": ["is too short"]}}, 422), '422 Status: {"errors": {"name": ["is too short"]}}'),
    (
        answer({"detail": [{"loc": ["body", "x"], "msg": "field required"}]}, 422),
        '422 Status: {"detail": [{"loc": ["body", "x"], "msg": "field required"}]}',
    ),
    (answer(["no", 1], 400), '400 Status: ["no", 1]'),
    (answer({"error": "x" * 9_000}, 400), f"400 Status: {'x' * 500}..."),
    (Answer(400, b"y" * 9_000), f"400 Status: {'y' * 500}..."),
    (Answer(400, b"null"), "400 Status"),
    (answer({}, 400), "400 Status"),
    (html(400), "400 Status"),
    (Answer(304), "304 Status"),
    (Answer(300, b"", {"Location": "/y"}), "300 Status (a redirect to '/y', not followed)"),
    (
        answer({"error": "slow down"}, 429, retry_after="3600"),
        "429 Too Many Requests: slow down (the server asks to wait 3600 s)",
    ),
    (answer({"errors": {"name": ["no"]}, "job": None}), '200 with an error: {"errors": {"name": ["no"]}, "job": null}'),
]


@pytest.mark.parametrize(("reply", "text"), SAYINGS, ids=[f"{n}-{text[:30]}" for n, (_, text) in enumerate(SAYINGS)])
def test_the_text_of_an_error_says_what_the_server_said_and_not_too_much(
    driver: Any, server: Loopback, reply: Answer, text: str
) -> None:
    server.then(reply)
    with pytest.raises(e.APIStatusError) as caught:
        driver.run(create, server)
    assert str(caught.value) == f"POST /jobs: {text}"
    assert len(caught.value.message) < 600


BODIES: list[tuple[str, Answer, type[Exception], dict[str, Any]]] = [
    ("html", html(200), e.DecodeError, {"path": "$", "text": "<html><h1>Bad gateway</h1></html>"}),
    ("empty", Answer(200, b""), e.DecodeError, {"path": "$", "text": ""}),
    ("blank", Answer(200, b" \n"), e.DecodeError, {"path": "$"}),
    ("no-content", Answer(204), e.DecodeError, {"status_code": 204}),
    ("truncated", Answer(200, b'{"jobs_by_pk": {"id": "x", "sta'), e.DecodeError, {"path": "$"}),
    ("not-utf8", Answer(200, b'{"jobs_by_pk": "\xff\xfe'), e.DecodeError, {"path": "$"}),
    ("too-deep", Answer(200, b"[" * 200_000), e.DecodeError, {"path": "$"}),
    ("null-body", answer(None), e.DecodeError, {"path": "$"}),
    ("null-row", answer({"jobs_by_pk": None}), e.NotFoundError, {"status_code": 200}),
    ("missing-envelope", answer({"other": 1}), e.DecodeError, {"path": "$.jobs_by_pk"}),
    ("list-for-object", answer([1, 2]), e.DecodeError, {"path": "$"}),
    ("string-for-object", answer("hello"), e.DecodeError, {"path": "$"}),
    ("list-for-row", answer({"jobs_by_pk": [JOB]}), e.DecodeError, {"path": "$.jobs_by_pk"}),
    (
        "object-for-list",
        answer({"jobs_by_pk": JOB | {"images": {"a": 1}}}),
        e.DecodeError,
        {"path": "$.jobs_by_pk.images"},
    ),
    (
        "string-in-list-of-objects",
        answer({"jobs_by_pk": JOB | {"images": [{"id": "1"}, None, "x"]}}),
        e.DecodeError,
        {"path": "$.jobs_by_pk.images[2]"},
    ),
    (
        "list-for-nested-object",
        answer({"jobs_by_pk": JOB | {"cover": []}}),
        e.DecodeError,
        {"path": "$.jobs_by_pk.cover"},
    ),
    ("error-array", answer([{"message": "boom", "code": "42"}]), e.APIStatusError, {"message": "boom"}),
    (
        "graphql-errors",
        answer({"errors": [{"message": "field not found", "extensions": {"code": "validation-failed"}}]}),
        e.APIStatusError,
        {"message": "field not found", "code": "validation-failed", "status_code": 200},
    ),
    (
        "hasura-error",
        answer({"error": "not allowed", "path": "$", "code": "403"}),
        e.PermissionDeniedError,
        {"message": "not allowed", "status_code": 200},
    ),
    (
        "null-row-with-errors",
        answer({"jobs_by_pk": None, "errors": [{"message": "no"}]}),
        e.APIStatusError,
        {},
    ),
    ("gzip-bomb", gzipped(b"[" + b" " * 5_000_000 + b"]"), e.DecodeError, {"path": "$"}),
    (
        "not-gzip",
        Answer(200, b"plainly not packed", {"Content-Encoding": "gzip"}),
        e.DecodeError,
        {"path": "$"},
    ),
    ("not-modified", Answer(304), e.APIStatusError, {"status_code": 304}),
    ("redirect-nowhere", Answer(302), e.APIStatusError, {"status_code": 302}),
    ("redirect-to-file", Answer(302, b"", {"Location": "file:///etc/passwd"}), e.APIStatusError, {}),
]


@pytest.mark.parametrize(("reply", "cls", "attributes"), [c[1:] for c in BODIES], ids=[c[0] for c in BODIES])
def test_an_odd_answer_raises_exactly_this(
    driver: Any, server: Loopback, reply: Answer, cls: type[Exception], attributes: dict[str, Any]
) -> None:
    server.then(reply)
    with pytest.raises(e.APIError) as caught:
        driver.run(get, server, max_response_size=1_000_000)
    assert type(caught.value) is cls
    assert {k: getattr(caught.value, k) for k in attributes} == attributes
    assert len(server.requests) == 1


WIRE = [
    ("silence", Answer(fault="silence"), e.APITimeoutError, 0.3),
    ("drop", Answer(fault="drop"), e.APIConnectionError, 5),
    ("reset", Answer(fault="reset"), e.APIConnectionError, 5),
    ("drop-body", answer({"jobs_by_pk": JOB}, fault="drop_body"), e.APIConnectionError, 5),
    ("trickle", answer({"jobs_by_pk": JOB}, fault="trickle"), e.APITimeoutError, 0.3),
    ("trickle-head", answer({"jobs_by_pk": JOB}, fault="trickle_head"), e.APITimeoutError, 0.3),
    ("garbage", Answer(fault="garbage"), e.APIConnectionError, 5),
]


@pytest.mark.parametrize(("reply", "cls", "timeout"), [c[1:] for c in WIRE], ids=[c[0] for c in WIRE])
@pytest.mark.parametrize(("step", "sent"), [(get, 2), (create, 1)], ids=["get", "create"])
def test_a_broken_exchange_repeats_a_read_and_never_a_create(
    driver: Any, server: Loopback, reply: Answer, cls: type[Exception], timeout: float, step: Any, sent: int
) -> None:
    server.then(reply)
    started = time.monotonic()
    with pytest.raises(e.APIError) as caught:
        driver.run(step, server, timeout=timeout, max_retries=1)
    assert type(caught.value) is cls
    assert caught.value.may_have_happened is True  # type: ignore[attr-defined]
    assert caught.value.__cause__ is not None
    assert len(server.requests) == sent
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("fault", ["silence", "trickle", "trickle_head"])
def test_an_attempt_ends_in_time_through_a_proxy_of_the_environment(
    driver: Any, server: Loopback, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", server.url)
    server.then(GOOD)
    assert driver.run(get, "http://api.test").id == "x"
    assert server.requests[0].target == "http://api.test/jobs/x"
    server.then(answer({"jobs_by_pk": JOB}, fault=fault, x_long="x" * 300))  # twenty seconds of headers
    began = time.monotonic()
    with pytest.raises(e.APITimeoutError):
        driver.run(get, "http://api.test", timeout=0.3, max_retries=0)
    assert time.monotonic() - began < 10


def test_a_refused_connection_is_tried_again_even_for_a_create(driver: Any) -> None:
    with pytest.raises(e.APIConnectionError) as caught:
        driver.run(create, f"http://127.0.0.1:{unused_port()}")
    assert type(caught.value) is e.APIConnectionError
    assert caught.value.may_have_happened is False
    assert len(driver.slept) == 2


@pytest.mark.parametrize(
    ("header", "waits"),
    [
        ("3", [3.0]),
        ("1.5", [1.5]),
        *((odd, None) for odd in ("0", "-5", "junk", "nan", "", "1, 2", http_date(-20))),
    ],
    ids=["seconds", "fraction", "none", "negative", "junk", "nan", "empty", "list", "past"],
)
def test_retry_after_is_honoured(driver: Any, server: Loopback, header: str, waits: list[float] | None) -> None:
    server.then(answer({}, 429, retry_after=header), GOOD)
    assert driver.run(get, server).id == "x"
    if waits is None:
        assert len(driver.slept) == 1 and 0.375 <= driver.slept[0] <= 0.5
    else:
        assert driver.slept == waits


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_may_be_a_date(driver: Any, server: Loopback, status: int) -> None:
    server.then(answer({}, status, retry_after=http_date(20)), GOOD)
    driver.run(get, server)
    assert len(driver.slept) == 1 and 17 <= driver.slept[0] <= 20


@pytest.mark.parametrize("header", ["3600", "1e300", "inf", http_date(7200)], ids=["hour", "huge", "inf", "date"])
def test_an_absurd_retry_after_raises_at_once(driver: Any, server: Loopback, header: str) -> None:
    server.then(answer({"error": "slow down"}, 429, retry_after=header))
    with pytest.raises(e.RateLimitError) as caught:
        driver.run(get, server)
    assert driver.slept == [] and len(server.requests) == 1
    assert caught.value.retry_after is not None and caught.value.retry_after > 3000


def test_the_deadline_ends_the_retries(driver: Any, server: Loopback) -> None:
    server.then(answer({}, 429, retry_after="30"))
    with pytest.raises(e.RateLimitError):
        driver.run(get, server, deadline=10)
    assert driver.slept == [] and len(server.requests) == 1


@pytest.mark.parametrize("header", [None, "0"])
def test_a_create_is_repeated_after_503_only_with_retry_after(
    driver: Any, server: Loopback, header: str | None
) -> None:
    first = answer({}, 503) if header is None else answer({}, 503, retry_after=header)
    server.then(first, answer({"job": {"jobId": "1"}}))
    if header is None:
        with pytest.raises(e.InternalServerError):
            driver.run(create, server)
        assert len(server.requests) == 1
    else:
        assert driver.run(create, server).job_id == "1"
        assert len(server.requests) == 2


@pytest.mark.parametrize("fields", [{}, {"status": None}, {"status": "NEW"}, {"status": 7}, {"status": {}}])
def test_odd_fields_are_tolerated_and_sent_back_as_they_came(
    driver: Any, server: Loopback, fields: dict[str, Any]
) -> None:
    row = {"id": 5, "createdAt": "yesterday", "tags": None, "images": None, "later": [1], **fields}
    server.then(answer({"jobs_by_pk": row}))
    job = driver.run(get, server)
    assert job.to_dict() == row
    assert job.created_at == "yesterday"
    assert job.additional_properties == {"later": [1]}


def test_a_missing_required_field_is_unset_and_a_missing_body_field_never_none(driver: Any, server: Loopback) -> None:
    server.then(answer({"jobs_by_pk": {}}))
    job = driver.run(get, server)
    assert repr(job) == "Job()"
    assert repr(job.status) == "UNSET"


def test_a_read_follows_a_redirect_on_its_own_host_with_the_key(driver: Any, server: Loopback) -> None:
    server.then(Answer(307, b"", {"Location": "/jobs/y?a=1"}), GOOD)
    assert driver.run(get, server).id == "x"
    assert [r.target for r in server.requests] == ["/jobs/x", "/jobs/y?a=1"]
    assert server.requests[1].header("authorization") is not None


def test_a_redirect_to_a_port_that_is_none_is_a_failed_connection(driver: Any, server: Loopback) -> None:
    server.then(Answer(302, b"", {"Location": "http://127.0.0.1:99999/x"}))
    with pytest.raises(e.APIConnectionError):
        driver.run(get, server, max_retries=0)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_key_does_not_follow_a_redirect_to_another_host(driver: Any, server: Loopback, status: int) -> None:
    server.then(Answer(status, b"", {"Location": f"{server.other_url}/jobs/y"}), GOOD)
    options = {"default_headers": {"X-Tenant": "secret-tenant", "Cookie": "a=b"}}
    assert driver.run(get, server, **options).id == "x"
    names = {k.lower() for k, _ in server.requests[1].headers}
    assert names == {"host", "accept", "accept-encoding", "user-agent"}
    assert server.requests[1].header("host") == f"localhost:{server.port}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_create_is_never_sent_again_by_a_redirect(driver: Any, server: Loopback, status: int) -> None:
    server.then(Answer(status, b"", {"Location": f"{server.url}/elsewhere"}), GOOD)
    with pytest.raises(e.APIStatusError) as caught:
        driver.run(create, server)
    assert caught.value.status_code == status and len(server.requests) == 1


def test_a_redirect_loop_ends(driver: Any, server: Loopback) -> None:
    server.then(Answer(302, b"", {"Location": "/again"}))
    with pytest.raises(e.APIStatusError):
        driver.run(get, server)
    assert len(server.requests) == 6


def test_a_delete_that_finds_nothing_after_a_broken_attempt_says_so(driver: Any, server: Loopback) -> None:
    server.then(Answer(fault="drop"), answer({"error": "no such job"}, 404))
    with pytest.raises(e.NotFoundError) as caught:
        driver.run(lambda c: c.jobs.delete("x"), server)
    assert caught.value.__notes__ == ["an earlier attempt of this call got no answer; it may have deleted it"]


def test_a_success_without_a_result_gives_none_only_where_none_is_documented(driver: Any, server: Loopback) -> None:
    for reply in (Answer(204), Answer(200, b""), answer({"anything": 1})):
        server.then(reply)
        assert driver.run(lambda c: c.jobs.cancel("x"), server) is None
    server.then(answer({"errors": [{"message": "not yours"}]}))
    with pytest.raises(e.APIStatusError, match="not yours"):
        driver.run(lambda c: c.jobs.cancel("x"), server)


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_is_read_no_further_than_the_limit(driver: Any, server: Loopback, packed: bool) -> None:
    body = json.dumps({"jobs_by_pk": JOB | {"padding": " " * 3_000_000}}).encode()
    server.then(gzipped(body) if packed else Answer(200, body))
    with pytest.raises(e.DecodeError, match="larger than 1,000,000 bytes"):
        driver.run(get, server, max_response_size=1_000_000)
    server.then(gzipped(body) if packed else Answer(200, body))
    assert driver.run(get, server, max_response_size=4_000_000).id == "x"


@pytest.mark.parametrize("packing", ["gzip, gzip", "deflate, gzip", "GZIP,Gzip"])
def test_an_answer_that_is_packed_twice_is_refused_unread(driver: Any, server: Loopback, packing: str) -> None:
    """A gigabyte of zeros, packed twice, is a few kilobytes; unpacked in one go it would fill the memory."""
    bomb = gzip.compress(gzip.compress(b" " * 30_000_000))
    assert len(bomb) < 1000
    server.then(Answer(200, bomb, {"Content-Encoding": packing}))
    tracemalloc.start()
    with pytest.raises(e.DecodeError, match="which was not asked for"):
        driver.run(get, server)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize("packing", ["br", "zstd"])
def test_a_packing_that_was_not_asked_for_is_refused(driver: Any, server: Loopback, packing: str) -> None:
    server.then(Answer(200, b"whatever", {"Content-Encoding": packing}))
    with pytest.raises(e.DecodeError, match=f"packed as {packing}, which was not asked for"):
        driver.run(get, server)


@pytest.mark.parametrize("packing", ["", "identity", "utf-8"])
def test_what_says_that_it_is_packed_and_is_not_is_read(driver: Any, server: Loopback, packing: str) -> None:
    server.then(Answer(200, json.dumps({"jobs_by_pk": JOB}).encode(), {"Content-Encoding": packing}))
    assert driver.run(get, server).id == "x"


def test_a_packed_answer_is_read(driver: Any, server: Loopback) -> None:
    server.then(gzipped(json.dumps({"jobs_by_pk": JOB}).encode()))
    assert driver.run(get, server).id == "x"


def test_a_stale_connection_is_not_a_reason_to_send_a_create_twice(driver: Any, server: Loopback) -> None:
    created = answer({"job": {"jobId": "1"}})
    server.then(GOOD, Answer(fault="drop"), created)

    def both(client: Any) -> Any:
        if driver.kind == "sync":
            get(client)
            return create(client)

        async def steps() -> Any:
            await get(client)
            return await create(client)

        return steps()

    with pytest.raises(e.APIConnectionError):
        driver.run(both, server)
    assert [r.method for r in server.requests] == ["GET", "POST"]
    assert server.requests[0].connection == server.requests[1].connection


@pytest.mark.parametrize("first", [Answer(fault="drop"), Answer(502, close=True)], ids=["drop", "502"])
def test_what_an_earlier_attempt_may_have_done_is_not_denied(driver: Any, server: Loopback, first: Answer) -> None:
    def last(request: Any) -> Answer:
        server._socket.shutdown(socket.SHUT_RDWR)  # nobody listens any more
        return first

    server.handle(last)
    with pytest.raises(e.APIConnectionError) as caught:
        driver.run(lambda c: c.jobs.delete("x"), server)
    assert isinstance(caught.value.__cause__, httpx2.ConnectError)
    assert caught.value.may_have_happened is True


def test_a_client_closed_between_attempts_does_not_deny_the_first_one(driver: Any, server: Loopback) -> None:
    server.then(Answer(fault="drop"))
    seen: list[Any] = []

    def delete(client: Any) -> Any:
        def close(request: Any) -> Any:
            seen.append(request)
            return client.close() if len(seen) == 2 else None

        return client.with_options(event_hooks={"request": close}).jobs.delete("x")

    with pytest.raises(e.APIConnectionError, match="has been closed") as caught:
        driver.run(delete, server)
    assert caught.value.may_have_happened is True
    assert len(server.requests) == 1
