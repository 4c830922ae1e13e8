"""`dots guard` and `dots bench guard` as somebody types them."""

import io
import json
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.words import OK, UNUSABLE

TEXT = "Her NHS number is 999 000 0018, I think"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_findings_come_as_json_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [{"id": "r1", "text": TEXT}, {"id": 2, "text": "We met on Friday."}]
    (folder / "r.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    assert main(["guard", "r.jsonl", "--json"]) == OK
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (finding,) = first["findings"]
    assert first["id"] == "r1"
    assert second == {"id": 2, "findings": []}
    assert set(finding) == {"detector", "kind", "start", "end", "certainty", "reason"}
    assert (finding["detector"], finding["kind"]) == ("identifier", "nhs-number")
    assert TEXT[finding["start"] : finding["end"]] == "999 000 0018"


def test_findings_come_in_words_and_never_repeat_what_was_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "r.txt").write_text(f"{TEXT}\n\nWe met on Friday.")
    assert main(["guard", "r.txt"]) == OK
    printed = capsys.readouterr().out
    assert "1: identifier nhs-number (certain)" in printed
    assert "3: nothing noticed" in printed
    assert "Something was noticed in 1 of 2 replies." in printed
    assert "0018" not in printed


def test_standard_input_is_read_for_a_hyphen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["guard", "-", "--json"]) == OK
    assert "nhs-number" in capsys.readouterr().out


def test_what_cannot_be_read_is_said_and_nothing_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "r.jsonl").write_text('{"id": 1, "text": "fine"}\n{"id": 2}\n{')
    assert main(["guard", "r.jsonl"]) == UNUSABLE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "r.jsonl:2: found no text" in printed.err
    assert "r.jsonl:3: found no JSON" in printed.err
