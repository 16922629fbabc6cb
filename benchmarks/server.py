"""A loopback HTTP server in its own process, so that the client's processor time is the client's alone.

`python -m benchmarks.server FILE`: FILE is JSON of `"METHOD /path"` -> text of the answer. It prints its port.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path


class Connection(asyncio.Protocol):
    """Keep-alive HTTP/1.1, with as little work for each request as there can be."""

    def __init__(self, answers: dict[bytes, bytes]) -> None:
        self.answers = answers
        self.buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:end]
            length = 0
            at = head.lower().find(b"content-length:")
            if at >= 0:
                length = int(head[at + 15 :].split(b"\r\n", 1)[0])
            if len(self.buffer) < end + 4 + length:
                return
            self.buffer = self.buffer[end + 4 + length :]
            method, target, _ = head.split(b" ", 2)
            self.transport.write(self.answers.get(method + b" " + target.partition(b"?")[0], MISSING))


def _answer(text: str, status: str = "200 OK") -> bytes:
    body = text.encode()
    return f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body


MISSING = _answer('{"error": "no such path"}', "404 Not Found")


async def serve(answers: dict[bytes, bytes]) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(answers), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    table = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    asyncio.run(serve({key.encode(): _answer(text) for key, text in table.items()}))
