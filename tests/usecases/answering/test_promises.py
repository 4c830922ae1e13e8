"""The privacy sentence is true: what it promises under any settings is what the code does."""

from datetime import timedelta

import pytest

from bot.core import sentences
from bot.core.answering.form import Became, PrivateForm
from bot.core.answering.post import post_after
from bot.core.digest.signoff import DigestState
from bot.core.partnership import Partnership
from bot.core.replies import Choice
from bot.core.retention import replies_kept_until
from bot.core.sectors import Sector
from bot.core.words import day_in_words
from bot.usecases.answering.reading import private_replies
from bot.usecases.board.draft import current_digest
from bot.usecases.forget import forget_due
from bot.usecases.inform import about_answers
from tests.usecases.alike import alike
from tests.usecases.answering.privately import kept, open_form, send, take_back
from tests.usecases.anytown import (
    COORDINATOR,
    CYCLE,
    FIRST,
    ISSUE_AT,
    MEMBERS,
    Found,
    Town,
    cycle,
    partnership,
)

ANNA, BRYN, CATO = MEMBERS[:3]


def above_the_box(town: Town) -> str:
    """What stands above the box for a private reply."""
    form = open_form(town, ANNA)
    assert isinstance(form, PrivateForm)
    return form.privacy


def of(**privacy: object) -> Partnership:
    return partnership(privacy=privacy)


def test_it_stands_above_every_box_and_in_who_sees_this(town: Town) -> None:
    whose = town.partnership
    issue_on = ISSUE_AT.date()
    said = town.ask().message
    short = sentences.privacy.privacy(whose.privacy, whose.board.name, issue_on)
    assert getattr(said, "privacy", "") == short
    alone = sentences.privacy.private_privacy(whose.privacy, whose.board.name, issue_on)
    assert above_the_box(town) == alone
    about = about_answers(town.store, town.book, ANNA, occurrence_id=FIRST.id)
    assert about is not None
    assert short in about.privacy
    assert alone[1:] in about.privacy


def test_the_coordinators_read_it_from_the_next_working_morning(town: Town) -> None:
    town.ask()
    assert "The coordinators read it, from the next working morning." in above_the_box(town)
    send(town, ANNA, "Words.")
    morning = post_after(town.partnership, town.now.date())
    before = morning - timedelta(seconds=1)
    assert private_replies(town.store, town.book, CYCLE, COORDINATOR, before) == []
    assert len(private_replies(town.store, town.book, CYCLE, COORDINATOR, morning) or []) == 1


@pytest.mark.parametrize(
    ("quotes", "promise", "printed"),
    [
        ("ask", "printed for the Anytown board only if you say yes", {"Yes."}),
        ("assumed", "may be printed for the Anytown board unless you say no", {"Yes.", "Nothing."}),
        ("never", "not printed for the Anytown board", set()),
    ],
)
def test_words_are_printed_as_it_says(
    found: Found, quotes: str, promise: str, printed: set[str]
) -> None:
    town = found(of(quotes=quotes))
    town.ask()
    assert promise in above_the_box(town)
    send(town, ANNA, "Yes.", choice=Choice.QUOTE)
    send(town, BRYN, "No.", choice=Choice.COUNT_ONLY)
    send(town, CATO, "Nothing.", choice=None)
    town.to_draft()
    assert town.words_in_digest() & {"Yes.", "No.", "Nothing."} == printed


@pytest.mark.parametrize("people", [5, 7])
def test_a_sector_stands_beside_words_from_as_many_people_as_it_says(
    found: Found, people: int
) -> None:
    town = found(of(minimum_people=people))
    town.ask()
    town.group = alike
    promise = f"only once at least {people} people from 2 sectors have replied"
    assert promise in above_the_box(town)
    several = [f"U0PEOPLE{number}" for number in range(people)]
    for number, user_id in enumerate(several[:-1]):
        sector = Sector.HEALTH if number % 2 else Sector.POLICE
        send(town, user_id, f"Words {number}.", sector=sector)
    assert sectors_shown(town) is False
    send(town, several[-1], "Words, the last ones.", sector=Sector.HEALTH)
    assert sectors_shown(town) is True


def sectors_shown(town: Town) -> bool:
    """Whether a draft made now would name a sector anywhere."""
    digest = current_digest(town.store, town.book, town.group, town.partnership, town.now)
    assert digest is not None
    themes = [theme for asked in digest.questions for theme in asked.themes]
    return any(theme.voices.sectors or any(one.sector for one in theme.lines) for theme in themes)


def test_it_can_be_read_changed_and_taken_back_until_the_day_it_says(town: Town) -> None:
    town.answered_by(*MEMBERS[1:4])
    assert f"until {day_in_words(ISSUE_AT.date())}" in above_the_box(town)
    send(town, ANNA, "As it was.")
    town.to_draft()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT - timedelta(hours=1))
    assert isinstance(open_form(town, ANNA), PrivateForm)
    assert send(town, ANNA, "As it is.").became is Became.KEPT
    assert take_back(town, ANNA) is Became.KEPT
    town.go_to(ISSUE_AT, rounds=20)
    assert isinstance(open_form(town, ANNA), str)


@pytest.mark.parametrize("months", [1, 6])
def test_it_is_deleted_when_it_says(found: Found, months: int) -> None:
    town = found(of(keep_replies_months=months))
    town.ask()
    said = "one month" if months == 1 else f"{months} months"
    assert f"It is deleted {said} after the meeting." in above_the_box(town)
    send(town, ANNA, "Words.")
    until = replies_kept_until(cycle(), town.partnership)
    forget_due(town.store, town.book, until - timedelta(seconds=1))
    assert len(kept(town)) == 1
    forget_due(town.store, town.book, until)
    assert kept(town) == []


def test_a_legal_hold_is_said_and_keeps(found: Found) -> None:
    town = found(of(legal_hold=True))
    town.ask()
    assert "It is kept while a legal hold lasts" in above_the_box(town)
    send(town, ANNA, "Words.")
    forget_due(town.store, town.book, replies_kept_until(cycle(), town.partnership))
    assert len(kept(town)) == 1


def test_whoever_runs_dots_could_find_the_author_until_then_and_nobody_after(town: Town) -> None:
    """The sentence says so; what makes it true is in test_bytes.py and test_keeping.py."""
    town.ask()
    told = above_the_box(town)
    assert "Until then whoever runs Dots here could find out that it is yours" in told
    assert "after that nobody can" in told
    assert "anonym" not in told.lower()
