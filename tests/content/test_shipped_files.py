"""What we ship is what we ask of others: the bank, the example, the schemas."""

import json
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from bot.content.folders import check, read_partnerships, read_prompts
from bot.content.language import language_terms
from bot.content.shape import schemas, write_schemas
from bot.content.source import read_source
from bot.core.asking.wording import remarks_on
from bot.core.framework import PRACTICES, PRINCIPLE_PAIRS
from bot.core.partnership import Meeting
from bot.core.prompts import Depth, Kind, Prompt, Season

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
BANK = read_prompts(ROOT / "prompts")
IDS = {prompt.id for prompt in BANK.prompts}
SHIPPED = sorted([*ROOT.glob("prompts/*.yaml"), *ROOT.glob("schedules/*.yaml")])


def test_the_shipped_folders_have_no_mistake_and_nothing_worth_a_look() -> None:
    assert check(ROOT / "prompts", ROOT / "schedules", TODAY).every == ()


def test_each_practice_has_eight_prompts_or_more_and_one_question_for_the_board() -> None:
    singles = Counter(prompt.practices[0] for prompt in BANK.prompts if not prompt.joins)
    assert {practice: singles[practice] >= 8 for practice in PRACTICES} == dict.fromkeys(
        PRACTICES, True
    )
    assert [question.practice for question in BANK.closing] == list(PRACTICES)


def test_each_pair_of_principles_has_six_prompts_that_join_it() -> None:
    pairs = Counter(prompt.principles for prompt in BANK.prompts if prompt.joins)
    by_pair = Counter({frozenset(pair): count for pair, count in pairs.items()})
    assert by_pair == {frozenset(pair): 6 for pair in PRINCIPLE_PAIRS}


@pytest.mark.parametrize("practice", PRACTICES)
def test_the_prompts_of_a_practice_differ_in_what_they_ask_for(practice: str) -> None:
    prompts = [prompt for prompt in BANK.prompts if prompt.practices == (practice,)]
    assert len({prompt.kind for prompt in prompts}) >= 5
    assert {prompt.depth for prompt in prompts} >= {Depth.FIRST, Depth.LATER, None}


def test_there_is_a_prompt_for_every_season_and_of_every_kind() -> None:
    assert {prompt.season for prompt in BANK.prompts} == {None, *Season}
    assert {prompt.kind for prompt in BANK.prompts} == set(Kind)


@pytest.mark.parametrize("prompt", BANK.prompts, ids=lambda prompt: prompt.id)
def test_every_prompt_says_why_it_is_asked_and_where_it_comes_from(prompt: Prompt) -> None:
    assert prompt.why is not None
    for practice in prompt.practices:
        assert PRACTICES[practice].label in prompt.why_we_ask
    assert prompt.provenance is not None
    assert (prompt.language, prompt.cy) == ("en", None)


def test_prompts_that_were_shipped_before_keep_their_ids() -> None:
    assert {"bb1-changed-our-minds", "lc3-label-travels", "cu4-never-meant"} <= IDS
    assert {"join-words-and-sharing", "join-already-protecting"} <= IDS


def test_the_words_of_every_question_are_good_and_its_own() -> None:
    texts = [prompt.text for prompt in BANK.prompts] + [one.text for one in BANK.closing]
    follow_ups = [prompt.follow_up for prompt in BANK.prompts if prompt.follow_up]
    assert [remarks_on(text, language_terms()) for text in texts + follow_ups] == [()] * len(
        texts + follow_ups
    )
    assert len(set(texts)) == len(texts)


def test_no_question_uses_an_acronym_or_a_very_long_word() -> None:
    texts = [f"{prompt.text} {prompt.follow_up or ''}" for prompt in BANK.prompts]
    words = " ".join([*texts, *(one.text for one in BANK.closing)]).split()
    assert [word for word in words if len(word) > 1 and word.isupper()] == []
    assert [word for word in words if len(word.strip("?,.")) > 13] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_editors_complete_and_accept_every_shipped_file(path: Path) -> None:
    source, _ = read_source(path)
    assert source is not None
    validator = Draft7Validator(schemas()[path.parent.name])
    assert [error.message for error in validator.iter_errors(source.data)] == []
    assert path.read_text().startswith("# yaml-language-server: $schema=schema.json\n")


@pytest.mark.parametrize("path", sorted(ROOT.glob("prompts/*.yaml")), ids=lambda path: path.name)
def test_every_prompt_file_credits_the_framework_and_claims_no_endorsement(path: Path) -> None:
    head = path.read_text().split("\n\n")[0]
    assert "https://tce.researchinpractice.org.uk/" in head
    assert "no endorsement" in head


def test_the_schemas_beside_the_files_are_those_of_the_models(tmp_path: Path) -> None:
    for folder in ("prompts", "schedules"):
        (tmp_path / folder).mkdir()
    write_schemas(tmp_path)
    for folder in ("prompts", "schedules"):
        name = f"{folder}/schema.json"
        assert (ROOT / name).read_text() == (tmp_path / name).read_text(), (
            "run `python -m bot.content` and commit what it writes"
        )


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("prompts", {"prompts": [{"id": "one", "text": "What next?"}]}),
        ("prompts", {"prompts": [{"id": "one", "practice": "BB9", "text": "What next?"}]}),
        ("prompts", {"prompts": [{"id": "one", "practices": ["BB1"], "text": "What next?"}]}),
        ("schedules", {"id": "anytown"}),
    ],
)
def test_editors_refuse_what_the_reader_refuses(kind: str, written: dict[str, object]) -> None:
    assert not Draft7Validator(schemas()[kind]).is_valid(written)


@pytest.mark.parametrize(
    "meetings",
    [["2027-02-03"], [{"on": "2027-02-03", "at": "14:00"}], {"calendar": "board.ics"}],
)
def test_editors_accept_every_way_to_write_the_meetings(meetings: object) -> None:
    source, _ = read_source(ROOT / "schedules/example.yaml")
    assert source is not None
    data = json.loads(json.dumps(source.data))
    data["board"]["meetings"] = meetings
    assert Draft7Validator(schemas()["schedules"]).is_valid(data)


def test_the_example_sends_nothing_until_somebody_says_so() -> None:
    (example,) = read_partnerships(ROOT / "schedules", TODAY)
    assert example.live is False
    assert example.board.meetings[0] == Meeting(on=date(2027, 2, 10))
    assert example.board.meetings[2].at.hour == 14


def test_a_copy_of_the_example_is_told_what_must_differ(tmp_path: Path) -> None:
    for name in ("example.yaml", "mytown.yaml"):
        shutil.copy(ROOT / "schedules/example.yaml", tmp_path / name)
    findings = check(ROOT / "prompts", tmp_path, TODAY).errors
    assert [finding.key for finding in findings] == ["id", "channels[0].id", "channels[1].id"]
    assert all(finding.file.endswith("mytown.yaml") for finding in findings)
