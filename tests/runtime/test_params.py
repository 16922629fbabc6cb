"""Arguments are written as OpenAPI says, and a path argument never changes the path."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loopback import Loopback, answer
from sample import UNSET
from sample import errors as e
from sample._runtime.operation import Operation, Param
from sample._runtime.params import header_text, path_text, query_pairs
from sample._runtime.prepare import Compiled, url_path
from sample.models import JobStatus

COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}

PATHS = [
    ("simple", False, "blue", "blue"),
    ("simple", False, COLORS, "blue,black,brown"),
    ("simple", True, COLORS, "blue,black,brown"),
    ("simple", False, RGB, "R,100,G,200,B,150"),
    ("simple", True, RGB, "R=100,G=200,B=150"),
    ("label", False, "blue", ".blue"),
    ("label", False, COLORS, ".blue,black,brown"),
    ("label", True, COLORS, ".blue.black.brown"),
    ("label", False, RGB, ".R,100,G,200,B,150"),
    ("label", True, RGB, ".R=100.G=200.B=150"),
    ("matrix", False, "blue", ";color=blue"),
    ("matrix", False, COLORS, ";color=blue,black,brown"),
    ("matrix", True, COLORS, ";color=blue;color=black;color=brown"),
    ("matrix", False, RGB, ";color=R,100,G,200,B,150"),
    ("matrix", True, RGB, ";R=100;G=200;B=150"),
    ("simple", False, "a/b", "a%2Fb"),
    ("simple", False, "%2e%2e", "%252e%252e"),
    ("simple", False, "a b?c#d;é", "a%20b%3Fc%23d%3B%C3%A9"),
    ("simple", False, 7, "7"),
    ("simple", False, 7.0, "7"),
    ("simple", False, True, "true"),
    ("simple", False, JobStatus.PENDING, "PENDING"),
    ("simple", False, datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC), "2024-01-02T03%3A04%3A05Z"),
    ("simple", False, date(2024, 1, 2), "2024-01-02"),
    ("simple", False, "..a", "..a"),
]


@pytest.mark.parametrize(("style", "explode", "value", "expected"), PATHS)
def test_path_styles(style: str, explode: bool, value: Any, expected: str) -> None:
    assert path_text(Param("color", "path", style, explode), value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        ".",
        "..",
        "../me",
        "a/../b",
        "..\\me",
        "./x",
        "a/..",
        None,
        UNSET,
        [],
        {},
        [""],
        [".."],
        "a\nb",
        "a\0",
    ],
    ids=repr,
)
def test_a_path_argument_that_could_change_the_path_is_refused_before_anything_is_sent(
    server: Loopback, value: Any, driver: Any
) -> None:
    server.then(answer({"jobs_by_pk": {}}))
    with pytest.raises(e.InvalidArgumentError, match="nothing was sent") as caught:
        driver.run(lambda c: c.jobs.get(value), server)
    assert isinstance(caught.value, ValueError)
    assert server.requests == []


def test_a_reserved_path_argument_keeps_its_slashes_and_no_more() -> None:
    param = Param("proxy+", "path", reserved=True)
    assert path_text(param, "a/b c?d#e%2F:f@g") == "a/b%20c%3Fd%23e%252F:f@g"
    for value in ("a/../b", "..", "a/.", "./a", "a\nb", ""):
        with pytest.raises(e.InvalidArgumentError, match="nothing was sent"):
            path_text(param, value)


def test_dots_of_the_path_itself_are_sent_and_none_of_an_argument() -> None:
    compiled = Compiled(Operation("GET", "/./a/.{x}"), "sample")
    assert url_path(compiled, {"x": "b"}) == "/./a/.b"
    with pytest.raises(e.InvalidArgumentError, match="would change the path"):
        url_path(compiled, {"x": "."})


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=20))
def test_no_text_leaves_its_segment(text: str) -> None:
    try:
        written = path_text(Param("id", "path"), text)
    except e.InvalidArgumentError:
        return
    assert written not in ("", ".", "..") and written.isascii()
    assert not set(written) & set("/?#\\ \r\n")


def test_the_path_on_the_wire_is_the_quoted_one(server: Loopback, driver: Any) -> None:
    server.then(answer({"jobs_by_pk": {}}))
    for value in ("a/b", "%2e%2e", "é", "a?b#c", "~x.y"):
        driver.run(lambda c, v=value: c.jobs.get(v), server)
    assert [r.target for r in server.requests] == [
        "/jobs/a%2Fb",
        "/jobs/%252e%252e",
        "/jobs/%C3%A9",
        "/jobs/a%3Fb%23c",
        "/jobs/~x.y",
    ]


QUERIES = [
    ("form", True, "blue", "color=blue"),
    ("form", True, COLORS, "color=blue&color=black&color=brown"),
    ("form", False, COLORS, "color=blue,black,brown"),
    ("form", True, RGB, "R=100&G=200&B=150"),
    ("form", False, RGB, "color=R,100,G,200,B,150"),
    ("spaceDelimited", False, COLORS, "color=blue%20black%20brown"),
    ("pipeDelimited", False, COLORS, "color=blue%7Cblack%7Cbrown"),
    ("spaceDelimited", True, COLORS, "color=blue&color=black&color=brown"),
    ("deepObject", True, RGB, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("deepObject", True, {"a": {"b": [1, 2]}}, "color%5Ba%5D%5Bb%5D%5B%5D=1&color%5Ba%5D%5Bb%5D%5B%5D=2"),
    ("deepObject", True, COLORS, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown"),
    ("deepObject", True, [{"a": 1}, {"a": 2}], "color%5B0%5D%5Ba%5D=1&color%5B1%5D%5Ba%5D=2"),
    ("form", True, [], ""),
    ("form", True, None, ""),
    ("form", True, UNSET, ""),
    ("form", True, "", "color="),
    ("form", True, "a&b=c+d", "color=a%26b%3Dc%2Bd"),
    ("form", False, ["a,b", "c"], "color=a%2Cb,c"),
    ("form", True, False, "color=false"),
    ("form", True, ["x", None, "y"], "color=x&color=y"),
    ("form", True, [{"a": 1}], "color=%7B%22a%22%3A1%7D"),
]


@pytest.mark.parametrize(("style", "explode", "value", "expected"), QUERIES)
def test_query_styles(style: str, explode: bool, value: Any, expected: str) -> None:
    pairs = query_pairs(Param("color", "query", style, explode), value)
    assert "&".join(f"{k}={v}" for k, v in pairs) == expected


def test_json_parameters_and_reserved_characters() -> None:
    assert query_pairs(Param("f", "query", json=True), {"a": [1]}) == [("f", "%7B%22a%22%3A%5B1%5D%7D")]
    assert query_pairs(Param("u", "query", reserved=True), "a/b?c&d") == [("u", "a/b?c%26d")]
    with pytest.raises(e.InvalidArgumentError):
        query_pairs(Param("f", "query", json=True), {"a": object()})


def test_headers_are_plain_and_cannot_start_another_header() -> None:
    assert header_text(Param("X", "header"), COLORS) == "blue,black,brown"
    assert header_text(Param("X", "header", explode=True), RGB) == "R=100,G=200,B=150"
    assert header_text(Param("X", "header"), RGB) == "R,100,G,200,B,150"
    for bad in ("a\r\nX-Evil: 1", "a\nb", "é"):
        with pytest.raises(e.InvalidArgumentError):
            header_text(Param("X", "header"), bad)


@pytest.mark.parametrize(
    "value", [(c for c in "ab"), object(), lambda: 1, dict, 10**5000], ids=lambda v: type(v).__name__
)
def test_what_has_no_text_of_its_own_is_refused_and_not_sent_as_its_repr(
    driver: Any, server: Loopback, value: Any
) -> None:
    server.then(answer({}))
    for step in (
        lambda c: c.jobs.get(value),
        lambda c: c.request("POST", "/x", content=value),
        lambda c: c.request("GET", "/x", query={"q": value}),
        lambda c: c.request("POST", "/x", json={"a": [value]}),
    ):
        with pytest.raises(e.InvalidArgumentError, match="nothing was sent"):
            driver.run(step, server)
    assert server.requests == []
