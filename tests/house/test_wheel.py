"""The wheel is all that an installed Dots has: nothing may stay behind in the source tree."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.places import TOP, our_files


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    subprocess.run([*command, folder], cwd=TOP, check=True, capture_output=True)
    (wheel,) = folder.glob("dots_bot-*.whl")
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("folder", ["prompts", "schedules"])
def test_the_wheel_carries_the_shipped_folders(folder: str, inside: set[str]) -> None:
    shipped = {f"bot/shipped/{path.relative_to(TOP)}" for path in our_files(TOP / folder)}
    assert shipped
    assert shipped <= inside


def test_the_wheel_carries_every_file_of_the_package(inside: set[str]) -> None:
    assert {str(path.relative_to(TOP)) for path in our_files(TOP / "bot")} <= inside


def test_the_wheel_carries_nothing_of_the_tests(inside: set[str]) -> None:
    tops = {Path(name).parts[0] for name in inside}
    assert {top for top in tops if not top.startswith("dots_bot-")} == {"bot"}


def test_the_wheel_carries_the_licence(inside: set[str]) -> None:
    assert [name for name in inside if name.endswith("licenses/LICENSE")]
