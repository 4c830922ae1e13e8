"""Dots says nothing that blames or labels: its sentences, its pages, its prompts, its documents.

Every string of the program is read, so that a sentence written tomorrow is held to it by itself.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.content.language import language_terms
from bot.core.guard.language import SAID_BY_DOTS, language
from tests.house.places import TOP, our_files

NOT_SAID = {
    "bot/core/guard": "the words that the guard looks for, which nobody is told",
    "bot/core/asking/wording": "the words that the linter looks for, and its poor examples",
    "bot/rehearsal/cast": "what invented members say, and not Dots",
}
"""Rooms whose strings are not the bot's own words, each with its reason."""

DETECT = language(language_terms(), SAID_BY_DOTS)


def noticed(text: str) -> list[tuple[str, str]]:
    return [(each.kind, text[each.start : each.end]) for each in DETECT(text)]


def is_said(path: Path) -> bool:
    name = path.relative_to(TOP).as_posix()
    return not any(name.startswith(f"{room}/") for room in NOT_SAID)


MODULES = [path for path in our_files(TOP / "bot") if path.suffix == ".py" and is_said(path)]
YAML = [
    path for folder in ("prompts", "schedules") for path in sorted((TOP / folder).glob("*.yaml"))
]
DOCUMENTS = [*sorted(TOP.glob("*.md")), *sorted((TOP / "docs").rglob("*.md"))]


def strings(tree: ast.AST) -> Iterator[str]:
    """Every string of a module; one that is put together is read as the one sentence it becomes."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "it" for part in node.values)
            yield "".join(str(part) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        if not isinstance(node, ast.JoinedStr):
            yield from strings(node)


def written(value: object) -> Iterator[str]:
    """Every string in what a YAML file holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from written(each)
    elif isinstance(value, list):
        for each in value:
            yield from written(each)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(TOP).as_posix())
def test_no_string_of_the_program_blames_or_labels(path: Path) -> None:
    found = [noticed(each) for each in strings(ast.parse(path.read_text(encoding="utf-8")))]
    assert [each for each in found if each] == []


@pytest.mark.parametrize("path", YAML, ids=lambda path: path.name)
def test_no_prompt_and_no_example_blames_or_labels(path: Path) -> None:
    found = [noticed(each) for each in written(yaml.safe_load(path.read_text(encoding="utf-8")))]
    assert [each for each in found if each] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_blames_or_labels(path: Path) -> None:
    assert noticed(path.read_text(encoding="utf-8")) == []


def test_the_reasons_and_the_alternatives_blame_nobody_either() -> None:
    found = [noticed(each) for term in language_terms() for each in (term.why, term.instead)]
    assert [each for each in found if each] == []


def test_sentences_are_read_whole_whatever_they_are_made_of() -> None:
    tree = ast.parse('f"Thank {name}, " "our hard " f"to {what} friends"')
    assert list(strings(tree)) == ["Thank it, our hard to it friends"]


def test_the_sentences_that_are_read_are_there_to_be_read() -> None:
    names = {path.relative_to(TOP).as_posix() for path in MODULES}
    assert {"bot/core/sentences/members.py", "bot/core/sentences/privacy.py"} <= names
    assert noticed("Thank you for helping families that are hard to reach.")
