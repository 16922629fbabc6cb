"""What every generated client promises of its calls and lists, held to by nothing but the provider's own data.

The paginators of specs/<provider>/provider.yaml say what is paged; the calls in tests/clients/<provider>.yaml say
with which arguments. A new provider with both is held to all of this, and to tests/test_promises_jobs.py.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from client_calls import FILES, KEY, play
from loopback import Answer, Loopback, Recorded, answer
from promises import BOTH, PROVIDERS, Naps, call_of, package_of, placed, wrapped

from generator.provider.settings import Method, Paginator

LISTS = [
    pytest.param(name, key, id=f"{name}-{key}") for name, provider in PROVIDERS.items() for key in provider.paginators
]
EVERY_LIST = pytest.mark.parametrize(("name", "key"), LISTS)
EVERY_PROVIDER = pytest.mark.parametrize("name", list(FILES))


def rows(method: Method, paginator: Paginator, count: int) -> Callable[[Recorded], Answer]:
    """A server of a list of `count` rows, in the style of the paginator."""

    def handle(request: Recorded) -> Answer:
        query = {key: values[0] for key, values in parse_qs(request.query).items()}
        size = int(query.get(paginator.limit, paginator.page_size))
        if paginator.style == "page":
            start = (int(query.get(paginator.page or "", 1)) - 1) * size
        elif paginator.style == "offset":
            start = int(query.get(paginator.offset or "", 0))
        else:
            start = int(query.get(paginator.cursor or "", "at=0").removeprefix("at="))
        body = wrapped(method, [{"id": f"r-{n}"} for n in range(start, min(start + size, count))])
        if paginator.style == "cursor" and start + size < count:
            body |= placed(paginator.next or "", f"at={start + size}")
        return answer(body)

    return handle


@BOTH
@EVERY_LIST
def test_a_list_gives_every_row_once_in_order_and_no_more_than_asked(
    server: Loopback, name: str, key: str, kind: str
) -> None:
    provider = PROVIDERS[name]
    method, paginator = provider.operations[key], provider.paginators[key]
    call = call_of(name, method)
    kept = {argument: value for argument, value in call["args"].items() if argument not in ("limit", "page_size")}
    for more, count in (({"page_size": 3}, 8), ({"page_size": 4}, 8), ({"page_size": 3, "limit": 5}, 5), ({}, 8)):
        server.handle(rows(method, paginator, 8))
        found = play(name, {**call, "args": {**kept, **more}}, server.url, kind)
        assert [row.id for row in found] == [f"r-{n}" for n in range(count)], more
        sizes = [parse_qs(request.query).get(paginator.limit, [""])[0] for request in server.requests]
        assert sizes[0] == str(more.get("page_size", paginator.page_size))


@BOTH
@EVERY_LIST
def test_an_error_in_the_middle_of_a_list_is_raised_there(server: Loopback, name: str, key: str, kind: str) -> None:
    provider = PROVIDERS[name]
    method, paginator = provider.operations[key], provider.paginators[key]
    first = rows(method, paginator, 8)
    server.handle(lambda request: first(request) if len(server.requests) == 1 else answer({"error": "no"}, 403))
    call = call_of(name, method)
    call["args"] = {k: v for k, v in call["args"].items() if k not in ("limit", "page_size")} | {"page_size": 3}
    with pytest.raises(package_of(name).PermissionDeniedError):
        play(name, call, server.url, kind)
    assert len(server.requests) == 2


@BOTH
@EVERY_PROVIDER
def test_a_key_without_a_secret_is_sent_as_a_token(server: Loopback, name: str, kind: str) -> None:
    call = FILES[name]["calls"][0]
    server.then(answer(call["answer"]))
    play(name, call, server.url, kind, api_secret=None)
    assert server.requests[0].header("authorization") == f"Bearer {KEY}"


ERRORS = {
    400: "BadRequestError", 401: "AuthenticationError", 403: "PermissionDeniedError", 404: "NotFoundError",
    409: "ConflictError", 410: "APIStatusError", 422: "UnprocessableEntityError", 429: "RateLimitError",
    500: "InternalServerError", 503: "InternalServerError",
}  # fmt: skip


@BOTH
@EVERY_PROVIDER
@pytest.mark.parametrize(("status", "error"), ERRORS.items())
def test_an_error_status_is_an_exception_with_all_that_the_server_said(
    server: Loopback, name: str, status: int, error: str, kind: str
) -> None:
    package = package_of(name)
    for call in FILES[name]["calls"]:
        server.then(answer({"error": "that went wrong", "code": "c-1"}, status, x_request_id="q-1"))
        with pytest.raises(package.APIStatusError) as caught:
            play(name, call, server.url, kind, max_retries=0)
        assert type(caught.value) is getattr(package, error)
        assert isinstance(caught.value, getattr(package, f"{PROVIDERS[name].client}Error"))
        found = caught.value
        assert (found.status_code, found.message, found.code, found.request_id) == (
            status, "that went wrong", "c-1", "q-1",
        )  # fmt: skip


@BOTH
@EVERY_PROVIDER
def test_a_call_that_was_turned_away_is_repeated_and_one_that_may_have_cost_is_not(
    server: Loopback, name: str, kind: str
) -> None:
    package = package_of(name)
    for call in FILES[name]["calls"]:
        reads = call["request"].split()[0] in ("GET", "DELETE")
        for reply, tries in (
            (answer({}, 429), 3),
            (answer({}, 503, retry_after="2"), 3),
            (answer({}, 500), 3 if reads else 1),
            (answer({}, 503), 3 if reads else 1),
            (answer({}, 409), 1),
        ):
            server.then(reply)
            naps = Naps(kind)
            with pytest.raises(package.APIStatusError):
                play(name, call, server.url, kind, max_retries=2, sleep=naps.sleep)
            assert (len(server.requests), len(naps.taken)) == (tries, tries - 1), call["call"]
            if "Retry-After" in reply.headers:
                assert naps.taken == [2.0, 2.0]
