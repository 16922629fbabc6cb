"""What a caller sets: in the constructor, the environment, a copy of a client, an http client of one's own."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest
from driver import GOOD, KEY
from loopback import Loopback, answer, unused_port
from sample import Sample
from sample import errors as e

HERE = Path(__file__).parent


def test_settings_come_from_the_environment(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPLE_API_KEY", f" {KEY}\n")
    monkeypatch.setenv("SAMPLE_BASE_URL", f"{server.url}/v9/")
    server.then(GOOD)
    with Sample() as client:
        client.jobs.get("x")
    assert server.requests[0].target == "/v9/jobs/x"
    assert server.requests[0].header("authorization") == f"Bearer {KEY}"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://x",
        "https://",
        "x.com",
        "https://u:p@x.com",
        "https://x.com/?a=1",
        "http://x.com:99999",
        pytest.param("http://x.com:" + "9" * 5000, id="a port of 5,000 digits"),
        "http://x:y",
        "http://[::1",
    ],
)
def test_a_wrong_base_url_is_refused(url: str) -> None:
    with pytest.raises(e.InvalidArgumentError, match="base_url"):
        Sample(KEY, base_url=url or "  ")


def test_with_options_changes_a_copy_on_the_same_connections(server: Loopback) -> None:
    server.then(answer({}, 500))
    with Sample(KEY, base_url=server.url, sleep=lambda _: None, default_headers={"X-A": "1"}) as client:
        other = client.with_options(max_retries=0, default_headers={"X-B": "2"}, timeout=3)
        for each, count in ((other, 1), (client, 3)):
            server.requests.clear()
            with pytest.raises(e.InternalServerError):
                each.jobs.get("x")
            assert len(server.requests) == count
        assert type(other) is Sample and other.jobs is not client.jobs
        assert server.connections == 1
        assert (other.limits_of_attempt.total, client.limits_of_attempt.total) == (3.0, 60.0)
        assert client.limits_of_attempt.phases["connect"] == 5.0
        server.requests.clear()
        with pytest.raises(e.InternalServerError):
            other.jobs.get("x")
        assert [server.requests[0].header(n) for n in ("x-a", "x-b")] == ["1", "2"]
    with pytest.raises(e.APIConnectionError, match="closed"):
        other.jobs.get("x")


def test_https_is_verified_even_by_a_copy_of_a_client_made_for_plain_http(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.then(GOOD)
    with Sample(KEY, base_url=server.url) as client:
        session = client.session
        assert verifying(session.http()) == (True, 0)
        assert verifying(session.http(outside=True))[0] is True and verifying(session.http(outside=True))[1] > 10
        used: list[bool] = []
        http = session.http

        def spy(*, outside: bool = False) -> httpx2.Client:
            used.append(outside)
            return http(outside=outside)

        monkeypatch.setattr(session, "http", spy)
        client.jobs.get("x")
        refused = client.with_options(base_url=f"https://127.0.0.1:{unused_port()}", max_retries=0)
        with pytest.raises(e.APIConnectionError):
            refused.jobs.get("x")
        assert used == [False, True]


def verifying(http: httpx2.Client) -> tuple[bool, int]:
    """Whether a client checks certificates, and how many authorities it trusts."""
    context: Any = http._transport._pool._ssl_context  # type: ignore[attr-defined]
    assert isinstance(context, ssl.SSLContext)
    return context.check_hostname and context.verify_mode is ssl.CERT_REQUIRED, context.cert_store_stats()["x509_ca"]


def test_the_callers_http_client_keeps_its_timeouts_headers_and_life(server: Loopback) -> None:
    server.then(GOOD)
    given = httpx2.Client(timeout=7, headers={"X-Mine": "yes"})
    with Sample(KEY, base_url=server.url, http_client=given) as client:
        client.jobs.get("x")
        assert client.limits_of_attempt.phases == dict.fromkeys(("connect", "read", "write", "pool"), 7)
        assert client.limits_of_attempt.total is None
    assert server.requests[0].header("x-mine") == "yes"
    assert not given.is_closed
    given.close()


WRONG: list[dict[str, Any]] = [
    {"timeout": "5"},
    {"timeout": 0},
    *({"max_retries": wrong} for wrong in (-1, None, "2", 1.5)),
    *({"deadline": wrong} for wrong in (0, -1, "x")),
    {"limiter": "yes"},
    {"http_client": object()},
    *({"default_headers": {"default_headers": wrong}} for wrong in ("a\nb", "é")),
    *({name: {"x": object()}} for name in ("default_headers", "default_query")),
    {"event_hooks": {"request": ["event_hooks"]}},
    {"base_url": 5},
    {"base_url": Path("/base_url")},
    {"credentials": {"nobody": KEY}},
]


@pytest.mark.parametrize("setting", WRONG, ids=lambda setting: repr(setting)[:30])
def test_a_wrong_setting_is_refused_at_once(driver: Any, server: Loopback, setting: dict[str, Any]) -> None:
    with pytest.raises(e.InvalidArgumentError, match=f"{next(iter(setting))}|type object"):
        driver.client(server, **setting)


def test_an_http_client_of_the_other_kind_is_refused(driver: Any, server: Loopback) -> None:
    other = httpx2.AsyncClient() if driver.kind == "sync" else httpx2.Client()
    with pytest.raises(e.InvalidArgumentError, match="must be an httpx2"):
        driver.client(server, http_client=other)


def test_query_parameters_may_go_with_every_request_to_the_api(driver: Any, server: Loopback) -> None:
    server.then(answer({"jobs": []}))
    options = {"default_query": {"beta": True, "a b": ["1", "&"]}}
    driver.run(lambda c: c.with_options(default_query={"c": 3}).jobs.list_by_user("u", limit=2), server, **options)
    driver.run(lambda c: c.request("GET", "/x", query={"q": 1}), server, **options)
    driver.run(lambda c: c.request("GET", f"{server.other_url}/x"), server, **options)
    common = "beta=true&a%20b=1&a%20b=%26"
    assert [r.query for r in server.requests] == [f"{common}&c=3&limit=2", f"{common}&q=1", ""]


def test_event_hooks_see_each_request_and_answer(driver: Any, server: Loopback) -> None:
    server.then(answer({}, 429, retry_after="0"), GOOD)
    seen: list[Any] = []
    hooks = {
        "request": [lambda r: seen.append(r.method)],
        "response": [lambda r: seen.append(r.status_code)],
    }
    driver.run(lambda c: c.jobs.get("x"), server, event_hooks=hooks)
    assert seen == ["GET", 429, "GET", 200]
    driver.run(lambda c: c.jobs.get("x"), server, event_hooks={"request": lambda r: seen.append(r.url.path)})
    assert seen[4:] == ["/jobs/x"]
    with pytest.raises(e.InvalidArgumentError):
        driver.client(server, event_hooks={"retry": []})


def test_the_log_variable_prints_lines(server: Loopback) -> None:
    server.then(GOOD)
    code = f"import sample; sample.Sample({KEY!r}, base_url={server.url!r}).jobs.get('x')"
    env = {**os.environ, "SAMPLE_LOG": "info"}
    out = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, env=env)
    assert f"INFO GET {server.url}/jobs/x -> 200 in" in out.stderr and KEY not in out.stderr
    code = f"import logging; logging.basicConfig(); {code}"
    out = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, env=env)
    assert out.stderr.count("-> 200 in") == 1
