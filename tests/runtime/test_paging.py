"""Lists fetch as they are read, in every style, and end."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest
from loopback import Answer, Loopback, Recorded, answer
from sample import errors as e
from sample._runtime.operation import Operation, Param, Result
from sample._runtime.paging import Paginator
from sample._runtime.resource import AsyncResource, Resource

ROWS = [{"id": str(n)} for n in range(25)]


def offsets(cap: int) -> Any:
    """A server of 25 rows that never gives more than `cap` at once."""

    def handle(request: Recorded) -> Answer:
        query = {k: int(v[0]) for k, v in parse_qs(request.query).items() if v[0].isdigit()}
        start, size = query.get("offset", 0), min(query.get("limit", 10), cap)
        return answer({"jobs": ROWS[start : start + size]})

    return handle


def listed(driver: Any, server: Loopback, **options: Any) -> list[Any]:
    found = driver.run(lambda c: c.jobs.list_by_user("u", **options), server)
    return [job.id for job in found]


@pytest.mark.parametrize(
    ("options", "count", "queries"),
    [
        ({}, 25, ["", "offset=10", "offset=20"]),
        ({"page_size": 20}, 25, ["limit=20", "limit=20&offset=20"]),
        ({"limit": 12}, 12, ["limit=12"]),
        ({"limit": 12, "page_size": 10}, 12, ["limit=10", "limit=2&offset=10"]),
        ({"limit": 0}, 0, []),
        ({"limit": 100}, 25, ["limit=50"]),
        ({"offset": 20, "page_size": 3}, 5, ["offset=20&limit=3", "offset=23&limit=3"]),
        ({"tags": ["a", "b"]}, 25, ["tags=a&tags=b", "tags=a&tags=b&offset=10", "tags=a&tags=b&offset=20"]),
    ],
)
def test_offset_pages(driver: Any, server: Loopback, options: dict[str, Any], count: int, queries: list[str]) -> None:
    server.handle(offsets(50))
    assert listed(driver, server, **options) == [str(n) for n in range(25)][options.get("offset", 0) :][:count]
    assert [r.query for r in server.requests] == queries


def test_a_server_that_caps_its_pages_loses_nothing(driver: Any, server: Loopback) -> None:
    server.handle(offsets(4))
    assert listed(driver, server) == [str(n) for n in range(25)]


def test_a_list_may_be_read_twice_at_once(driver: Any, server: Loopback) -> None:
    """As `zip(pages, pages)` does, or two threads."""
    server.handle(offsets(50))

    async def both(pages: Any) -> list[Any]:
        first, second = aiter(pages), aiter(pages)
        return [(a, await anext(second)) async for a in first]

    def step(client: Any) -> Any:
        pages = client.jobs.list_by_user("u", page_size=10)
        return list(zip(pages, pages, strict=True)) if driver.kind == "sync" else both(pages)

    assert [(a.id, b.id) for a, b in driver.run(step, server)] == [(str(n), str(n)) for n in range(25)]


def test_a_page_can_be_had_alone_and_the_list_read_twice(driver: Any, server: Loopback) -> None:
    server.handle(offsets(50))
    page = driver.run(lambda c: c.jobs.list_by_user("u", page_size=5).page, server)
    assert [j.id for j in page] == ["0", "1", "2", "3", "4"] and len(page) == 5
    assert (page.has_next, page.next, page.body["jobs"], page.response.status_code) == (
        True,
        5,
        ROWS[:5],
        200,
    )
    pages = driver.run(lambda c: c.jobs.list_by_user("u", page_size=20).pages(), server)
    assert [len(p) for p in pages] == [20, 5]
    assert len(server.requests) == 3


def test_a_server_that_gives_the_same_page_again_is_not_asked_forever(driver: Any, server: Loopback) -> None:
    server.then(answer({"jobs": ROWS[:10]}))
    with pytest.raises(e.ClientError, match="same page again"):
        listed(driver, server)
    assert len(server.requests) == 2


def test_an_error_in_the_middle_is_raised_there(driver: Any, server: Loopback) -> None:
    server.then(answer({"jobs": ROWS[:10]}), answer({"error": "no"}, 403))
    with pytest.raises(e.PermissionDeniedError):
        listed(driver, server)


@pytest.mark.parametrize("limit", [-1, "3", 1.5])
def test_a_limit_that_is_no_number_of_items_is_refused(driver: Any, server: Loopback, limit: Any) -> None:
    with pytest.raises(e.InvalidArgumentError, match="limit must be"):
        driver.run(lambda c: c.jobs.list_by_user("u", limit=limit), server)


def run(driver: Any, server: Loopback, paginator: Paginator, envelope: str | None = "items", **options: Any) -> Any:
    operation: Operation[list[Any]] = Operation(
        "GET",
        "/things",
        Result("200", "[*]"),
        params=(Param("cursor", "query"), Param("page", "query")),
        security=(("bearerAuth",),),
        envelope=envelope,
    )
    resource = Resource if driver.kind == "sync" else AsyncResource
    return driver.run(lambda c: resource(c)._pages(operation, paginator, **options), server)


def test_cursor_pages(driver: Any, server: Loopback) -> None:
    server.then(
        answer({"items": [1, 2], "meta": {"next": "a b"}}),
        answer({"items": [], "meta": {"next": "c"}}),
        answer({"items": [3], "meta": {"next": None}}),
    )
    assert run(driver, server, Paginator("cursor", next="/meta/next")) == [1, 2, 3]
    assert [r.query for r in server.requests] == ["", "cursor=a%20b", "cursor=c"]


def test_a_cursor_that_does_not_move_ends_the_list(driver: Any, server: Loopback) -> None:
    server.then(answer({"items": [1], "next": "x"}), answer({"items": [2], "next": "x"}))
    assert run(driver, server, Paginator("cursor", next="/next")) == [1, 2]


def test_numbered_pages(driver: Any, server: Loopback) -> None:
    server.then(answer({"items": [1, 2]}), answer({"items": [3]}), answer({"items": []}))
    assert run(driver, server, Paginator("page", page="page", first_page=1)) == [1, 2, 3]
    assert [r.query for r in server.requests] == ["", "page=2"]


def test_link_pages_take_the_key_along_on_their_own_host_only(driver: Any, server: Loopback) -> None:
    first = answer([1], link=f'<{server.url}/things?page=2>; rel="next"')
    second = answer([2], link=f'<{server.other_url}/things?page=3>; rel="next"')
    server.then(first, second, answer([3]))
    assert run(driver, server, Paginator("link"), envelope=None) == [1, 2, 3]
    assert [r.target for r in server.requests] == ["/things", "/things?page=2", "/things?page=3"]
    assert [r.header("authorization") is not None for r in server.requests] == [True, True, False]


def test_an_envelope_may_be_a_pointer(driver: Any, server: Loopback) -> None:
    server.then(answer({"data": {"rows": [1, 2]}}))
    assert run(driver, server, Paginator("cursor", next="/next"), envelope="/data/rows") == [1, 2]
