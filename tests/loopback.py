"""A real HTTP server on the loopback interface that misbehaves as it is told to.

Each request takes the next `Answer` of the script (the last one again and again), or asks a handler. What came
in is recorded byte for byte: nothing between the client's socket and the record changes it.
"""

from __future__ import annotations

import gzip
import json
import re
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

Fault = str
"""One of: `silence` (never answer), `drop` (close before headers), `reset` (RST before headers),
`drop_body` (close in the middle of the body), `trickle` (the body a byte at a time), `trickle_head` (headers too),
`garbage` (not HTTP), `endless` (a body without an end)."""


@dataclass
class Recorded:
    """A request exactly as it arrived."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    connection: int

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]

    def header(self, name: str) -> str | None:
        return next((v for k, v in self.headers if k.lower() == name.lower()), None)

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Answer:
    """What to do with a request."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault | None = None
    delay: float = 0.0
    close: bool = False


def answer(
    value: Any = None,
    status: int = 200,
    *,
    raw: bytes | None = None,
    fault: Fault | None = None,
    **headers: str,
) -> Answer:
    """An answer with a JSON body, or with `raw` as it is; header names with `_` for `-`."""
    named = {k.replace("_", "-").title(): v for k, v in headers.items()}
    if raw is None:
        named.setdefault("Content-Type", "application/json")
        raw = json.dumps(value).encode()
    return Answer(status, raw, named, fault)


def gzipped(body: bytes) -> Answer:
    """An answer whose body is packed."""
    packed = gzip.compress(body, 9)
    return Answer(200, packed, {"Content-Type": "application/json", "Content-Encoding": "gzip"})


Handler = Callable[[Recorded], Answer]


class Loopback:
    """The server. `script` is a handler, or answers to give one after another."""

    def __init__(self, script: Handler | Iterable[Answer] = ()) -> None:
        self.requests: list[Recorded] = []
        self.connections = 0
        self.lock = threading.Lock()
        self._answers = [] if callable(script) else list(script)
        self._handler = script if callable(script) else None
        self._stop = threading.Event()
        self._open: set[socket.socket] = set()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def other_url(self) -> str:
        """The same server under another host name: another origin."""
        return f"http://localhost:{self.port}"

    def then(self, *answers: Answer) -> Loopback:
        """Set what comes next, forgetting what came before."""
        with self.lock:
            self._answers = list(answers)
            self._handler = None
            self.requests.clear()
        return self

    def handle(self, handler: Handler) -> Loopback:
        """Let a function answer from now on."""
        with self.lock:
            self._handler = handler
            self.requests.clear()
        return self

    def close(self) -> None:
        self._stop.set()
        self._socket.close()
        with self.lock:
            for connection in list(self._open):
                _shut(connection)

    def _accept(self) -> None:
        while not self._stop.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self.lock:
                self.connections += 1
                number = self.connections
                self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection, number), daemon=True).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            with connection.makefile("rb") as reader:
                while not self._stop.is_set():
                    request = _read_request(reader, connection, number)
                    if request is None:
                        return
                    with self.lock:
                        self.requests.append(request)
                        reply = self._next()
                    if self._handler is not None:
                        reply = self._handler(request)
                    if not self._reply(connection, request, reply or Answer(500, b"no script")):
                        return
        except (OSError, ValueError):
            return
        finally:
            with self.lock:
                self._open.discard(connection)
            _shut(connection)

    def _next(self) -> Answer | None:
        if not self._answers:
            return None
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    def _reply(self, connection: socket.socket, request: Recorded, reply: Answer) -> bool:
        """Send an answer; whether the connection stays open."""
        if reply.delay:
            self._stop.wait(reply.delay)
        if reply.fault == "silence":
            self._stop.wait(30)
            return False
        if reply.fault == "drop":
            return False
        if reply.fault == "garbage":
            connection.sendall(b"\x00\x01 this is not HTTP\r\n\r\n")
            return False
        if reply.fault == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            return False
        if reply.fault == "endless":
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while not self._stop.is_set():
                connection.sendall(b"x" * 4096)
            return False
        head, body = _head(reply), b"" if request.method == "HEAD" else reply.body
        if reply.fault == "drop_body":
            connection.sendall(head + body[: max(1, len(body) // 2)])
            return False
        if reply.fault in ("trickle", "trickle_head"):
            data = head + body if reply.fault == "trickle_head" else body
            if reply.fault == "trickle":
                connection.sendall(head)
            for at in range(len(data)):
                connection.sendall(data[at : at + 1])
                if self._stop.wait(0.05):
                    return False
            return True
        connection.sendall(head + body)
        return not reply.close and request.header("connection") != "close"


def _head(reply: Answer) -> bytes:
    headers = dict(reply.headers)
    if reply.status != 204 and "Transfer-Encoding" not in headers:
        headers.setdefault("Content-Length", str(len(reply.body)))
    lines = [f"HTTP/1.1 {reply.status} {_REASONS.get(reply.status, 'Status')}"]
    lines += [f"{k}: {v}" for k, v in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


_REASONS = {200: "OK", 204: "No Content", 206: "Partial Content", 404: "Not Found", 429: "Too Many Requests"}


def _read_request(reader: Any, connection: socket.socket, number: int) -> Recorded | None:
    line = reader.readline(65_537)
    if not line.strip():
        return None
    method, target, _ = line.decode("latin-1").split(" ", 2)
    headers: list[tuple[str, str]] = []
    while (text := reader.readline(65_537).decode("latin-1").rstrip("\r\n")) != "":
        name, _, value = text.partition(":")
        headers.append((name, value.strip()))
    found = {k.lower(): v for k, v in headers}
    if "chunked" in found.get("transfer-encoding", ""):
        body = _read_chunked(reader)
    else:
        body = reader.read(int(found.get("content-length", "0")))
    return Recorded(method, target, headers, body, number)


def _read_chunked(reader: Any) -> bytes:
    parts = []
    while size := int(re.match(rb"[0-9a-fA-F]+", reader.readline())[0], 16):  # type: ignore[index]
        parts.append(reader.read(size))
        reader.readline()
    reader.readline()
    return b"".join(parts)


def _shut(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.close()


@contextmanager
def loopback(script: Handler | Iterable[Answer] = ()) -> Iterator[Loopback]:
    """A server for the length of a `with`."""
    server = Loopback(script)
    try:
        yield server
    finally:
        server.close()


def unused_port() -> int:
    """A port on which nobody listens: connecting is refused."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        number: int = listener.getsockname()[1]
    return number
