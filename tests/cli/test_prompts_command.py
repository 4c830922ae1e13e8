"""`dots prompts` as a coordinator types it."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.words import OK, UNUSABLE, WRONG
from bot.content.folders import read_partnerships, read_prompts
from bot.core.asking.plan import Occurrence, OccurrenceState
from bot.core.asking.planning import plan
from bot.core.asking.proposing.proposal import Draft, ProposalState
from bot.core.asking.wording import RULES
from bot.store import plans, proposals
from bot.store.engine import Store
from bot.store.migrate import migrate

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("prompts", "schedules"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOTS_DATABASE_URL", f"sqlite:///{tmp_path}/dots.sqlite3")
    return tmp_path


def test_prompts_are_listed_and_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts"]) == OK
    assert "130 of 130 prompts; version " in capsys.readouterr().out
    assert main(["prompts", "list", "--practice", "BB1", "--kind", "words", "--json"]) == OK
    listed = json.loads(capsys.readouterr().out)
    assert {one["kind"] for one in listed} == {"words"}
    assert all("BB1" in one["practices"] for one in listed)


def test_a_prompt_is_shown_with_why_it_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts", "show", "bb1-who-chooses"]) == OK
    assert "We ask about sharing power with newer partners, to" in capsys.readouterr().out
    assert main(["prompts", "show", "bb1-who-chooses", "--json"]) == OK
    assert json.loads(capsys.readouterr().out)["id"] == "bb1-who-chooses"
    assert main(["prompts", "show", "nobody"]) == UNUSABLE
    assert "dots prompts" in capsys.readouterr().err


def test_coverage_counts_every_practice_and_pair(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts", "coverage", "--json"]) == OK
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 15
    assert all(row["all"] >= 6 for row in rows.values())
    assert main(["prompts", "coverage"]) == OK
    assert "LC+CU" in capsys.readouterr().out


def test_nothing_asked_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts", "asked"]) == OK
    assert capsys.readouterr().out == "No prompt has been asked yet.\n"


def test_what_was_asked_keeps_its_words_when_the_bank_changes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = asked_once(folder)
    assert main(["prompts", "asked", "--json"]) == OK
    (before,) = json.loads(capsys.readouterr().out)
    assert (before["prompt_id"], before["question"]) == (asked.prompt_id, asked.question)
    assert (before["answered"], before["note"]) == ("answered by nobody", "")
    for path in (folder / "prompts").glob("*.yaml"):
        path.write_text(path.read_text().replace(asked.question, "What is new in these words?"))
    assert main(["prompts", "asked"]) == OK
    printed = capsys.readouterr().out
    assert asked.question in printed
    assert "worded otherwise since" in printed


def asked_once(folder: Path) -> Occurrence:
    """The first prompt of the shipped example's plan, as if one channel had been asked it."""
    store = Store(f"sqlite:///{folder}/dots.sqlite3")
    migrate(store)
    (example,) = read_partnerships(folder / "schedules", NOW.date())
    live = example.model_copy(update={"live": True})
    planned = plan(live, read_prompts(folder / "prompts"), NOW)
    with store.write() as tx:
        plans.replace_future(tx, example.id, planned, NOW)
        plans.set_state(tx, planned.occurrences[0].id, OccurrenceState.ASKED)
    store.close()
    return planned.occurrences[0]


def test_lint_says_which_rules_each_prompt_breaks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ours.yaml").write_text("- text: What next?\n- {id: b, text: Do we meet?}\n")
    assert main(["prompts", "lint", "ours.yaml", "--json"]) == WRONG
    good, poor = json.loads(capsys.readouterr().out)
    assert (good["usable"], good["rules"]) == (True, [])
    assert (poor["id"], poor["usable"], poor["rules"]) == ("b", False, ["closed-opener"])
    assert poor["broken"][0].keys() >= {"severity", "why", "advice", "better"}
    assert main(["prompts", "lint", "ours.yaml"]) == WRONG
    assert "1 of 2 prompts could be asked" in capsys.readouterr().out


def test_the_help_of_lint_names_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["prompts", "lint", "--help"])
    printed = capsys.readouterr().out
    assert all(f"  {rule} " in printed for rule in RULES)


def test_lint_is_content_with_what_we_ship(folder: Path) -> None:
    for path in sorted((folder / "prompts").glob("*.yaml")):
        assert main(["prompts", "lint", str(path)]) == OK


def test_lint_of_a_file_that_cannot_be_read_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts", "lint", "nowhere.yaml"]) == UNUSABLE
    assert "cannot be opened" in capsys.readouterr().err


def test_plan_says_why_each_prompt_was_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "--why"]) == OK
    printed = capsys.readouterr().out
    assert "It keeps the three principles in balance" in printed
    assert "It closes the cycle by joining two principles" in printed
    assert main(["plan", "--json"]) == OK
    (planned,) = json.loads(capsys.readouterr().out)
    assert {reason["why"][-1] for reason in planned["reasons"]} == {"."}


def test_a_partnerships_own_questions_are_listed_shown_and_planned(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "schedules/anytown"
    own.mkdir()
    question = "{id: our-tea, practice: BB2, text: What do we say over tea?, credit: A tea lady}"
    (own / "ours.yaml").write_text(f"prompts:\n  - {question}\n")
    assert main(["prompts", "list", "--practice", "BB2"]) == OK
    assert "our-tea  (asked in anytown only)" in capsys.readouterr().out
    assert main(["prompts", "show", "our-tea"]) == OK
    printed = capsys.readouterr().out
    assert "suggested by: A tea lady" in printed
    assert "asked in: anytown" in printed
    assert main(["plan", "--why"]) == OK
    assert "it is one of your own questions" in capsys.readouterr().out


def accepted(folder: Path) -> None:
    """What a member proposed and a coordinator accepted, as the store holds it."""
    store = Store(f"sqlite:///{folder}/dots.sqlite3")
    migrate(store)
    draft = Draft(
        partnership_id="anytown", text="What do traders know?", practice="CU2", credit="Sam",
        form="V1",
    )  # fmt: skip
    with store.write() as tx:
        proposals.add(tx, "f" * 32, "U0ANNA", draft, NOW)
        kept = proposals.by_id(tx, "f" * 32)
        assert kept is not None
        proposals.decide(tx, kept, NOW, state=ProposalState.ACCEPTED)
    store.close()


def test_what_members_proposed_is_listed_planned_and_exported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted(folder)
    assert main(["prompts", "list", "--practice", "CU2", "--json"]) == OK
    (own,) = [one for one in json.loads(capsys.readouterr().out) if one["partnership"]]
    assert (own["partnership"], own["text"], own["credit"]) == (
        "anytown",
        "What do traders know?",
        "Sam",
    )
    assert main(["plan", "--why"]) == OK
    assert "What do traders know?" in capsys.readouterr().out
    assert main(["prompts", "export", "anytown"]) == OK
    (folder / "schedules/anytown").mkdir()
    (folder / "schedules/anytown/ours.yaml").write_text(capsys.readouterr().out)
    assert main(["check"]) == OK
    capsys.readouterr()
    assert main(["prompts", "list", "--json"]) == OK
    listed = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in listed if one["partnership"]] == [own["id"]]


def test_a_partnership_without_own_questions_has_nothing_to_export(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prompts", "export", "anytown"]) == UNUSABLE
    assert "no questions of its own" in capsys.readouterr().err
    assert not (folder / "dots.sqlite3").exists()


def test_the_bank_is_printed_as_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prompts", "page"]) == OK
    assert capsys.readouterr().out.startswith("# The questions")
