"""Lists of prompts that others propose: lenient about their shape, strict about their words."""

from pathlib import Path

import pytest

from bot.content.findings import ContentError
from bot.content.questions.proposals import Proposal, read_proposals


def proposed(tmp_path: Path, text: str) -> tuple[Proposal, ...]:
    path = tmp_path / "proposed.yaml"
    path.write_text(text, encoding="utf-8")
    return read_proposals(path)


def rules(proposal: Proposal) -> list[str]:
    return [remark.rule for remark in proposal.remarks]


def test_a_bare_list_needs_nothing_but_the_text(tmp_path: Path) -> None:
    good, poor = proposed(tmp_path, "- text: What next?\n- text: Do we meet?\n")
    assert (good.line, good.is_usable, good.remarks) == (1, True, ())
    assert (poor.line, poor.is_usable, rules(poor)) == (2, False, ["closed-opener"])


def test_a_file_of_the_bank_can_be_read_too(tmp_path: Path) -> None:
    text = "prompts:\n  - text: What next?\nclosing:\n  - {id: b, text: Who else?}\n"
    assert [(one.id, one.line) for one in proposed(tmp_path, text)] == [("", 2), ("b", 4)]


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("text:", "empty"),
        ("id: lonely", "empty"),
        ("{text: What next?, practice: XX}", "unknown-practice"),
        ("{text: What next?, practices: [BB1, LC9]}", "unknown-practice"),
        ("{text: What next?, follow_up: Why?}", "why-opener"),
        ("{text: 'What next, <@U012ABC>?'}", "markup"),
        ("What do the hard to reach families need?", "labelling"),
        ("text: " + "word " * 5_000, "too-long"),
    ],
)
def test_what_stands_in_the_way_of_a_proposal_is_told(
    tmp_path: Path, entry: str, rule: str
) -> None:
    (proposal,) = proposed(tmp_path, f"- {entry}\n")
    assert rules(proposal) == [rule]
    assert not proposal.is_usable


def test_a_warning_leaves_a_proposal_usable(tmp_path: Path) -> None:
    (proposal,) = proposed(tmp_path, "- text: What did the VRU teach us?\n")
    assert (rules(proposal), proposal.is_usable) == (["acronym"], True)


def test_an_id_that_comes_twice_is_told_with_its_first_line(tmp_path: Path) -> None:
    one, other = proposed(tmp_path, "- {id: a, text: What?}\n- {id: a, text: Who?}\n")
    assert one.remarks == ()
    assert other.remarks[0].found == "a, first on line 1"


@pytest.mark.parametrize("text", ["", "just words", "prompts: []", "- text: [", "other: 1\n"])
def test_a_file_without_prompts_is_refused_in_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(ContentError):
        proposed(tmp_path, text)


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be opened"):
        read_proposals(tmp_path / "nowhere.yaml")
