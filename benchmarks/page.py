"""Opens the rehearsal's page in a headless Chromium, on a channel of 2,000 messages: the bytes that
came over the wire, how soon the newest message is seen, and the frames while somebody scrolls from
the newest to the oldest, each beside a page that is nothing but its words.

    python -m benchmarks.page
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from benchmarks.ground import ground, percentile
from bot.rehearsal import AppRegistration, RehearsalClock, RehearsalServer, Workspace
from bot.rehearsal.cast.cast import Cast
from bot.rehearsal.cast.people import ASKING_CHANNELS
from tests.rehearsal_page.browser import CHROMIUM, NONE_HERE, chromium

ROUNDS = 5
MESSAGES = 2_000
WORDS = "What each of us knows is a part; said here, others can join it to theirs. "
STARTS_AT = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)
PLAIN_STYLE = "<style>#messages { height: 100vh; overflow: auto }</style>"

# One line for each frame until the oldest is there: a wheel turned steadily.
SCROLL = """async () => {
  const list = document.querySelector("#messages");
  const times = [];
  for (let still = 0; still < 30; still += list.scrollTop > 0 ? -still : 1) {
    times.push(await new Promise(requestAnimationFrame));
    list.scrollTop -= 160;
  }
  return times;
}"""


class Look(NamedTuple):
    """Kilobytes over the wire, milliseconds to the newest message, and each frame's milliseconds
    while scrolling."""

    kilobytes: float
    seen: float
    frames: list[float]


def main() -> None:
    """Measure in turns and print."""
    if CHROMIUM is None:
        raise SystemExit(NONE_HERE)
    with rehearsed() as page_url, plainly() as plain_url, chromium() as browser:
        print(ground(Chromium=browser.version, rounds=ROUNDS, messages=MESSAGES))
        looks = [(look(browser, page_url), look(browser, plain_url)) for _ in range(ROUNDS)]
    ours, plain = zip(*looks, strict=True)
    print(f"over the wire: {median(each.kilobytes for each in ours):.0f} kB, state and all")
    told("until the newest is seen", [each.seen for each in ours], [each.seen for each in plain])
    one, other = ([ms for each in side for ms in each.frames] for side in (ours, plain))
    told("a frame while scrolling, median", one, other)
    told("the same, 99 of 100", one, other, share=0.99)


def told(what: str, ours: list[float], plain: list[float], share: float = 0.5) -> None:
    """One line: ours, and how many times the plain page's."""
    one, other = percentile(ours, share), percentile(plain, share)
    print(f"{what}: {one:.0f} ms, {one / other:.2f} times the plain page's")


def look(browser: Browser, url: str) -> Look:
    """Open, wait for the newest, scroll to the oldest."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    bytes_in = wire(page)
    page.goto(url)
    page.get_by_text(f"number {MESSAGES}.").wait_for()
    seen = page.evaluate("performance.now()")
    came = sum(bytes_in)
    times = page.evaluate(SCROLL)
    context.close()
    frames = [after - before for before, after in pairwise(times)]
    return Look(came / 1000, seen, frames)


def wire(page: Page) -> list[float]:
    """Grows by what each answer weighs on the wire, headers included."""
    weights: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda e: weights.append(e["encodedDataLength"]))
    return weights


@contextmanager
def rehearsed() -> Iterator[str]:
    """The page, on a channel in which much was said."""
    workspace = Workspace(RehearsalClock(STARTS_AT), AppRegistration())
    Cast(workspace, seed=1).enter()
    channel = workspace.state.channels[ASKING_CHANNELS[0]]
    speakers = [each for each in channel.members if each != workspace.app.bot_user_id]
    for number in range(1, MESSAGES + 1):
        speaker = speakers[number % len(speakers)]
        workspace.people.say(speaker, channel.id, f"{WORDS}This is number {number}.")
    server = RehearsalServer(workspace).start()
    try:
        yield server.page_url
    finally:
        server.stop()


@contextmanager
def plainly() -> Iterator[str]:
    """The same words in the plainest page that scrolls in itself."""
    said = "".join(f"<p>{WORDS}This is number {n}.</p>" for n in range(1, MESSAGES + 1))
    down = "<script>messages.scrollTop = messages.scrollHeight</script>"
    body = f"<!doctype html>{PLAIN_STYLE}<div id=messages>{said}</div>{down}".encode()

    class Plain(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Requests are not what is measured."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Plain) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    main()
