"""Mistakes in the prompt bank, each with its line, what was found, and what to do."""

from pathlib import Path

import pytest

from bot.content.findings import ContentError
from bot.content.folders import read_prompts
from tests.content.checking import Bank, only


def listed(*entries: str, key: str = "prompts") -> str:
    return f"{key}:\n" + "".join(f"  - {entry}\n" for entry in entries)


@pytest.mark.parametrize(
    ("entry", "key", "found", "said"),
    [
        ("{id: a1, practice: BB9, text: What next?}", "practice", '"BB9"', "`BB4`"),
        ("{id: a1, practice: bb1, text: What next?}", "practice", '"bb1"', "`BB1`"),
        ("{id: A 1, practice: BB1, text: What next?}", "id", '"A 1"', "small letters"),
        ("{id: 11, practice: BB1, text: What next?}", "id", "11", "quotes"),
        ("{practice: BB1, text: What next?}", "id", "nothing", "Add `id:`"),
        ("{id: a1, practice: BB1}", "text", "nothing", "Add `text:`"),
        ("{id: a1, practice: BB1, text: }", "text", "nothing", "after the colon"),
        ("{id: a1, practice: BB1, text: Do we?}", "text", '"Do we?"', "yes or no"),
        ("{id: a1, practice: BB1, text: Why us?}", "text", '"Why us?"', "blame"),
        ("{id: a1, practice: BB1, text: What? How?}", "text", "2 question marks", "one"),
        ("{id: a1, practice: BB1, text: How well is it?}", "text", '"How well"', "leans"),
        ("{id: a1, text: What next?}", "", "no practice", "Say which practice"),
        (
            "{id: a1, practices: [BB1, BB2], text: What next?}",
            "practices",
            "[BB1, BB2]",
            "two diff",
        ),
        ("{id: a1, practices: [BB1], text: What next?}", "practices", "[BB1]", "`practice: BB1`"),
        ("{id: a1, practices: BB1, text: What next?}", "practices", '"BB1"', "a list"),
        (
            "{id: a1, practice: BB1, practices: [BB1, LC1], text: What next?}",
            "",
            "both",
            "Keep one",
        ),
        (
            "{id: a1, practice: BB1, text: What next?, folow_up: x}",
            "folow_up",
            "unknown",
            "`follow_up`",
        ),
        (
            "{id: a1, practice: BB1, text: What next?, follow_up: Why?}",
            "follow_up",
            '"Why?"',
            "blame",
        ),
        (
            "{id: a1, practice: BB1, text: What next?, cy: Beth?}",
            "cy",
            '"Beth?"',
            "text, follow_up",
        ),
        ("just words", "", '"just words"', "keys and values"),
    ],
)
def test_a_mistake_in_a_prompt_is_told(
    bank: Bank, entry: str, key: str, found: str, said: str
) -> None:
    finding = only(bank(listed("{id: ok1, practice: BB1, text: What now?}", entry)))
    assert (finding.line, finding.severity) == (3, "error")
    assert finding.key == f"prompts[1].{key}".rstrip(".")
    assert found in finding.found
    assert said in f"{finding.expected} {finding.advice}"


def test_a_long_text_is_told_its_length_and_not_judged_further(bank: Bank) -> None:
    entry = "{id: a1, practice: BB1, text: " + "Do " * 150 + "?}"
    assert only(bank(listed(entry))).advice == "Use at most 300 characters."


def test_a_follow_up_may_be_an_invitation(bank: Bank) -> None:
    entry = "{id: a1, practice: BB1, text: What next?, follow_up: Half a thought is welcome.}"
    assert [one for one in bank(listed(entry)) if one.severity == "error"] == []


def test_an_id_used_in_another_file_is_told_with_both_places(bank: Bank) -> None:
    one = "{id: one, practice: BB1, text: What next?}"
    finding = only(bank(listed(one), listed(one, key="closing")))
    assert finding.file.endswith("bank1.yaml")
    assert "bank0.yaml on line 2" in finding.found


def test_an_id_that_is_retired_in_any_file_cannot_be_used_again(bank: Bank) -> None:
    one = "{id: one, practice: BB1, text: What next?}"
    finding = only(bank(listed(one), "retired: [one, other]\n"))
    assert finding.file.endswith("bank0.yaml")
    assert (finding.line, finding.key) == (2, "prompts[0].id")
    assert "retired in" in finding.found


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ("{id: a1, practice: BB1, text: What next?, kind: shouting}", "kind"),
        ("{id: a1, practice: BB1, text: What next?, depth: deep}", "depth"),
        ("{id: a1, practice: BB1, text: What next?, season: monsoon}", "season"),
        ("{id: a1, practice: BB1, text: What next?, why: because}", "why"),
    ],
)
def test_what_a_prompt_says_about_itself_is_checked(bank: Bank, entry: str, key: str) -> None:
    assert only(bank(listed(entry))).key == f"prompts[0].{key}"


def test_what_a_file_says_holds_for_each_prompt_in_it(tmp_path: Path) -> None:
    own = "{id: b1, practice: BB1, text: How now?, provenance: Ours}"
    text = "provenance: The youth council\n" + listed(
        "{id: a1, practice: BB1, text: What next?}", own
    )
    (tmp_path / "bank.yaml").write_text(text)
    bank = read_prompts(tmp_path)
    assert [one.provenance for one in bank.prompts] == ["The youth council", "Ours"]


def test_the_version_of_a_bank_changes_with_its_words(tmp_path: Path) -> None:
    versions = []
    for text in ("What next?", "What now?", "What next?"):
        (tmp_path / "bank.yaml").write_text(listed(f"{{id: a1, practice: BB1, text: {text}}}"))
        versions.append(read_prompts(tmp_path).version)
    assert versions[0] == versions[2] != versions[1]


def test_every_mistake_in_every_file_is_told_at_once(bank: Bank) -> None:
    findings = bank(
        listed("{id: a1, practice: XX, text: Do we?, extra: 1}", "{id: a1}"),
        "prompts:\n\t- id: x\n",
        "",
        listed("{id: a1, practice: BB1, text: How well?}", key="closing"),
    )
    told = {(one.file[-10:], one.key) for one in findings if one.severity == "error"}
    assert told == {
        ("bank0.yaml", "prompts[0].practice"),
        ("bank0.yaml", "prompts[0].text"),
        ("bank0.yaml", "prompts[0].extra"),
        ("bank0.yaml", "prompts[1].id"),
        ("bank0.yaml", "prompts[1].text"),
        ("bank0.yaml", "prompts[1]"),
        ("bank1.yaml", ""),
        ("bank2.yaml", ""),
        ("bank3.yaml", "closing[0].id"),
        ("bank3.yaml", "closing[0].text"),
    }


def test_a_thin_bank_is_a_warning_for_each_practice_and_pair(bank: Bank) -> None:
    findings = bank(
        listed(
            "{id: one, practice: BB1, text: What next?}",
            "{id: two, practices: [BB1, LC1], text: What next?}",
        ),
    )
    assert {one.severity for one in findings} == {"warning"}
    found = [one.found for one in findings]
    assert len(found) == 12 + 12 + 3
    assert "1 prompt for BB1 (sharing power with newer partners)" in found
    assert "1 prompt for BB with LC" in found
    assert "0 closing questions for CU4 (responses that make people safer)" in found


def test_a_folder_without_prompts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="a folder with files of prompts"):
        read_prompts(tmp_path / "nowhere")


def test_loading_refuses_with_every_mistake_at_once(tmp_path: Path) -> None:
    text = listed("{id: a1, practice: XX, text: Do we?}")
    (tmp_path / "bank.yaml").write_text(text)
    with pytest.raises(ContentError) as refused:
        read_prompts(tmp_path)
    assert len(refused.value.findings.errors) == 2
    assert "2 errors, 0 warnings." in str(refused.value)


def test_a_prompt_keeps_all_that_was_written(tmp_path: Path) -> None:
    entry = (
        "{id: one, practices: [BB3, LC4], text: What next?, follow_up: How so?, "
        "cy: {text: Beth nesaf?}}"
    )
    (tmp_path / "bank.yaml").write_text(listed(entry))
    (prompt,) = read_prompts(tmp_path).prompts
    assert (prompt.id, prompt.practices, prompt.joins) == ("one", ("BB3", "LC4"), True)
    assert (prompt.text, prompt.follow_up) == ("What next?", "How so?")
    assert prompt.cy is not None
    assert prompt.cy.text == "Beth nesaf?"
