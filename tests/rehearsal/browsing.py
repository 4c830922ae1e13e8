"""Sends the page's requests, as a browser does that has the rehearsal's cookie. Draws nothing."""

import json
from http.client import HTTPConnection, HTTPResponse
from typing import Any

from bot.rehearsal import RehearsalServer


class Browser:
    """Sends requests as a browser does, with the cookie it was given."""

    def __init__(self, server: RehearsalServer) -> None:
        self.host = server.url.removeprefix("http://")
        self.url = server.url
        self.cookie = ""

    def send(
        self, method: str, path: str, body: Any = None, **headers: str
    ) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection(self.host, timeout=30)
        sent = {"Cookie": self.cookie, **({"Origin": self.url} if method == "POST" else {})}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, json.dumps(body) if body is not None else None, sent)
        answer = connection.getresponse()
        read = answer.read()
        connection.close()
        return answer, read

    def get(self, path: str) -> Any:
        answer, body = self.send("GET", path)
        assert answer.status == 200, body
        return json.loads(body)

    def post(self, path: str, body: Any, status: int = 200) -> Any:
        answer, read = self.send("POST", path, body)
        assert answer.status == status, read
        return json.loads(read)

    def act(self, user: str, do: str, status: int = 200, **fields: Any) -> Any:
        return self.post("/rehearsal/act", {"as": user, "do": do, **fields}, status)

    def enter(self, page_url: str) -> None:
        """Open the address that a rehearsal prints, and keep the cookie."""
        answer, _ = self.send("GET", page_url.removeprefix(self.url))
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
