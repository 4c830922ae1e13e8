"""Questions that a partnership keeps in files of its own, beside the shipped bank."""

from pathlib import Path

import pytest

from bot.content.findings import ContentError, Findings
from bot.content.folders import check, read_own_prompts
from tests.content.checking import ROOT, TODAY, only

OURS = """\
prompts:
  - id: our-market
    practice: CU2
    text: What do market traders know about this town?
"""


@pytest.fixture
def schedules(tmp_path: Path) -> Path:
    text = (ROOT / "schedules/example.yaml").read_text(encoding="utf-8")
    (tmp_path / "example.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "anytown").mkdir()
    return tmp_path


def checked(schedules: Path) -> Findings:
    return check(ROOT / "prompts", schedules, TODAY)


def test_files_in_a_folder_named_after_a_partnership_are_its_own(schedules: Path) -> None:
    (schedules / "anytown/ours.yaml").write_text(OURS)
    assert checked(schedules).every == ()
    (own,) = read_own_prompts(schedules, ROOT / "prompts").items()
    assert own[0] == "anytown"
    assert [prompt.id for prompt in own[1].prompts] == ["our-market"]


def test_folders_without_questions_are_none_of_ours(schedules: Path) -> None:
    (schedules / "papers").mkdir()
    (schedules / "papers/minutes.txt").write_text("?")
    assert checked(schedules).every == ()
    assert read_own_prompts(schedules, ROOT / "prompts") == {}


def test_an_id_of_the_bank_is_refused_with_the_file_and_line_of_both(schedules: Path) -> None:
    (schedules / "anytown/ours.yaml").write_text(OURS.replace("our-market", "cu2-visitor"))
    finding = only(checked(schedules))
    assert (finding.severity, finding.line) == ("error", 2)
    assert finding.file.endswith("anytown/ours.yaml")
    assert "complexity-curiosity-uncertainty.yaml on line " in finding.found
    with pytest.raises(ContentError):
        read_own_prompts(schedules, ROOT / "prompts")


def test_the_same_id_in_two_files_is_refused_with_the_file_and_line_of_both(
    schedules: Path,
) -> None:
    (schedules / "anytown/a.yaml").write_text(OURS)
    (schedules / "anytown/b.yaml").write_text(OURS)
    finding = only(checked(schedules))
    assert finding.file.endswith("b.yaml")
    assert finding.found.endswith("anytown/a.yaml on line 2")


def test_two_partnerships_may_ask_the_same_question(schedules: Path) -> None:
    (schedules / "bigtown").mkdir()
    for folder in ("anytown", "bigtown"):
        (schedules / folder / "ours.yaml").write_text(OURS)
    assert not checked(schedules).errors


def test_own_questions_are_held_to_every_rule(schedules: Path) -> None:
    (schedules / "anytown/ours.yaml").write_text(OURS.replace("What do", "Why do"))
    assert "blame" in only(checked(schedules)).advice


def test_a_folder_that_belongs_to_nobody_is_worth_a_look(schedules: Path) -> None:
    (schedules / "anytwon").mkdir()
    (schedules / "anytwon/ours.yaml").write_text(OURS)
    finding = only(checked(schedules))
    assert finding.severity == "warning"
    assert "anytwon" in finding.found


def test_an_own_file_that_cannot_be_read_is_told(schedules: Path) -> None:
    (schedules / "anytown/ours.yaml").write_text("prompts:\n\t- id: x\n")
    assert "tab" in only(checked(schedules)).found
