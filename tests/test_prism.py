"""A mock server that checks every request against the committed spec: what the clients send, it accepts.

It is somebody else's reading of the same document. `make prism` installs it (Node and npm) and runs this.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from client_calls import CALLS, FILES, IDS, ROOT, client_of, play
from loopback import unused_port

PRISM = ROOT / "tests" / "prism" / "node_modules" / ".bin" / "prism"

pytestmark = [
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is absent: Prism needs Node and npm"),
    pytest.mark.skipif(not PRISM.exists(), reason="Prism is not installed: run `make prism`"),
]


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, str]]:
    """A running Prism for the normalised document of each provider; where it listens."""
    ports = {name: unused_port() for name in FILES}
    running = [_start(name, port) for name, port in ports.items()]
    try:
        for port, process in zip(ports.values(), running, strict=True):
            _until_listening(port, process)
        yield {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
    finally:
        for process in running:
            process.terminate()
            process.wait()


def _start(name: str, port: int) -> subprocess.Popen[bytes]:
    spec = ROOT / "specs" / name / "openapi.yaml"
    command = [str(PRISM), "mock", "--host", "127.0.0.1", "--port", str(port), str(spec)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _until_listening(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "Prism ended; run it by hand to see why"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("Prism did not listen within a minute")


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(("name", "call"), CALLS, ids=IDS)
def test_prism_accepts_every_request(servers: dict[str, str], name: str, call: dict[str, Any], kind: str) -> None:
    seen: list[tuple[int, list[Any]]] = []

    def look(response: httpx2.Response) -> None:
        found = json.loads(response.headers.get("sl-violations", "[]"))
        # Of its own answers it makes up 1 for a number above 0, whatever the maximum.
        seen.append((response.status_code, [each for each in found if each["location"][0] != "response"]))

    # A mock gives the same page for ever: one page is enough to know that the request was right.
    changed = {"limit": 1} if "then" in call else None
    url = servers[name]
    result = play(name, call, url, kind, changed=changed, event_hooks={"response": [look]}, max_retries=0)
    assert seen and all(200 <= status < 300 and not violations for status, violations in seen)
    assert result is not None or "type" not in call


@pytest.mark.parametrize("name", list(FILES))
def test_prism_refuses_what_the_document_does_not_allow(servers: dict[str, str], name: str) -> None:
    """So that accepting everything above means something."""
    call = next(c for c in FILES[name]["calls"] if "body" in c and c["request"].startswith("POST "))
    client = client_of(name, "sync", base_url=servers[name], max_retries=0)
    package = sys.modules[FILES[name]["package"]]
    with client, pytest.raises(package.APIStatusError) as caught:
        client.request("POST", call["request"].split()[1], json=[1])
    # The documented 400 where there is one, else Prism's own answer.
    assert caught.value.status_code in (400, 422)
