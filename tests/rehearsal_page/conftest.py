"""One browser for each module's tests; says at the end which it was, or that there was none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.rehearsal_page.browser import CHROMIUM, NONE_HERE, PATIENCE_MS, chromium

_STORY = pytest.StashKey[str]()


@pytest.fixture(scope="module")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Not for longer than a module: while it is there, nothing else may run an event loop."""
    if CHROMIUM is None:
        pytest.skip(NONE_HERE)
    expect.set_options(timeout=PATIENCE_MS)
    with chromium() as started:
        pytestconfig.stash[_STORY] = f"Chromium {started.version}, from {CHROMIUM}"
        yield started


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    none = "no test that ran asks for one" if CHROMIUM else NONE_HERE
    terminalreporter.write_line(f"Browser: {config.stash.get(_STORY, f'not run, because {none}')}")
