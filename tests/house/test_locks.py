"""The locks hold what pyproject.toml asks for, for every Python it allows, each file checked."""

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.places import TOP

PYPROJECT: dict[str, Any] = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME, BUILD, DEV = "requirements.lock", "requirements-build.lock", "requirements-dev.lock"
LOCKS = [RUNTIME, BUILD, DEV]


def entries(lock: str) -> list[str]:
    """One string for each locked distribution: its pin, its marker and its hashes."""
    text = (TOP / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def pins(lock: str) -> dict[str, str]:
    """Name to version. A distribution may be pinned once only: no split between Pythons."""
    found = [re.match(r"([\w.-]+)(?:\[[\w,-]+\])?==(\S+)", entry) for entry in entries(lock)]
    pairs = [(match[1], match[2]) for match in found if match]
    assert len(dict(pairs)) == len(pairs) == len(entries(lock))
    return dict(pairs)


def group(name: str) -> list[str]:
    """A dependency group with those it includes."""
    members = []
    for item in PYPROJECT["dependency-groups"][name]:
        members += [item] if isinstance(item, str) else group(item["include-group"])
    return members


ASKED = [
    (RUNTIME, PYPROJECT["project"]["dependencies"]),
    (BUILD, group("build")),
    (BUILD, PYPROJECT["build-system"]["requires"]),
    (DEV, PYPROJECT["project"]["dependencies"] + group("dev")),
]


@pytest.mark.parametrize(("lock", "asked"), ASKED)
def test_a_lock_pins_what_pyproject_asks_for(lock: str, asked: list[str]) -> None:
    locked = pins(lock)
    for requirement in map(Requirement, asked):
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not in {lock}: run .ci/lock"
        assert requirement.specifier.contains(version), f"{requirement} in {lock}: run .ci/lock"


@pytest.mark.parametrize("lock", [RUNTIME, BUILD])
def test_the_tests_run_on_the_very_versions_that_users_get(lock: str) -> None:
    assert pins(lock).items() <= pins(DEV).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_file_to_be_installed_is_checked_by_its_hash(lock: str) -> None:
    assert [entry for entry in entries(lock) if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_so_that_each_machine_uses_its_own(lock: str) -> None:
    text = (TOP / lock).read_text(encoding="utf-8")
    assert re.findall(r"--(?:extra-)?index-url|--find-links|https?:", text) == []


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("system", ["linux", "darwin"])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_no_python_and_no_system_we_name_is_left_out(lock: str, system: str, python: str) -> None:
    here = {"sys_platform": system, "python_version": python}
    left_out = []
    for entry in entries(lock):
        requirement = Requirement(entry.split(" --hash")[0])
        if requirement.marker and not requirement.marker.evaluate(here):
            left_out.append(requirement.name)
    assert set(left_out) <= {"colorama"}  # a need of Windows only
