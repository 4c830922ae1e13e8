"""A server at the other end of the line that answers each connection as a test scripted it: with
bytes, late, not at all, or by hanging up. Keeps what it was asked."""

import json
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

_HANG_UP_AT_ONCE = struct.pack("ii", 1, 0)
"""SO_LINGER on, 0 s: closing sends a reset, as a proxy that dies does."""


class Does(NamedTuple):
    """What one connection meets: `wait` seconds, then these bytes; none of them is a reset."""

    answer: bytes = b""
    wait: float = 0
    is_reset: bool = False


class Called(NamedTuple):
    """One request: its method's name, such as chat.postMessage, and what it carried."""

    method: str
    fields: dict[str, Any]


def says(value: object, status: str = "200 OK", **headers: str) -> Does:
    """A JSON answer."""
    return page(
        json.dumps(value).encode(), status, **{"Content_Type": "application/json"} | headers
    )


def page(body: bytes, status: str = "200 OK", **headers: str) -> Does:
    """An answer of any other kind; headers are written with _ for -."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return Does("\r\n".join([*lines, "", ""]).encode("latin-1") + body)


RESET = Does(is_reset=True)
SILENT_END = Does()


class Line:
    """Connections meet the script's entries in order; its last entry repeats."""

    def __init__(self, *script: Does) -> None:
        self.script = list(script)
        self.calls: list[Called] = []
        self._stopping = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._address = self._socket.getsockname()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def url(self) -> str:
        """What a WebClient takes as `base_url`."""
        return f"http://127.0.0.1:{self._address[1]}/api/"

    def stop(self) -> None:
        self._stopping.set()
        with suppress(ConnectionError), socket.create_connection(self._address):
            """Wakes the one who waits for a call, if nobody else just did: then the port is
            closed already, or is closed while this call stands in its queue."""
        self._thread.join()

    def _serve(self) -> None:
        with self._socket:
            while not self._stopping.is_set():
                connection, _ = self._socket.accept()
                with connection:
                    self._meet(connection)

    def _meet(self, connection: socket.socket) -> None:
        if self._stopping.is_set():
            return
        self.calls.append(_read(connection))
        does = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        self._stopping.wait(does.wait)
        if does.is_reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _HANG_UP_AT_ONCE)
            return
        try:
            connection.sendall(does.answer)
        except OSError:
            """They had gone: that is what a slow answer is for."""


@contextmanager
def line(*script: Does) -> Iterator[Line]:
    """A line that is there for one test."""
    made = Line(*script)
    try:
        yield made
    finally:
        made.stop()


def _read(connection: socket.socket) -> Called:
    """One whole request: what is lost is lost after it was read."""
    with connection.makefile("rb") as file:
        _, path, _ = file.readline().decode().split(" ")
        headers = dict(_headers(file))
        body = file.read(int(headers.get("content-length", "0")))
    if "octet-stream" in headers.get("content-type", ""):
        return Called(_method(path), {"length": len(body)})
    is_json = "json" in headers.get("content-type", "")
    text = body.decode()
    fields = json.loads(text or "{}") if is_json else dict(parse_qsl(text, keep_blank_values=True))
    return Called(_method(path), fields)


def _method(path: str) -> str:
    return path.rpartition("/")[2].partition("?")[0]


def _headers(file: Any) -> Iterator[tuple[str, str]]:
    while text := file.readline().decode().strip():
        name, _, value = text.partition(":")
        yield name.lower(), value.strip()
