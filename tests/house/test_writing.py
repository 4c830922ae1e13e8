"""What every file of the house keeps to."""

import ast
import re
from pathlib import Path

import pytest

import bot
from tests.house.places import TOP, our_files

MODULES = [path for path in our_files(TOP / "bot") if path.suffix == ".py"]

DOCSTRING_LINES = 4
"""A module says in so few lines what it does and what it does not."""

REGISTRIES = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"))]
"""Put together here, so that this file does not name what it forbids."""

MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:root|work|home|Users)/\w")
"""A place on somebody's own machine. Paths inside an address do not count."""


def words_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="ignore")


def name(path: Path) -> str:
    return str(path.relative_to(TOP))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_briefly_what_it_does(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(words_of(path)))
    assert docstring
    assert len(docstring.splitlines()) <= DOCSTRING_LINES


def test_no_file_names_a_package_registry() -> None:
    naming = [
        name(path) for path in our_files() for host in REGISTRIES if host in words_of(path).lower()
    ]
    assert naming == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    naming = [name(path) for path in our_files() if MACHINE_PATH.search(words_of(path))]
    assert naming == []


def test_the_change_log_begins_with_the_version_of_the_package() -> None:
    newest = re.search(r"^## (\S+)", words_of(TOP / "CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == bot.__version__


def test_every_file_is_free_of_conflict_marks() -> None:
    marked = [name(p) for p in our_files() if re.search(r"^<{7} ", words_of(p), re.MULTILINE)]
    assert marked == []
