"""`dots themes` and `dots bench themes`, as somebody with a consultation of their own uses them."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from tests.core.themes.saying import ALONE, BUS, FORMS
from tests.house.places import TOP

QUARTER = TOP / "benchmarks" / "quarters" / "plain.jsonl"


@pytest.fixture
def consultation(tmp_path: Path) -> Path:
    path = tmp_path / "ours.jsonl"
    texts = [*BUS, *FORMS, ALONE]
    path.write_text("".join(json.dumps({"id": at, "text": t}) + "\n" for at, t in enumerate(texts)))
    return path


def test_each_reply_gets_the_number_of_its_theme(
    consultation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["themes", str(consultation), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == list(range(8))
    themes = [line["theme"] for line in lines]
    assert len(set(themes[4:7])) == 1
    assert not set(themes[:4]) & set(themes[4:7])


def test_themes_are_told_with_their_words_and_how_sure_they_are(
    consultation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["themes", str(consultation)]) == 0
    said = capsys.readouterr().out
    assert "referral form" in said
    assert "expected to be right" in said
    assert ALONE in said
    assert "Nobody sorted them." in said


def test_of_a_quarter_it_is_told_that_only_what_is_sure_was_put_together(
    consultation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["themes", str(consultation)])
    assert "for a person to sort" not in capsys.readouterr().out
    main(["themes", str(QUARTER)])
    assert "for a person to sort" in capsys.readouterr().out


def test_a_labelled_quarter_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "themes", str(QUARTER), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["groups"] == 9
    assert found["unsorted"]["pair_precision"] >= 0.8
    assert found["single_views"]["standing_alone"] >= 0.8 * found["single_views"]["replies"]
    assert found["ari"]["40"] >= 0.6
    assert set(found["ari"]) == {"0", "20", "40", "80"}


def test_figures_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "themes", str(QUARTER)]) == 0
    assert "one card a decision" in capsys.readouterr().out


def test_lines_that_cannot_be_read_are_all_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "torn.jsonl"
    path.write_text('{"id": 1}\n[]\n')
    for command in (["themes"], ["bench", "themes"]):
        assert main([*command, str(path)]) == 2
        said = capsys.readouterr().err
        assert "torn.jsonl:1" in said
        assert "torn.jsonl:2" in said
    assert main(["themes", str(tmp_path / "none.jsonl")]) == 2
