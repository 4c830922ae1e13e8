"""A period as evidence: what was asked, how widely, what the board answered, what was held back;
never who, and no words of members."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import docx
import pytest

from bot.core import evidence as pack
from bot.core.digest.signoff import DigestState
from bot.core.digest.since import Answer, BoardAnswer
from bot.paper.digest.html import outline_html
from bot.paper.digest.outline import outlined
from bot.paper.digest.word import outline_docx
from bot.paper.evidence_csv import evidence_csv
from bot.usecases.board import respond
from bot.usecases.board.evidence import evidence, financial_year
from tests.usecases.anytown import COORDINATOR, CYCLE, ISSUE_AT, MEETING_AT, QUESTIONS, Town

YEAR = (date(2026, 4, 1), date(2027, 3, 31))


def found_in(town: Town, start: date, end: date) -> pack.Evidence:
    with town.store.read() as tx:
        return evidence(tx, town.partnership, start, end)


@pytest.fixture
def told(town: Town) -> pack.Evidence:
    town.drafted()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    town.go_to(MEETING_AT + timedelta(days=1), rounds=20)
    target = respond.look(town.store, town.book, CYCLE, COORDINATOR, None).items[0].target
    given = BoardAnswer(about="", answer=Answer.WILL, words="=A plan by spring.")
    respond.answer(
        town.store, town.book, CYCLE, target, given, COORDINATOR, None, town.detectors_for, town.now
    )
    return found_in(town, *YEAR)


def test_it_tells_what_was_asked_and_answered_and_not_what_anybody_said(
    told: pack.Evidence,
) -> None:
    page = outline_html(outlined(pack.title(told), pack.parts(told)))
    assert QUESTIONS[0].replace("'", "&#x27;") in page
    assert "We will do this. =A plan by spring." in page
    assert "Nothing was held back." in page
    assert "Words of person" not in page
    assert "U0" not in page


def test_a_meeting_outside_the_period_is_not_in_it(town: Town, told: pack.Evidence) -> None:
    assert [one.meeting_on for one in told.rounds] == [date(2027, 2, 3)]
    assert found_in(town, date(2028, 4, 1), date(2029, 3, 31)).rounds == ()


def test_a_meeting_that_had_no_digest_says_so(town: Town) -> None:
    found = found_in(town, *YEAR)
    page = outline_html(outlined(pack.title(found), pack.parts(found)))
    assert "was given no digest" in page


def test_the_table_starts_no_formula_and_the_word_file_has_headings(told: pack.Evidence) -> None:
    rows = list(csv.reader(StringIO(evidence_csv(told))))
    assert rows[0] == ["meeting", "what", "text"]
    assert {row[1] for row in rows[1:]} == {"asked", "answered"}
    whole = outlined(pack.title(told), pack.parts(told))
    document = docx.Document(BytesIO(outline_docx(whole, "Anytown", MEETING_AT)))
    styles = [p.style.name for p in document.paragraphs if p.style is not None]
    assert styles.count("Heading 2") == 2


@pytest.mark.parametrize(
    ("today", "start"),
    [
        (date(2027, 3, 30), date(2025, 4, 1)),
        (date(2027, 3, 31), date(2026, 4, 1)),
        (date(2027, 6, 1), date(2026, 4, 1)),
    ],
)
def test_without_a_period_it_is_the_last_whole_year_to_march(today: date, start: date) -> None:
    assert financial_year(today)[0] == start
    assert financial_year(today)[1].month == 3
