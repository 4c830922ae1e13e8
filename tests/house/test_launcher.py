"""`./dots` sets itself up safely, and speaks in words where it cannot.

Nothing is downloaded here: `.ci/run` on a fresh clone is the test of a whole set-up.
"""

import ast
import fcntl
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.house.places import TOP

OLD_PYTHON = """
import runpy, sys
sys.version_info = (3, 9, 6, "final", 0)
sys.argv = ["dots", "rehearse"]
runpy.run_path(DOTS, run_name="__main__")
"""

Launcher = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout with nothing set up."""
    for path in [TOP / "dots", TOP / "pyproject.toml", *TOP.glob("requirements*.lock")]:
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.fixture
def launcher(folder: Path) -> Launcher:
    return runpy.run_path(str(folder / "dots"))


def program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def run_as_old_python(folder: Path, search_path: Path) -> "subprocess.CompletedProcess[str]":
    code = OLD_PYTHON.replace("DOTS", repr(str(folder / "dots")))
    return subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": str(search_path)},
        capture_output=True,
        text=True,
        check=False,
    )


def pretend_it_is_set_up(folder: Path, launcher: Launcher, need: str) -> None:
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (folder / ".dots-setup").write_text(f"{folder}\n{launcher['digest'](need)}", encoding="utf-8")


def test_an_old_python_is_refused_in_words(folder: Path, tmp_path: Path) -> None:
    refused = run_as_old_python(folder, tmp_path)
    assert refused.returncode == 1
    assert "Dots needs Python 3.11, 3.12 or 3.13. This is Python 3.9" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (folder / ".venv").exists()


def test_an_old_python_can_still_read_the_launcher() -> None:
    ast.parse((TOP / "dots").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_a_newer_python_is_looked_for_and_a_broken_one_passed_over(
    folder: Path, tmp_path: Path
) -> None:
    program(tmp_path / "python3.13", "echo 'python3.13: no such version' >&2; exit 127")
    program(tmp_path / "python3.12", '[ "$1" = -c ] && echo 3.12 || exit 1')
    went_on = run_as_old_python(folder, tmp_path)
    assert f".venv (from {tmp_path / 'python3.12'})" in went_on.stderr


def test_a_python_that_cannot_install_is_told_which_package_to_add(
    folder: Path, tmp_path: Path
) -> None:
    program(tmp_path / "python3.12", '[ "$1" = -c ] && echo 3.12 || exit 1')
    stopped = run_as_old_python(folder, tmp_path)
    assert stopped.returncode == 1
    assert "sudo apt install python3.12-venv" in stopped.stderr
    assert (folder / ".dots-setup").read_text(encoding="utf-8") == "unfinished"


def test_a_finished_set_up_is_not_done_again(folder: Path, launcher: Launcher) -> None:
    pretend_it_is_set_up(folder, launcher, "run")
    assert launcher["is_ready"]("run", launcher["read_state"]())


def test_what_the_tests_need_is_more_than_what_a_run_needs(
    folder: Path, launcher: Launcher
) -> None:
    pretend_it_is_set_up(folder, launcher, "run")
    assert not launcher["is_ready"]("test", launcher["read_state"]())


@pytest.mark.parametrize("changed", ["requirements.lock", "requirements-build.lock"])
def test_a_changed_lock_is_installed(folder: Path, launcher: Launcher, changed: str) -> None:
    pretend_it_is_set_up(folder, launcher, "run")
    with (folder / changed).open("a", encoding="utf-8") as file:
        file.write("# one more line\n")
    assert not launcher["is_ready"]("run", launcher["read_state"]())
    assert launcher["can_be_kept"](launcher["read_state"]())


def spoil_nothing(folder: Path) -> None:
    """The control: without a reason to start over, the environment is kept."""


def interrupt(folder: Path) -> None:
    (folder / ".dots-setup").write_text("unfinished", encoding="utf-8")


def move(folder: Path) -> None:
    state = folder / ".dots-setup"
    lines = state.read_text(encoding="utf-8").splitlines()
    state.write_text("\n".join(["/somewhere/else", *lines[1:]]), encoding="utf-8")


def lose_its_python(folder: Path) -> None:
    python = folder / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/somewhere/else/python")


@pytest.mark.parametrize(
    ("happen", "kept"),
    [(spoil_nothing, True), (interrupt, False), (move, False), (lose_its_python, False)],
)
def test_an_environment_that_cannot_be_trusted_starts_over(
    folder: Path, launcher: Launcher, happen: Callable[[Path], None], *, kept: bool
) -> None:
    pretend_it_is_set_up(folder, launcher, "run")
    happen(folder)
    state = launcher["read_state"]()
    assert launcher["is_ready"]("run", state) is kept
    assert launcher["can_be_kept"](state) is kept


def test_two_set_ups_at_once_take_turns_and_the_second_finds_it_done(
    folder: Path, launcher: Launcher
) -> None:
    code = f"import runpy; runpy.run_path({str(folder / 'dots')!r})['set_up']('run')"
    with (folder / ".dots-setup").open("a", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        second = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)
        assert second.stderr is not None
        assert "waiting" in second.stderr.readline()
        pretend_it_is_set_up(folder, launcher, "run")
    _, rest = second.communicate(timeout=30)
    assert second.returncode == 0
    assert rest == ""
