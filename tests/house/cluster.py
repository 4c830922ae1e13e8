"""Starts a throwaway PostgreSQL for the tests and hands out fresh databases in it.

Finding the programs is binaries.py's work, and ending the server keeper.py's.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

OLDEST_MAJOR = 13
"""The first version with DROP DATABASE ... WITH (FORCE), which ends a forgotten connection."""

SOCKET_PATH_BYTES = 80
"""macOS allows 104 bytes for a socket's path; the file's own name takes twenty of them."""

UNPRIVILEGED = ["postgres", "nobody"]
"""Whom to run the server as when the tests run as root, the better name first."""


class NoServerError(Exception):
    """No PostgreSQL could be started. The message says, for each that was tried, why."""


@dataclass
class Cluster:
    """One running server. `version` and `binaries` say which, for the end of the test report."""

    socket_folder: Path
    version: str
    binaries: Path
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @contextmanager
    def database(self) -> Iterator[str]:
        """The SQLAlchemy address of a new, empty database, which is gone afterwards."""
        name = f"test_{next(self._numbers)}"
        with self._administrator() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
            try:
                yield f"postgresql+psycopg://dots@/{name}?host={self.socket_folder}"
            finally:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def _administrator(self) -> psycopg.Connection:
        host = str(self.socket_folder)
        return psycopg.connect(host=host, user="dots", dbname="postgres", autocommit=True)


@contextmanager
def running(candidates: Iterable[Path]) -> Iterator[Cluster]:
    """The first of `candidates` that starts. Raises NoServerError where none does."""
    reasons = []
    for binaries in candidates:
        try:
            with _started(binaries) as cluster:
                yield cluster
                return
        except NoServerError as error:
            reasons.append(f"{binaries}: {error}")
    raise NoServerError("; ".join(reasons) or "no server programs were found, not even the wheel")


@contextmanager
def _started(binaries: Path) -> Iterator[Cluster]:
    user = _unprivileged_user()
    with _private_folder(user) as home:
        runnable = _runnable(binaries, home, user)
        version = _version(runnable, user)
        keeper = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("keeper.py"), runnable, home, user or ""],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C ends the tests; the tests' end ends the server
        )
        with keeper:
            said = keeper.stdout.readline().strip() if keeper.stdout else ""
            if said != "ready":
                raise NoServerError(said or "it did not start")
            yield Cluster(home, version, binaries)


@contextmanager
def _private_folder(user: str | None) -> Iterator[Path]:
    """Short enough for a socket, and where the server's user may enter."""
    usual = tempfile.gettempdir()
    folder = "/tmp" if user or len(usual) > SOCKET_PATH_BYTES - 20 else usual  # noqa: S108 (mkdtemp)
    home = Path(tempfile.mkdtemp(prefix="dots-pg-", dir=folder))
    try:
        if user:
            shutil.chown(home, user)
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _unprivileged_user() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in UNPRIVILEGED:
        if name in known:
            return name
    raise NoServerError(f"PostgreSQL refuses to run as root, and there is no user {UNPRIVILEGED}")


def _runnable(binaries: Path, home: Path, user: str | None) -> Path:
    """`binaries`, or a copy where they lie under a folder that `user` may not enter."""
    if user is None or _answer(binaries, user):
        return binaries
    install = binaries.parent
    libraries = Path(f"{install.parent}.libs")  # beside a wheel's package
    if not libraries.is_dir():
        raise NoServerError(f"the user {user} may not run it")
    copy = home / "copy" / install.parent.name / install.name
    shutil.copytree(install, copy, ignore=shutil.ignore_patterns("include", "*.a"))
    shutil.copytree(libraries, home / "copy" / libraries.name)
    return copy / "bin"


def _version(binaries: Path, user: str | None) -> str:
    """Such as `15.18`. Its answer reads `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`."""
    words = _answer(binaries, user).split()
    if len(words) < 3:
        raise NoServerError(f"it does not start as {user or 'the user of the tests'}")
    if int(words[2].split(".")[0]) < OLDEST_MAJOR:
        raise NoServerError(f"version {words[2]} is older than {OLDEST_MAJOR}")
    return words[2]


def _answer(binaries: Path, user: str | None) -> str:
    try:
        told = subprocess.run(
            [binaries / "postgres", "--version"],
            capture_output=True,
            text=True,
            user=user,
            cwd="/",
            check=False,
        )
    except OSError:
        return ""
    return told.stdout.strip()
