"""What changed in a draft is kept beside it, and nothing of it outlives what somebody took back."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.core.digest.edits import Action, line
from bot.core.digest.heard import LineKind
from bot.core.digest.signoff import DigestState
from bot.core.replies import Choice, Heard
from bot.usecases.asking.choose import choose_quoting
from bot.usecases.board.edit import Wish, changes_of, edit
from bot.usecases.forget import forget_due
from tests.usecases.alike import alike
from tests.usecases.anytown import COORDINATOR, CYCLE, ISSUE_AT, MEMBERS, OUTSIDER, Town
from tests.usecases.test_forgetting import everything

MINUTE = timedelta(minutes=1)
FIRST_FORM = Path(__file__).parents[1] / "core" / "digest" / "first_form.json"

ZEBRA = ("Zebra crossings help, quokka.", "Zebra crossings do not help, quokka.")
"""What two people say who will take it back: nobody else uses any of these words."""


STORED = "zebra|quokka|crossings"


def told(town: Town) -> str:
    """What is kept of what changed since the version before."""
    return town.held().changes or ""


def later(town: Town) -> None:
    """Whatever is due is done."""
    town.go_to(town.now + MINUTE)


def choose(town: Town, choice: Choice, *members: str) -> None:
    for who in members:
        choose_quoting(town.store, town.book, CYCLE, who, choice, town.now)
    later(town)


def with_a_theme_that_came_after_the_draft(town: Town) -> list[Heard]:
    """Two people, first left out, agree to be quoted: what they say is a theme that is new"""
    town.group = alike
    town.answered_by(*MEMBERS[:4])
    said = [
        town.say(who, words, number=9 + number)
        for number, (who, words) in enumerate(zip(MEMBERS[4:], ZEBRA, strict=True))
    ]
    choose(town, Choice.LEAVE_OUT, *MEMBERS[4:])
    town.to_draft()
    assert "zebra" not in told(town).casefold()
    choose(town, Choice.QUOTE, *MEMBERS[4:])
    return said


def leftovers(town: Town) -> list[str]:
    """Words of those two that stand in any column of any table."""
    return re.findall(STORED, everything(town).casefold())


def test_what_came_is_counted_and_the_theme_that_it_made_is_named(town: Town) -> None:
    with_a_theme_that_came_after_the_draft(town)
    assert "2 replies came." in told(town)
    assert "“zebra” is new" in told(town)
    assert "quokka" not in told(town)
    changes = changes_of(town.store, town.book, CYCLE, COORDINATOR)
    assert "\n".join(changes) == told(town)
    assert changes_of(town.store, town.book, CYCLE, OUTSIDER) == ()


def test_after_both_took_it_back_no_word_of_it_stands_in_any_column(town: Town) -> None:
    said = with_a_theme_that_came_after_the_draft(town)
    assert leftovers(town)
    for one in said:
        town.withdraw(one)
    later(town)
    assert "2 replies went." in told(town)
    assert "one theme is gone" in told(town)
    assert leftovers(town) == []


def test_the_same_where_one_went_as_another_came(town: Town) -> None:
    said = with_a_theme_that_came_after_the_draft(town)
    choose(town, Choice.LEAVE_OUT, MEMBERS[0])
    town.withdraw(said[0])
    choose(town, Choice.QUOTE, MEMBERS[0])
    assert "One reply came and one went" in told(town)
    town.withdraw(said[1])
    later(town)
    assert leftovers(town) == []


def test_the_name_of_a_theme_goes_with_the_first_of_the_two_who_used_its_words(town: Town) -> None:
    said = with_a_theme_that_came_after_the_draft(town)
    town.withdraw(said[0])
    later(town)
    assert "zebra" not in told(town).casefold()
    assert "One reply went." in told(town)


@pytest.mark.parametrize("state", [DigestState.APPROVED, DigestState.HELD])
def test_the_same_once_somebody_decided_about_the_draft(town: Town, state: DigestState) -> None:
    said = with_a_theme_that_came_after_the_draft(town)
    town.decide(state)
    later(town)
    assert "“zebra” is new" in told(town)
    for one in said:
        town.withdraw(one)
    later(town)
    assert leftovers(town) == []


def test_what_the_board_was_given_stays_as_it_is_and_stands_nowhere_besides(town: Town) -> None:
    said = with_a_theme_that_came_after_the_draft(town)
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    assert told(town) == ""
    for one in said:
        town.withdraw(one)
    later(town)
    forget_due(town.store, town.book, town.now)
    given = re.findall(STORED, town.held().content.casefold())
    assert given
    assert leftovers(town) == given


def test_a_word_that_was_put_for_somebody_goes_from_the_comparison_with_what_they_said(
    town: Town,
) -> None:
    said = town.drafted(*MEMBERS[:4], choice=None)
    target = next(
        line(each.reply_ids[0])
        for each in town.digest().lines()
        if each.kind is LineKind.WAITING and said[0].ts in each.reply_ids[0]
    )
    put = Wish(target=target, action=Action.PUT, words="Some are asked late.")
    edit(town.store, town.book, lambda _: {}, CYCLE, COORDINATOR, put, town.now + MINUTE)
    assert "a line is put as “Some are asked late.”" in told(town)
    town.now += MINUTE
    town.withdraw(said[0])
    later(town)
    assert "One reply went." in told(town)
    assert "asked late" not in told(town)
    assert "asked late" not in town.held().content


def test_a_draft_that_an_older_dots_stored_is_made_anew(town: Town) -> None:
    town.drafted()
    with town.store.write() as tx:
        tx.execute(text("UPDATE digests SET content = :old"), {"old": FIRST_FORM.read_text()})
    later(town)
    assert "An older Dots made the version before" in told(town)
    assert "Words of person 0." in town.words_in_digest()
