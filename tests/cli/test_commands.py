"""The commands as a coordinator types them: what they print, and the exit code they leave."""

import json
import logging
import re
import shutil
import socket
import sqlite3
from importlib import import_module
from pathlib import Path

import icalendar
import pytest

from bot.cli import main
from bot.cli.words import OK, UNUSABLE, WRONG, OwnWords
from bot.core.sentences.sending import remedy

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with the shipped files in it, and no token anywhere."""
    for name in ("prompts", "schedules"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DOTS_MODE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DOTS_DATABASE_URL", f"sqlite:///{tmp_path}/dots.sqlite3")
    return tmp_path


def test_every_command_that_is_imported_late_is_there() -> None:
    source = (ROOT / "bot" / "cli" / "main.py").read_text(encoding="utf-8")
    named = re.findall(r'_later\("(\w+)\.(\w+)"\)', source)
    assert len(named) >= 4
    assert all(callable(getattr(import_module(f"bot.cli.{m}"), f)) for m, f in named)


def test_check_is_content_with_what_we_ship(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == OK
    assert capsys.readouterr().out.startswith("0 errors")


def test_check_reports_every_mistake_of_both_folders_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "prompts" / "ours.yaml").write_text(
        "prompts:\n  - id: ours-1\n    practice: XX9\n    text: Do we meet often enough?\n"
    )
    (folder / "schedules" / "second.yaml").write_text("id: second\nnation: narnia\n")
    assert main(["check", "--json"]) == WRONG
    found = json.loads(capsys.readouterr().out)
    assert {each["file"].rsplit("/", 1)[-1] for each in found} == {"ours.yaml", "second.yaml"}
    assert {"prompts[0].practice", "nation"} <= {each["key"] for each in found}
    assert all(each["line"] and each["expected"] and each["advice"] for each in found)


def test_plan_prints_the_calendar_and_writes_it_as_icalendar(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", "--ics", "plan.ics"]) == OK
    printed = capsys.readouterr().out
    assert "everything that Dots will send" in printed
    assert "nothing is sent until its file says so" in printed
    calendar = icalendar.Calendar.from_ical((folder / "plan.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) > 10


def test_plan_for_a_partnership_that_is_not_there_names_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["plan", "nowhere"]) == UNUSABLE
    assert "nowhere" in (said := capsys.readouterr().err)
    assert "anytown" in said


def test_a_digest_before_any_prompt_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest"]) == UNUSABLE
    assert "No prompt has been asked yet" in capsys.readouterr().err


def test_the_manifest_comes_for_sockets_and_for_http(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest"]) == OK
    assert json.loads(capsys.readouterr().out)["settings"]["socket_mode_enabled"] is True
    assert main(["manifest", "--url", "https://dots.example.org/"]) == OK
    settings = json.loads(capsys.readouterr().out)["settings"]
    assert settings["event_subscriptions"]["request_url"].endswith("example.org/slack/events")
    assert main(["manifest", "--url", "http://dots.example.org"]) == UNUSABLE
    assert "https" in capsys.readouterr().err


def test_run_without_tokens_says_which_are_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == UNUSABLE
    said = capsys.readouterr().err
    assert "SLACK_BOT_TOKEN, SLACK_APP_TOKEN" in said
    assert "dots rehearse" in said


def test_run_refuses_files_with_mistakes_and_shows_them(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"):
        monkeypatch.setenv(name, "xoxb-invented")
    (folder / "schedules" / "second.yaml").write_text("id: second\nzone: Europe/Nowhere\n")
    assert main(["run"]) == UNUSABLE
    assert "second.yaml" in (said := capsys.readouterr().err)
    assert "zone" in said


def test_settings_that_cannot_be_used_are_named_all_at_once_without_their_values(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOTS_MODE", "pigeon-post")
    monkeypatch.setenv("DOTS_HTTP_PORT", "99999999")
    assert main(["check"]) == UNUSABLE
    said = capsys.readouterr().err
    assert "DOTS_MODE" in said
    assert "DOTS_HTTP_PORT" in said
    assert "pigeon-post" not in said


def test_migrating_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate"]) == OK
    assert "was:" in capsys.readouterr().out
    assert main(["migrate"]) == OK
    assert "was:" not in capsys.readouterr().out


def test_a_database_of_a_newer_dots_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["migrate"])
    with sqlite3.connect(folder / "dots.sqlite3") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert main(["plan"]) == UNUSABLE
    assert "newer Dots" in capsys.readouterr().err


def test_a_database_that_cannot_be_opened_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOTS_DATABASE_URL", "sqlite:////no/such/folder/dots.sqlite3")
    assert main(["migrate"]) == UNUSABLE
    said = capsys.readouterr().err
    assert "DOTS_DATABASE_URL" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("address", ["mysql://secret@elsewhere/dots", "no address at all"])
def test_an_address_of_no_database_is_answered_with_what_one_looks_like(
    address: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOTS_DATABASE_URL", address)
    assert main(["migrate"]) == UNUSABLE
    said = capsys.readouterr().err
    assert "postgresql://user@host/name" in said
    assert address not in said


def test_the_doctor_finds_what_is_missing_and_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["doctor", "--json"]) == WRONG
    findings = {each["what"]: each for each in json.loads(capsys.readouterr().out)}
    assert not findings["settings"]["is_well"]
    assert findings["files"]["is_well"]
    assert "dots migrate" in findings["database"]["words"]


@pytest.mark.parametrize("reason", ["missing_scope", "invalid_auth", "something_new"])
def test_the_doctor_sends_nobody_to_the_doctor(reason: str) -> None:
    assert "Run dots doctor" in remedy(reason)
    assert "dots doctor" not in remedy(reason, by_doctor=True)


def test_a_library_that_logs_what_somebody_said_is_cut_to_its_opening_words() -> None:
    record = logging.LogRecord(
        "slack_sdk.web", logging.ERROR, "", 0, "Failed to parse: %s", ("a private word",), None
    )
    written = OwnWords("%(message)s").format(record)
    assert written == "Failed to parse ..."
    assert "private" not in written


def test_our_own_lines_stand_as_they_are() -> None:
    record = logging.LogRecord("bot.ticks", logging.INFO, "", 0, "at work: %d", (3,), None)
    assert OwnWords("%(message)s").format(record) == "at work: 3"


def test_a_taken_port_is_said_with_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["rehearse", "--port", str(taken.getsockname()[1])]) == UNUSABLE
    assert "--port" in capsys.readouterr().err
