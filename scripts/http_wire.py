"""HTTP/1.1 over asyncio with as little work as possible: a load generator must not be what is slow."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import cast

HEAD_END = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
EVENT = re.compile(rb"data: (\{[^\n]*\})\n\n")


class Closed(Exception):
    """The connection ended before the answer did."""


class Connection(asyncio.Protocol):
    """A connection that carries one request at a time and stays open between them."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.buffer = bytearray()
        self.waiting: asyncio.Future[tuple[int, bytes]] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Not `isinstance`: the classes of other event loops are only alike.
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if answer := self._answer():
            self.buffer.clear()
            if self.waiting and not self.waiting.done():
                self.waiting.set_result(answer)

    def connection_lost(self, error: Exception | None) -> None:
        self.transport = None
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(Closed())

    def _answer(self) -> tuple[int, bytes] | None:
        end = self.buffer.find(HEAD_END)
        if end < 0:
            return None
        status = int(self.buffer[9:12])
        start = end + len(HEAD_END)
        if match := LENGTH.search(self.buffer, 0, end):
            length = int(match.group(1))
            return (status, bytes(self.buffer[start:start + length])) if len(self.buffer) >= start + length else None
        if status == 204:
            return status, b""
        # All that is left are answers in chunks, which end with an empty one.
        return (status, unchunked(self.buffer[start:])) if self.buffer.endswith(b"0\r\n\r\n") else None

    async def exchange(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of the answer."""
        if self.transport is None:
            raise Closed
        self.buffer.clear()
        self.waiting = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await self.waiting


class Client:
    """Somebody's requests: one after the other over one connection, which is opened again where it was closed."""

    def __init__(self, port: int, token: str, scheme: str = "Bearer") -> None:
        self.port = port
        self.head = (
            f"Host: 127.0.0.1:{port}\r\nAuthorization: {scheme} {token}\r\nContent-Type: application/json\r\n"
        )
        self.connection: Connection | None = None
        self.turn = asyncio.Lock()

    async def call(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """Status and body; waits for the request before."""
        head = f"{method} {path} HTTP/1.1\r\n{self.head}"
        if body is not None:
            head += f"Content-Length: {len(body)}\r\n"
        request = head.encode() + b"\r\n" + (body or b"")
        async with self.turn:
            if self.connection is None or self.connection.transport is None:
                loop = asyncio.get_running_loop()
                _, self.connection = await loop.create_connection(Connection, "127.0.0.1", self.port)
            return await self.connection.exchange(request)

    def close(self) -> None:
        """End the connection."""
        if self.connection and self.connection.transport:
            self.connection.transport.close()


class Listener(asyncio.Protocol):
    """A live event stream: tells each event's JSON as it comes."""

    def __init__(self, heard: Callable[[bytes], None], ended: Callable[[], None]) -> None:
        self.heard = heard
        self.ended = ended
        self.buffer = b""
        self.status: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Not `isinstance`: the classes of other event loops are only alike.
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if not self.status.done():
            if HEAD_END not in self.buffer:
                return
            self.status.set_result(int(self.buffer[9:12]))
        last = 0
        for match in EVENT.finditer(self.buffer):
            last = match.end()
            self.heard(match.group(1))
        # An event may come in two pieces; heartbeats and chunk sizes are thrown away.
        self.buffer = self.buffer[last:][-4096:]

    def connection_lost(self, error: Exception | None) -> None:
        if not self.status.done():
            self.status.set_exception(Closed())
        self.ended()


async def listen(
    port: int, path: str, token: str, heard: Callable[[bytes], None], ended: Callable[[], None]
) -> Listener:
    """Open a live event stream; returns when it has begun."""
    loop = asyncio.get_running_loop()
    _, listener = await loop.create_connection(lambda: Listener(heard, ended), "127.0.0.1", port)
    listener.transport.write(
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n"
        "Accept: text/event-stream\r\n\r\n".encode()
    )
    status = await listener.status
    if status != 200:
        raise RuntimeError(f"the event stream answered {status}")
    return listener


def unchunked(body: bytes | bytearray) -> bytes:
    """A body without the sizes of its chunks."""
    parts = []
    place = 0
    while (end := body.find(b"\r\n", place)) >= 0:
        size = int(bytes(body[place:end]).split(b";")[0], 16)
        if size == 0:
            break
        parts.append(bytes(body[end + 2:end + 2 + size]))
        place = end + 2 + size + 2
    return b"".join(parts)
