"""The client itself: keys and where they must not show, settings, hooks, raw access, threads, forks, loops."""

from __future__ import annotations

import asyncio
import copy
import gc
import logging
import os
import pickle
import ssl
import subprocess
import sys
import threading
import traceback
from pathlib import Path
from time import monotonic
from typing import Any

import httpx2
import pytest
import sample
from driver import KEY
from loopback import Answer, Loopback, answer, gzipped, unused_port
from sample import AsyncSample, Limiter, Sample
from sample import errors as e
from sample._runtime.auth import ApiKey, Basic, Bearer
from sample._runtime.client import Config, SyncClient
from sample._runtime.lazy import ERRORS
from sample._runtime.log import redact

GOOD = answer({"jobs_by_pk": {"id": "x"}})
HERE = Path(__file__).parent


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys; before = set(sys.modules); import sample; sample.Sample('k');"
        "print(sorted({m.partition('.')[0] for m in set(sys.modules) - before}"
        " & {'httpx2', 'attr', 'attrs', 'asyncio', 'ssl', 'logging', 'json'}),"
        " [m for m in sys.modules if m.startswith('sample.models') or m.startswith('sample.resources')])"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[] []"


def test_the_package_exports_every_exception() -> None:
    assert sorted(e.__all__) == sorted(ERRORS)
    assert all(getattr(sample, name) is getattr(e, name) for name in ERRORS)
    assert sample.SampleError is e.ClientError
    assert set(sample.__all__) <= set(dir(sample))
    with pytest.raises(AttributeError):
        _ = sample.nothing  # type: ignore[attr-defined]


def test_a_traceback_names_an_exception_as_it_is_imported() -> None:
    for name in e.__all__:
        cls = getattr(sample, name)
        assert (cls.__module__, cls.__qualname__) == ("sample", name)
        assert pickle.loads(pickle.dumps(cls)) is cls


def test_a_client_without_a_key_says_where_to_put_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMPLE_API_KEY", raising=False)
    for cls in (Sample, AsyncSample):
        with pytest.raises(e.MissingKeyError, match="SAMPLE_API_KEY"):
            cls()


def test_settings_come_from_the_environment(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPLE_API_KEY", f" {KEY}\n")
    monkeypatch.setenv("SAMPLE_BASE_URL", f"{server.url}/v9/")
    server.then(GOOD)
    with Sample() as client:
        client.jobs.get("x")
    assert server.requests[0].target == "/v9/jobs/x"
    assert server.requests[0].header("authorization") == f"Bearer {KEY}"


@pytest.mark.parametrize("key", ["ab\ncd-geheim", "clé-geheim-é", "a\0b-geheim"])
def test_a_key_that_cannot_be_sent_is_refused_without_showing_it(key: str) -> None:
    with pytest.raises(e.InvalidArgumentError) as caught:
        Sample(key)
    assert "geheim" not in "".join(traceback.format_exception(caught.value))


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
        "http://x:y",
        "http://[::1",
    ],
)
def test_a_wrong_base_url_is_refused(url: str) -> None:
    with pytest.raises(e.InvalidArgumentError, match="base_url"):
        Sample(KEY, base_url=url or "  ")


def echoing(request: Any) -> Answer:
    """A server that tells the key back."""
    text = f"your key {request.header('authorization')} in {request.target} is wrong"
    return answer({"error": text, "code": 1}, 401)


def test_the_key_shows_in_no_repr_exception_traceback_or_log(
    driver: Any, server: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = driver.client(server)
    assert KEY not in repr(client) + str(client) + repr(vars(client)) + repr(client._keys)
    shown: list[str] = []
    for script in (
        [echoing],
        [Answer(fault="drop")],
        [Answer(200, f"<html>{KEY}".encode())],
        [Answer(200, f"<html>{'bad ' * 16}{KEY}".encode())],
        [answer({"errors": [{"message": f"bad {KEY}"}]})],
        [answer({"errors": [{"message": f"{'bad ' * 120} {KEY}"}]})],
        [answer({"message": f"{'bad ' * 120} {KEY}"}, 400)],
        [gzipped(b" " * 3_000_000)],
        [Answer(302, b"", {"Location": f"http://x.test/{KEY}" * 300})],
    ):
        if callable(script[0]):
            server.handle(script[0])
        else:
            server.then(*script)
        with pytest.raises(e.APIError) as caught:
            driver.run(lambda c: c.jobs.create(prompt="x"), server, max_response_size=1_000_000)
        error: Any = caught.value
        shown += traceback.format_exception(error)
        shown += [repr(error), str(error), error.message, repr(error.request and error.request.headers)]
        if hasattr(error, "response"):
            shown += [repr(error.response), str(list(error.response.request.headers.raw))]
    assert KEY[:10] not in "".join(shown)
    assert "sample" in {r.name for r in caplog.records}
    assert KEY not in caplog.text


def test_an_error_takes_the_key_out_of_its_own_request_only(driver: Any, server: Loopback) -> None:
    server.then(answer({"error": "no"}, 400), GOOD, GOOD)
    client = driver.client(server)
    calls = [lambda c: c.jobs.get("x"), lambda c: c.jobs.with_raw_response.get("x"), lambda c: c.request("GET", "/y")]
    kept: list[Any] = []

    async def steps() -> None:
        for call in calls:
            try:
                found = call(client)
                kept.append(await found if driver.kind == "async" else found)
            except e.APIError as error:
                kept.append(error)
        if driver.kind == "async":
            await client.close()
        else:
            client.close()

    asyncio.run(steps())
    assert [r.header("authorization") for r in server.requests] == [f"Bearer {KEY}"] * 3
    requests = [kept[0].request, kept[1].http_response.request, kept[2].http_response.request]
    assert [r.headers["authorization"] for r in requests] == ["***"] * 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("key abcd1234 here", "key *** here"),
        ("?k=a%2Fb%20c", "?k=***"),
        ("a/b c", "***"),
        ("nothing", "nothing"),
    ],
)
def test_keys_are_taken_out_of_texts_plain_and_quoted(text: str, shown: str) -> None:
    assert redact(text, ["abcd1234", "a/b c"]) == shown


def test_clients_cannot_be_pickled(driver: Any, server: Loopback) -> None:
    for broken in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="in each process"):
            broken(driver.client(server))


def test_exceptions_can_be_pickled(driver: Any, server: Loopback) -> None:
    server.then(answer({"error": "nope", "code": "c"}, 404))
    with pytest.raises(e.NotFoundError) as caught:
        driver.run(lambda c: c.jobs.get("x"), server)
    back = pickle.loads(pickle.dumps(caught.value))
    assert (type(back), back.status_code, back.code, back.message, str(back)) == (
        e.NotFoundError,
        404,
        "c",
        "nope",
        str(caught.value),
    )
    failed = pickle.loads(pickle.dumps(e.JobFailedError("ended", id="7", status="FAILED")))
    assert (failed.id, failed.status, str(failed)) == ("7", "FAILED", "ended")


class Schemes(SyncClient):
    _config = Config(
        name="schemes",
        package="sample",
        base_url="https://x.test",
        env="SCHEMES",
        security={
            "bearer": Bearer(),
            "basic": Basic(),
            "header": ApiKey("X-Api-Key"),
            "query": ApiKey("api key", "query"),
            "cookie": ApiKey("session", "cookie"),
        },
    )


def sent(server: Loopback, client: SyncClient, *security: tuple[str, ...]) -> Any:
    from sample._runtime.operation import Operation, Result
    from sample._runtime.resource import Resource

    server.then(answer({}))
    operation: Operation[Any] = Operation("GET", "/x?fixed=1", Result(), security=security)
    Resource(client)._send(operation)
    return server.requests[0]


def test_each_scheme_puts_the_key_where_it_says(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = Schemes(KEY, base_url=server.url)
    pair = Schemes("user", api_secret="pass", base_url=server.url)
    assert sent(server, client, ("bearer",)).header("authorization") == f"Bearer {KEY}"
    assert sent(server, client, ("header",)).header("x-api-key") == KEY
    assert sent(server, client, ("query",)).target == f"/x?fixed=1&api%20key={KEY}"
    assert sent(server, client, ("cookie",)).header("cookie") == f"session={KEY}"
    assert sent(server, pair, ("bearer",), ("basic",)).header("authorization") == "Basic dXNlcjpwYXNz"
    assert sent(server, client, ("basic",), ("bearer",)).header("authorization") == f"Bearer {KEY}"
    both = sent(server, client, ("header", "cookie"))
    assert (both.header("x-api-key"), both.header("cookie")) == (KEY, f"session={KEY}")
    assert sent(server, client).header("authorization") is None
    with pytest.raises(e.MissingKeyError):
        sent(server, client, ("unknown",))
    assert KEY not in caplog.text


FAULTS = [Answer(fault="drop"), Answer(fault="drop_body", body=b"{}"), Answer(fault="silence"), Answer(200, b"<html>")]


@pytest.mark.parametrize("scheme", ["bearer", "basic", "header", "cookie", "query"])
@pytest.mark.parametrize("fault", [*FAULTS, answer({"error": "no"}, 401)], ids=lambda a: a.fault or str(a.status))
def test_not_even_the_local_variables_of_a_traceback_hold_the_key(server: Loopback, scheme: str, fault: Answer) -> None:
    """Error trackers send them along."""
    from sample._runtime.operation import Operation, Result
    from sample._runtime.resource import Resource

    server.then(fault)
    client = Schemes(f"user:{KEY}" if scheme == "basic" else KEY, base_url=server.url, timeout=0.2, max_retries=0)
    operation: Operation[Any] = Operation("GET", "/x", Result(), security=((scheme,),))
    with pytest.raises(e.APIError) as caught:
        Resource(client)._send(operation)
    text = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "client = Schemes(base_url=" in text
    secrets = client._keys.secrets
    assert len(secrets) == (3 if scheme == "basic" else 1)
    assert [secret for secret in secrets if secret in text] == []


@pytest.mark.parametrize("scheme", ["header", "query"])
def test_refused_arguments_show_no_key_in_local_variables(server: Loopback, scheme: str) -> None:
    from sample._runtime.operation import Body, Operation, Param, Result
    from sample._runtime.resource import Resource

    client = Schemes(KEY, base_url=server.url)
    params = (Param("id", "path"), Param("q", "query"), Param("h", "header"), Param("c", "cookie"))
    operation: Operation[Any] = Operation(
        "POST", "/x/{id}", Result(), params=params, body=(Body(),), security=((scheme,),)
    )
    for wrong in (
        {"path": {"id": ".."}},
        {"query": {"q": "\ud800"}},
        {"header": {"h": "\n"}},
        {"cookie": {"c": "\ud800"}},
        {"body": object()},
    ):
        with pytest.raises(e.InvalidArgumentError) as caught:
            Resource(client)._send(operation, **{"path": {"id": 1}, **wrong})
        text = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
        assert "client = Schemes(base_url=" in text and KEY not in text
    assert server.requests == []


def test_a_key_in_the_query_shows_in_no_request_or_interruption(server: Loopback) -> None:
    from sample._runtime.operation import Operation, Result
    from sample._runtime.resource import Resource

    operation: Operation[Any] = Operation("GET", "/x", Result(), security=(("query",),))

    def interrupted(request: Any) -> Any:
        raise KeyboardInterrupt

    http = httpx2.Client(transport=httpx2.MockTransport(interrupted))
    with pytest.raises(KeyboardInterrupt) as caught:
        Resource(Schemes(KEY, http_client=http))._send(operation)
    text = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "api%20key=***" in text and KEY not in text
    server.then(answer({"error": "no"}, 401))
    with pytest.raises(e.AuthenticationError) as refused:
        Resource(Schemes(KEY, base_url=server.url))._send(operation)
    assert str(refused.value.response.url) == f"{server.url}/x?api%20key=***"
    server.then(answer({}), answer({}))
    client = Schemes(KEY, base_url=server.url, default_headers={"Cookie": "a=b"})
    raw = client.request("GET", "/y")
    assert KEY not in f"{raw.http_response.url} {raw.http_response.request!r} {raw.http_response.request.headers}"


def test_a_key_may_be_a_function_that_gives_the_present_token(server: Loopback) -> None:
    tokens = iter(["one-token", "two-token"])
    client = Schemes(lambda: next(tokens), base_url=server.url)
    assert sent(server, client, ("bearer",)).header("authorization") == "Bearer one-token"
    assert sent(server, client, ("bearer",)).header("authorization") == "Bearer two-token"


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


def test_a_users_tests_may_answer_without_a_network(driver: Any) -> None:
    """`http_client` with a mock transport is how an application tests what it does with answers."""

    def handle(request: httpx2.Request) -> httpx2.Response:
        assert request.url == "http://api.test/jobs/x"
        return httpx2.Response(200, json={"jobs_by_pk": {"id": "x"}})

    transport = httpx2.MockTransport(handle)
    given = httpx2.Client(transport=transport) if driver.kind == "sync" else httpx2.AsyncClient(transport=transport)
    assert driver.run(lambda c: c.jobs.get("x"), "http://api.test", http_client=given).id == "x"
    assert not given.is_closed


def test_what_a_user_prints_says_what_it_is(driver: Any, server: Loopback) -> None:
    client = driver.client(server)
    word = "Async" if driver.kind == "async" else ""
    assert repr(client.jobs) == f"<{word}Jobs of {word}Sample(base_url={server.url!r})>"
    assert repr(client.jobs.list_by_user("u")) == f"<{word}Pages of jobs.list_by_user, fetched as they are read>"


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


@pytest.mark.parametrize("key", [b"geheim-bytes", 1234567, ("geheim",), ("geheim", 5), {"geheim": 1}])
def test_a_key_of_another_type_is_refused_without_showing_it(key: Any) -> None:
    with pytest.raises(e.InvalidArgumentError, match="a key must be a text") as caught:
        Sample(key)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("given", [None, "", " ", b"x", 5])
def test_a_function_that_gives_no_key_is_told_of(driver: Any, server: Loopback, given: Any) -> None:
    client = Schemes(lambda: given, base_url=server.url)
    with pytest.raises(e.InvalidArgumentError, match="gave no text; nothing was sent"):
        sent(server, client, ("bearer",))
    assert server.requests == []


def test_a_copy_may_have_another_pair_of_key_and_secret(server: Loopback) -> None:
    client = Schemes("user", api_secret="pass", base_url=server.url)
    copies = {
        "Basic dXNlcjpvdGhlcg==": client.with_options(api_secret="other"),
        "Basic bmV3Om90aGVy": client.with_options(api_key="new", api_secret="other"),
        "Bearer new-token": client.with_options(api_key="new-token"),
        "Basic dXNlcjpwYXNz": client.with_options(timeout=3),
    }
    for expected, copied in copies.items():
        assert sent(server, copied, ("bearer",), ("basic",)).header("authorization") == expected


def test_a_copy_with_another_secret_keeps_the_keys_by_scheme(server: Loopback) -> None:
    client = Schemes("user", api_secret="pass", credentials={"bearer": "token"}, base_url=server.url)
    copied = client.with_options(api_secret="other")
    assert sent(server, copied, ("bearer",)).header("authorization") == "Bearer token"
    assert sent(server, copied, ("basic",)).header("authorization") == "Basic dXNlcjpvdGhlcg=="


def test_query_parameters_may_go_with_every_request_to_the_api(driver: Any, server: Loopback) -> None:
    server.then(answer({"jobs": []}))
    options = {"default_query": {"beta": True, "a b": ["1", "&"]}}
    driver.run(lambda c: c.with_options(default_query={"c": 3}).jobs.list_by_user("u", limit=2), server, **options)
    driver.run(lambda c: c.request("GET", "/x", query={"q": 1}), server, **options)
    driver.run(lambda c: c.request("GET", f"{server.other_url}/x"), server, **options)
    common = "beta=true&a%20b=1&a%20b=%26"
    assert [r.query for r in server.requests] == [f"{common}&c=3&limit=2", f"{common}&q=1", ""]


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (answer({"error": "nope"}, 404), "GET /jobs/x: 404 Not Found: nope"),
        (answer({"jobs_by_pk": None}), "GET /jobs/x: not found ($.jobs_by_pk is null)"),
        (Answer(200, b""), "GET /jobs/x: 200 with an empty body where JSON was expected"),
    ],
)
def test_an_error_as_text_begins_with_the_call(driver: Any, server: Loopback, reply: Answer, text: str) -> None:
    server.then(reply)
    with pytest.raises(e.APIError) as caught:
        driver.run(lambda c: c.jobs.get("x"), server)
    assert str(caught.value) == text
    assert caught.value.message == text.rpartition("GET /jobs/x: ")[2].removeprefix("404 Not Found: ")


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


def test_with_raw_response_gives_status_headers_and_the_result(driver: Any, server: Loopback) -> None:
    server.then(answer({"jobs_by_pk": {"id": "x"}}, x_request_id="r1"))
    raw = driver.run(lambda c: c.jobs.with_raw_response.get("x"), server)
    assert (raw.status_code, raw.request_id, raw.json(), raw.parse().id) == (
        200,
        "r1",
        {"jobs_by_pk": {"id": "x"}},
        "x",
    )
    server.then(Answer(200, b"<html>"))
    raw = driver.run(lambda c: c.jobs.with_raw_response.get("x"), server)
    assert raw.text == "<html>"
    for broken in (raw.json, raw.parse):
        with pytest.raises(e.DecodeError):
            broken()


def test_request_is_a_way_to_what_has_no_method(driver: Any, server: Loopback) -> None:
    server.then(answer({"a": 1}, 429, retry_after="0"), answer({"a": 1}))
    got = driver.run(
        lambda c: c.request("post", "/beta/x", query={"q": [1, 2]}, json={"z": None}, headers={"X-Y": "z"}),
        server,
    )
    assert got.parse() == {"a": 1} and len(server.requests) == 2
    request = server.requests[1]
    assert (request.method, request.target, request.json()) == ("POST", "/beta/x?q=1&q=2", {"z": None})
    assert request.header("authorization") == f"Bearer {KEY}" and request.header("x-y") == "z"
    server.then(answer({"error": "no"}, 404))
    with pytest.raises(e.NotFoundError):
        driver.run(lambda c: c.request("GET", "nothing"), server)


def test_request_sends_the_key_to_the_apis_host_only(driver: Any, server: Loopback) -> None:
    server.then(answer({}))
    driver.run(lambda c: c.request("GET", f"{server.url}/a"), server)
    driver.run(lambda c: c.request("GET", f"{server.other_url}/a"), server, default_headers={"X-T": "1"})
    assert [r.header("authorization") for r in server.requests] == [f"Bearer {KEY}", None]
    assert server.requests[1].header("x-t") is None
    for bad in ("file:///etc/passwd", "http://u:p@x.test/", "a b", "/a\r\nX: y"):
        with pytest.raises(e.InvalidArgumentError):
            driver.run(lambda c, bad=bad: c.request("GET", bad), server)


def test_one_client_serves_many_threads(server: Loopback) -> None:
    server.handle(lambda r: answer({"jobs_by_pk": {"id": r.path.rsplit("/")[-1]}}))
    found: list[str] = []
    with Sample(KEY, base_url=server.url) as client:

        def work(number: int) -> None:
            found.extend(str(client.jobs.get(f"{number}-{n}").id) for n in range(10))

        threads = [threading.Thread(target=work, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(found) == sorted(f"{a}-{b}" for a in range(12) for b in range(10))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_makes_its_own_connections(server: Loopback) -> None:
    server.then(GOOD)
    with Sample(KEY, base_url=server.url) as client:
        client.jobs.get("x")
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = 0 if client.jobs.get("x").id == "x" else 2
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        client.jobs.get("x")
    numbers = [r.connection for r in server.requests]
    assert numbers[0] == numbers[2] != numbers[1]


def test_a_forked_child_does_not_wait_for_turns_that_its_parent_has(server: Loopback) -> None:
    """The threads that would give them back are not in the child."""
    limiter = Limiter(in_flight=1)
    assert limiter.acquire()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if limiter.acquire(deadline=monotonic() + 5) and not limiter.acquire(deadline=0) else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert not limiter.acquire(deadline=0)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_async_client_works_in_one_loop_after_another_and_is_closed_in_a_third(server: Loopback) -> None:
    server.then(GOOD)
    client = AsyncSample(KEY, base_url=server.url)
    for _ in range(2):
        assert asyncio.run(client.jobs.get("x")).id == "x"  # type: ignore[arg-type]
    asyncio.run(client.close())
    del client
    gc.collect()


def test_the_limiter_spaces_requests_and_is_shared(driver: Any, server: Loopback) -> None:
    server.then(answer({"job": {"jobId": "1"}}))
    now, naps = [0.0], []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        now[0] += seconds

    async def async_nap(seconds: float) -> None:
        nap(seconds)

    limiter = Limiter(5, per_operation={"jobs.create": 2}, clock=lambda: now[0], sleep=nap, async_sleep=async_nap)
    for _ in range(3):
        driver.run(lambda c: c.jobs.create(prompt="x"), server, limiter=limiter, deadline=None)
    assert naps == [60.0]
    assert limiter._flying == 0
    for _ in range(4):
        driver.run(lambda c: c.request("GET", "/"), server, limiter=limiter, deadline=None)
    assert naps == [60.0]
    driver.run(lambda c: c.request("GET", "/"), server, limiter=limiter, deadline=None)
    assert naps == [60.0, 60.0]


def test_the_limiter_gives_up_at_the_deadline_without_sending(driver: Any, server: Loopback) -> None:
    server.then(GOOD)
    limiter = Limiter(1)
    driver.run(lambda c: c.jobs.get("x"), server, limiter=limiter)
    with pytest.raises(e.APITimeoutError, match="nothing was sent") as caught:
        driver.run(lambda c: c.jobs.get("x"), server, limiter=limiter, deadline=1)
    assert caught.value.may_have_happened is False and len(server.requests) == 1


def test_waiting_for_a_turn_does_not_count_against_the_default_deadline(
    driver: Any, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loop of creates at a hundred a minute is meant to take longer than a call may."""
    server.then(GOOD)
    monkeypatch.setattr("sample._runtime.base.DEADLINE", 1.0)
    limiter = Limiter(in_flight=1)
    assert limiter.acquire()
    threading.Timer(1.3, limiter.release).start()
    assert driver.run(lambda c: c.jobs.get("x"), server, limiter=limiter).id == "x"
    assert limiter.acquire()
    with pytest.raises(e.APITimeoutError, match="nothing was sent"):
        driver.run(lambda c: c.with_options(deadline=0.2).jobs.get("x"), server, limiter=limiter)


def test_no_more_are_in_flight_than_the_limiter_allows(server: Loopback) -> None:
    flying, most, lock = [0], [0], threading.Lock()

    def slow(_: Any) -> Answer:
        with lock:
            flying[0] += 1
            most[0] = max(most[0], flying[0])
        threading.Event().wait(0.01)
        with lock:
            flying[0] -= 1
        return GOOD

    server.handle(slow)

    async def run() -> None:
        async with AsyncSample(KEY, base_url=server.url, limiter=Limiter(in_flight=3)) as client:
            await asyncio.gather(*(client.jobs.get("x") for _ in range(20)))

    asyncio.run(run())
    assert most[0] == 3


def test_the_documented_limits_are_a_preset(server: Loopback) -> None:
    client = Sample(KEY, base_url=server.url, limiter=True)
    assert repr(client.limiter) == "Limiter(2000, in_flight=10, per_operation={'jobs.create': 100})"


def test_the_log_variable_prints_lines(server: Loopback) -> None:
    server.then(GOOD)
    code = f"import sample; sample.Sample({KEY!r}, base_url={server.url!r}).jobs.get('x')"
    env = {**os.environ, "SAMPLE_LOG": "info"}
    out = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, env=env)
    assert f"INFO GET {server.url}/jobs/x -> 200 in" in out.stderr and KEY not in out.stderr
    code = f"import logging; logging.basicConfig(); {code}"
    out = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, env=env)
    assert out.stderr.count("-> 200 in") == 1
