"""What is sent again after a failure and what never is, how long the client waits, and what it says of earlier attempts."""

from __future__ import annotations

import email.utils
import socket
import time
from typing import Any

import httpx2
import pytest
from driver import GOOD, JOB, create, get
from loopback import Answer, Loopback, answer, unused_port
from sample import errors as e


def http_date(ahead: float) -> str:
    return email.utils.formatdate(time.time() + ahead, usegmt=True)


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


def test_a_delete_that_finds_nothing_after_a_broken_attempt_says_so(driver: Any, server: Loopback) -> None:
    server.then(Answer(fault="drop"), answer({"error": "no such job"}, 404))
    with pytest.raises(e.NotFoundError) as caught:
        driver.run(lambda c: c.jobs.delete("x"), server)
    assert caught.value.__notes__ == ["an earlier attempt of this call got no answer; it may have deleted it"]


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
