"""How the key is sent, and that it shows nowhere."""

from __future__ import annotations

import asyncio
import logging
import traceback
from typing import Any

import httpx2
import pytest
from driver import GOOD, KEY
from loopback import Answer, Loopback, answer, gzipped
from sample import AsyncSample, Sample
from sample import errors as e
from sample._runtime.auth import ApiKey, Basic, Bearer
from sample._runtime.client import Config, SyncClient
from sample._runtime.log import redact


def test_a_client_without_a_key_says_where_to_put_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMPLE_API_KEY", raising=False)
    for cls in (Sample, AsyncSample):
        with pytest.raises(e.MissingKeyError, match="SAMPLE_API_KEY"):
            cls()


@pytest.mark.parametrize("key", ["ab\ncd-geheim", "clé-geheim-é", "a\0b-geheim"])
def test_a_key_that_cannot_be_sent_is_refused_without_showing_it(key: str) -> None:
    with pytest.raises(e.InvalidArgumentError) as caught:
        Sample(key)
    assert "geheim" not in "".join(traceback.format_exception(caught.value))


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


def test_request_sends_the_key_to_the_apis_host_only(driver: Any, server: Loopback) -> None:
    server.then(answer({}))
    driver.run(lambda c: c.request("GET", f"{server.url}/a"), server)
    driver.run(lambda c: c.request("GET", f"{server.other_url}/a"), server, default_headers={"X-T": "1"})
    assert [r.header("authorization") for r in server.requests] == [f"Bearer {KEY}", None]
    assert server.requests[1].header("x-t") is None
    for bad in ("file:///etc/passwd", "http://u:p@x.test/", "a b", "/a\r\nX: y"):
        with pytest.raises(e.InvalidArgumentError):
            driver.run(lambda c, bad=bad: c.request("GET", bad), server)
