"""What a server may send or fail to send, and the exact exception that a caller gets for it, sync and async."""

from __future__ import annotations

from typing import Any

import pytest
from driver import JOB, create, get
from loopback import Answer, Loopback, answer, gzipped
from sample import errors as e


def html(status: int) -> Answer:
    return Answer(status, b"<html><h1>Bad gateway</h1></html>", {"Content-Type": "text/html"})


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
    (answer({"errors": [{"message": "no", "code": "²"}], "job": None}), "200 with an error: no"),
    (answer({"errors": [{"message": "no", "code": "4" * 5000}], "job": None}), "200 with an error: no"),
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


def test_a_success_without_a_result_gives_none_only_where_none_is_documented(driver: Any, server: Loopback) -> None:
    for reply in (Answer(204), Answer(200, b""), answer({"anything": 1})):
        server.then(reply)
        assert driver.run(lambda c: c.jobs.cancel("x"), server) is None
    server.then(answer({"errors": [{"message": "not yours"}]}))
    with pytest.raises(e.APIStatusError, match="not yours"):
        driver.run(lambda c: c.jobs.cancel("x"), server)
