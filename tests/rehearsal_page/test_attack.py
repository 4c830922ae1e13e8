"""Other pages in the same browser, with the rehearsal's cookie in it, can neither see nor do."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, expect

from bot.rehearsal import AppRegistration, RehearsalClock, RehearsalServer, Workspace
from bot.rehearsal.cast.cast import Cast
from bot.rehearsal.cast.people import ASKING_CHANNELS
from tests.rehearsal_page.browser import window

START = datetime(2027, 1, 4, 8, tzinfo=UTC)

# Every way that a page has to reach another server; each notes what came of it.
ATTACK = """async ([host, deed]) => {
  const at = (path) => `http://${host}${path}`;
  const tried = {};
  const came = (promise) => promise.then(() => "came through", () => "refused");
  const loads = (node, source) => came(new Promise((yes, no) => {
    Object.assign(node, { onload: yes, onerror: no, ...source });
    document.body.append(node);
    setTimeout(no, 2000);
  }));
  const send = { method: "POST", credentials: "include", body: deed };
  tried.read = await came(fetch(at("/rehearsal/people"), { credentials: "include" }));
  tried.script = await loads(document.createElement("script"), { src: at("/rehearsal/people") });
  tried.stream = await came(new Promise((yes, no) => {
    const source = new EventSource(at("/rehearsal/stream?as=U0POLICE1"), { withCredentials: true });
    Object.assign(source, { onmessage: yes, onerror: no });
    source.addEventListener("changed", yes);
  }));
  tried.socket = await came(new Promise((yes, no) => {
    Object.assign(new WebSocket(`ws://${host}/link/?ticket=guessed`), { onopen: yes, onerror: no });
  }));
  await fetch(at("/rehearsal/act"), { ...send, mode: "no-cors" }).catch(() => {});
  const form = document.createElement("form");
  const target = document.createElement("iframe");
  target.name = "away";
  form.append(Object.assign(document.createElement("input"), { name: deed, value: "" }));
  Object.assign(form, { action: at("/rehearsal/act"), method: "POST", enctype: "text/plain" });
  form.target = "away";
  document.body.append(target, form);
  form.submit();
  const frame = document.createElement("iframe");
  frame.src = at("/");
  document.body.append(frame);
  await new Promise((on) => setTimeout(on, 500));
  return tried;
}"""


@pytest.fixture
def server() -> Iterator[RehearsalServer]:
    workspace = Workspace(RehearsalClock(START), AppRegistration())
    Cast(workspace, seed=1).enter()
    running = RehearsalServer(workspace).start()
    yield running
    running.stop()


@pytest.fixture
def port() -> Iterator[int]:
    """Where another page of this machine is served: a browser trusts it as much as ours."""

    class Bare(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Elsewhere</title><body>")

        def log_message(self, *_args: object) -> None:
            """Requests are not what this is about."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Bare) as elsewhere:
        threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
        yield elsewhere.server_port
        elsewhere.shutdown()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_another_page_sees_nothing_and_does_nothing(
    browser: Browser, server: RehearsalServer, host: str, port: int
) -> None:
    """One on another port of this machine is of the same site, so the cookie goes along."""
    channel = ASKING_CHANNELS[0]
    deed = f'{{"as": "U0POLICE1", "do": "say", "channel": "{channel}", "text": "Not me"}}'
    with window(browser, server.page_url) as page:
        expect(page.locator("#pane-title")).to_have_text("#exploitation-strategy")
        other = page.context.new_page()
        other.goto(f"http://{host}:{port}/")
        tried = other.evaluate(ATTACK, [server.url.removeprefix("http://"), deed])
        assert set(tried.values()) == {"refused"}, tried
        shown = [frame.content() for frame in other.frames if frame != other.main_frame]
        assert not any("pane-title" in each for each in shown)
    assert server.workspace.messages(channel) == []
