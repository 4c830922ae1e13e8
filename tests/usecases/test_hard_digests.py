"""A digest is made, and can be printed, whatever was said, and whatever becomes of its meeting."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.asking.plan import Plan
from bot.core.digest.compiling.quoting import LONGEST_QUOTE
from bot.core.digest.digest import Digest
from bot.core.digest.signoff import DigestState
from bot.core.messages import DigestMessage
from bot.core.replies import Choice
from bot.paper.digest.html import digest_html
from bot.paper.digest.markdown import digest_markdown
from bot.paper.digest.pdf import digest_pdf
from bot.paper.digest.text import digest_text
from bot.paper.digest.word import digest_docx
from bot.usecases.asking.choose import choose_quoting
from bot.usecases.board.grouper import Grouper
from tests.usecases.anytown import (
    CYCLE,
    ISSUE_AT,
    LATER,
    MEMBERS,
    NEXT_CYCLE,
    NEXT_DRAFT_AT,
    Town,
    next_cycle,
)
from tests.usecases.test_drafting import answer_the_next

VERY_LONG = ("We talk about this a great deal, and decide less. " * 400)[:20_000]
MARKED_UP = "@channel <b>see</b> https://example.org *bold* `code` #set page(fill: red) [x](y)"


def drafted(town: Town, *texts: str, people: int = len(MEMBERS)) -> Digest:
    """The draft of these replies, of so many people in turns, who all say yes to being quoted. It
    can be printed in every form."""
    town.ask()
    for number, text in enumerate(texts):
        town.say(MEMBERS[number % people], text, number=number)
    town.go_to(town.now + timedelta(minutes=1))
    for member in MEMBERS[:people]:
        choose_quoting(town.store, town.book, CYCLE, member, Choice.QUOTE, town.now)
    town.to_draft()
    digest = town.digest()
    assert digest_pdf(digest).startswith(b"%PDF")
    assert digest_docx(digest).startswith(b"PK")
    assert digest_html(digest).rstrip().endswith("</html>")
    assert digest_markdown(digest)
    return digest


@pytest.fixture(autouse=True)
def with_the_table(town: Town) -> None:
    """Replies are grouped as in earnest."""
    town.group = Grouper()


def test_of_no_replies_and_of_one_persons_there_are_only_the_questions_again(town: Town) -> None:
    digest = drafted(town, *(f"One more thing, number {n}: the bus." for n in range(5)), people=1)
    assert digest.kind == "questions-again"
    assert "bus" not in digest.model_dump_json()


def test_where_nobody_answered_the_questions_are_asked_again(town: Town) -> None:
    digest = drafted(town)
    assert digest.kind == "questions-again"
    assert [one.text for one in digest.questions]


def test_all_the_same_words_are_one_theme_with_one_line(town: Town) -> None:
    digest = drafted(town, *["Meet in the evening, not in the morning."] * 6)
    (asked,) = digest.questions
    (theme,) = asked.themes
    assert (len(theme.reply_ids), len(theme.lines), asked.views) == (6, 1, ())
    assert len(theme.lines[0].reply_ids) == 6


def test_a_very_long_reply_is_shortened_and_fills_no_paper(town: Town) -> None:
    digest = drafted(town, VERY_LONG, "Fewer papers.", "Meet where families are.")
    (line,) = (one for one in digest.lines() if one.shortened)
    assert len(line.words) <= LONGEST_QUOTE
    assert len(digest_text(digest)) < 10_000


def test_a_reply_of_only_emoji_is_told_as_not_easily_grouped(town: Town) -> None:
    digest = drafted(town, "🙌🏽", "🙌", "Fewer papers.", "Meet where families are.")
    (asked,) = digest.questions
    assert {line.words for line in asked.loose} == {"🙌🏽", "🙌"}
    assert asked.themes == ()
    assert "🙌🏽" in digest_text(digest)
    assert digest.counts is not None
    assert (digest.counts.loose, digest.counts.alone) == (2, 2)


def test_what_looks_like_markup_stays_words(town: Town) -> None:
    digest = drafted(town, MARKED_UP, "Fewer papers.", "Meet where families are.")
    assert MARKED_UP in {line.words for line in digest.lines()}
    page = digest_html(digest)
    assert "<b>see</b>" not in page
    assert 'href="https://example.org' not in page


def test_without_the_table_every_view_stands_alone_and_the_digest_says_so(
    town: Town, tmp_path: Path
) -> None:
    town.group = Grouper(tmp_path)
    digest = drafted(town, "Fewer papers.", "Shorter papers.", "Meet in the hall.", "fewer papers")
    assert digest.made.method.model == ""
    assert digest.counts is not None
    assert (digest.counts.in_themes, digest.counts.alone) == (2, 2)
    told = digest_text(digest)
    assert "What compares meanings was not at hand" in told
    assert "surely belongs together" not in told


@pytest.mark.parametrize("approved", [False, True])
def test_a_digest_for_a_meeting_that_is_cancelled_reaches_nobody_and_its_words_wait(
    town: Town, approved: bool
) -> None:
    drafted(town, "Fewer papers.", "Meet in the hall.", "Ask parents first.")
    if approved:
        assert town.decide(DigestState.APPROVED)[0] == "approved"
    town.keep_plan(Plan(cycles=(next_cycle(),), occurrences=(LATER,)))
    town.go_to(ISSUE_AT, rounds=20)
    assert town.slack.of(DigestMessage) == []
    assert town.held().state is DigestState.EXPIRED
    assert any("is off, so its digest is not sent" in note for note in town.notes())
    assert town.decide(DigestState.APPROVED)[0] == "expired"
    answer_the_next(town)
    town.go_to(NEXT_DRAFT_AT, rounds=20)
    assert "Fewer papers." in town.words_in_digest(NEXT_CYCLE)
