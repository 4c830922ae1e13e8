"""Drives a headless Chromium, where there is one, by its command line only."""

import shutil
import subprocess
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

# Milliseconds of the page's own time: its requests are to this machine and take a few.
_BUDGET_MS = 4000

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars",
)  # fmt: skip


def _chromium(url: str, profile: Path, *flags: str) -> str:
    """Open `url` in a new profile and return what the browser printed."""
    command = [str(CHROMIUM), *_FLAGS, f"--user-data-dir={profile}", *flags, url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout


def dump(url: str, profile: Path, budget_ms: int = _BUDGET_MS, *, dark: bool = False) -> str:
    """The page's elements after its scripts have run for so long, in the page's own time."""
    theme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    return _chromium(url, profile, f"--virtual-time-budget={budget_ms}", *theme, "--dump-dom")
