"""A user's script that calls every method of a package, sync and async, with the type of each result asserted.

It is written from tests/clients/<provider>.yaml and checked by `make types`, not run: what it says holds only if
a type checker sees in the package what a reader of its documents would.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from attrs import frozen

from .client_calls import FILES, client_of

STANDARD = {
    "builtins": "import builtins", "Mapping": "from collections.abc import Mapping",
    "Path": "from pathlib import Path", "Any": "from typing import Any", "assert_type": "from typing import assert_type",
    "httpx2": "import httpx2",
}  # fmt: skip

ACCESS = """
def settings() -> None:
    with {client}("key", http_client=httpx2.Client(), limiter=Limiter(10, in_flight=2), timeout=3) as client:
        assert_type(client, {client})
        assert_type(client.with_options(max_retries=0, timeout=httpx2.Timeout(5)), {client})
        answer = client.request("GET", "/x", query={{"a": [1, 2]}}, json={{"b": None}})
        assert_type(answer, RawResponse[Any])
        assert_type(answer.headers, httpx2.Headers)
        assert_type(client.download("https://x.test/a", Path("a"), progress=lambda done, size: None), Path)
        client.upload_presigned("https://x.test", {{"key": "a"}}, b"data")


async def async_settings() -> None:
    async with Async{client}(lambda: "token", http_client=httpx2.AsyncClient(), limiter=None) as client:
        assert_type(client, Async{client})
        assert_type(await client.request("GET", "/x"), RawResponse[Any])
        assert_type(await client.download("https://x.test/a", "a"), Path)
        await client.upload_presigned("https://x.test", "{{}}", Path("a"))


def failures(error: {client}Error) -> str | int | None:
    if isinstance(error, RateLimitError):
        assert_type(error.retry_after, float | None)
    if isinstance(error, APIStatusError):
        assert_type(error.response, httpx2.Response)
        assert_type(error.status_code, int)
        assert_type(error.request_id, str | None)
        return error.code or error.message
    if isinstance(error, JobError):
        return error.id
    return error.job_id
"""

WEBHOOKS = """
def webhook(body: bytes, headers: Mapping[str, str]) -> str:
    event = webhooks.parse(body, headers, "key")
    assert_type(event, WebhookEvent[Any])
    return event.type
"""


@frozen
class Call:
    """One call of the script: the expression on `client`, the type of its result, whether it is a list of pages."""

    resource: str
    method: str
    arguments: str
    returns: str

    @property
    def pages(self) -> bool:
        return self.returns.startswith(("Pages[", "AsyncPages["))

    @property
    def waits(self) -> bool:
        return "wait" in self.method.split("_")


def script(name: str) -> str:
    """The script for a provider."""
    data = FILES[name]
    module = import_module(data["package"])
    parts = [ACCESS.format(client=data["client"])]
    if "webhooks" in module.__all__:
        parts.append(WEBHOOKS)
    parts += _functions(list(_calls(name, "sync")), data["client"], "")
    parts += _functions(list(_calls(name, "async")), data["client"], "async ")
    text = "\n".join(parts)
    words = set(re.findall(r"\w+", text))
    head = [f'"""Every method of {module.__name__}, called as its users call it."""', ""]
    head += [line for word, line in STANDARD.items() if word in words]
    head.append(f"from {module.__name__} import {', '.join(sorted(words & set(module.__all__) - {'models'}))}")
    head.append(f"from {module.__name__}.models import {', '.join(sorted(words & set(module.models.__all__)))}")
    return "\n".join([*head, text, ""])


def _calls(name: str, kind: str) -> Iterator[Call]:
    calls = FILES[name]["calls"]
    arguments = {call["call"]: call["args"] for call in calls}
    client = client_of(name, kind, base_url="http://x.test")
    for resource in dict.fromkeys(call["call"].rpartition(".")[0] for call in calls):
        node = client
        for part in resource.split("."):
            node = getattr(node, part)
        for method, function in inspect.getmembers(type(node), inspect.isfunction):
            if method.startswith("_"):
                continue
            given = arguments.get(f"{resource}.{method}")
            if given is None:
                given = _waiting(method, function, resource, arguments)
            text = ", ".join(f"{key}={value!r}" for key, value in given.items())
            if "wait" in method.split("_"):
                text += ", timeout=3, on_poll=lambda job: print(job.status)"
            yield Call(resource, method, text, str(inspect.signature(function).return_annotation))


def _waiting(method: str, function: Any, resource: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a waiting method: those of its create, or an id for each that stands in the path."""
    create = method.rpartition("_and_")[0]
    if create:
        return dict(arguments[f"{resource}.{create}"])
    found = inspect.signature(function).parameters.values()
    path = [p for p in found if p.kind is p.POSITIONAL_OR_KEYWORD and p.name != "self"]
    return {p.name: 1 if str(p.annotation).startswith("int") else "id" for p in path}


def _functions(calls: list[Call], client: str, word: str) -> list[str]:
    cls = f"Async{client}" if word else client
    lines = [f"\n{word}def {'async' if word else 'sync'}_calls() -> None:", f"    {word}with {cls}() as client:"]
    await_ = "await " if word else ""
    for call in calls:
        place = f"client.{call.resource}"
        made = f"{place}.{call.method}({call.arguments})"
        if call.pages:
            item = call.returns.partition("[")[2][:-1]
            lines.append(f"        assert_type({made}, {call.returns})")
            lines.append(f"        {word}for item in {made}:\n            assert_type(item, {item})")
            lines.append(f"        {word}for page in {made}.pages():\n            assert_type(page, Page[{item}])")
            lines.append(f"        assert_type({await_}{made}.page, Page[{item}])")
            continue
        lines.append(f"        assert_type({await_}{made}, {call.returns})")
        if not call.waits:
            raw = f"{await_}{place}.with_raw_response.{call.method}({call.arguments})"
            lines.append(f"        assert_type({raw}, RawResponse[{call.returns}])")
    return lines
