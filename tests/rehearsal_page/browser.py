"""Finds the distribution's Chromium and drives it without a screen. Downloads none."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
NONE_HERE = "no Chromium here (Debian: apt-get install chromium), so nobody uses the page"

# Root in a container has no sandbox to offer, and its /dev/shm may be small.
_FLAGS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic")
# Milliseconds to wait for what should come: a busy machine with two cores needs some seconds.
PATIENCE_MS = 20_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, for as long as the block lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Window:
    """One window with cookies of its own, and all that its page complained about."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self._note(said.type, said.text))

    def _note(self, kind: str, text: str) -> None:
        """A refused request is news of the server, not a fault of the page."""
        if kind == "error" and "Failed to load resource" not in text:
            self.complaints.append(text)


@contextmanager
def window(
    browser: Browser,
    url: str,
    width: int = 1280,
    height: int = 800,
    *,
    dark: bool = False,
    scripts: bool = True,
) -> Iterator[Page]:
    """A page at `url`, in CSS pixels; that it complains of nothing is checked when it closes."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        java_script_enabled=scripts,
        locale="en-GB",
        timezone_id="Europe/London",
    )
    try:
        opened = Window(context)
        opened.page.goto(url)
        yield opened.page
        assert opened.complaints == []
    finally:
        context.close()
