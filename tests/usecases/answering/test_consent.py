"""Authors are asked once, privately, when a draft is made, whether their words may be printed."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.answering.private import Visibility
from bot.core.digest.signoff import DigestState
from bot.core.messages import ConsentMessage
from bot.core.partnership import Care
from bot.core.replies import Choice
from bot.usecases.answering.consent import consent
from bot.usecases.answering.quiet import snooze
from tests.usecases.answering.privately import kept, send
from tests.usecases.anytown import FIRST, ISSUE_AT, MEMBERS, Found, Town, partnership
from tests.usecases.fake_slack import Said

ANNA, BRYN, CATO, DORA = MEMBERS[:4]
MINUTE = timedelta(minutes=1)


def asked(town: Town, user_id: str) -> ConsentMessage | None:
    found = [
        each.message
        for each in town.slack.of(ConsentMessage)
        if each.channel_id == f"D{user_id[1:]}"
    ]
    assert len(found) <= 1
    return found[0] if found and isinstance(found[0], ConsentMessage) else None


def names(town: Town, user_id: str) -> list[str]:
    message = asked(town, user_id)
    return [each.name for each in message.items] if message else []


def say(town: Town, name: str, user_id: str, choice: Choice = Choice.QUOTE) -> str:
    return consent(town.store, town.book, name, user_id, choice, town.now)


def drafted(town: Town) -> None:
    """Three have said nothing about quotes, one of them privately; one has said yes."""
    town.answered_by(ANNA, BRYN, choice=None)
    send(town, CATO, "Said in confidence.", choice=None)
    send(town, DORA, "Said yes to.", choice=Choice.QUOTE)
    town.to_draft()


def test_only_those_who_have_said_nothing_are_asked_and_once(town: Town) -> None:
    drafted(town)
    assert [bool(asked(town, each)) for each in (ANNA, BRYN, CATO, DORA)] == [
        True,
        True,
        True,
        False,
    ]
    town.restart()
    town.go_to(town.now + timedelta(days=1))
    assert len(town.slack.of(ConsentMessage)) == 3


def test_a_yes_prints_the_words_and_a_no_leaves_them_counted(town: Town) -> None:
    drafted(town)
    (name,) = names(town, ANNA)
    assert say(town, name, ANNA) == "quote"
    (other,) = names(town, BRYN)
    assert say(town, other, BRYN, Choice.COUNT_ONLY) == "count-only"
    town.go_to(town.now + MINUTE)
    assert "Words of person 0." in town.words_in_digest()
    assert "Words of person 1." not in town.words_in_digest()
    assert town.digest().counts is not None
    assert town.digest().counts.people == 4  # type: ignore[union-attr]


def test_a_private_author_is_asked_without_a_word_that_leads_to_the_reply(town: Town) -> None:
    drafted(town)
    message = asked(town, CATO)
    assert message is not None
    (item,) = message.items
    assert item.words is None
    reply = next(each for each in kept(town) if each.text == "Said in confidence.")
    for secret in (reply.id, reply.author, reply.text):
        assert secret not in message.model_dump_json()
    assert say(town, item.name, CATO) == "quote"
    assert next(each for each in kept(town) if each.id == reply.id).choice is Choice.QUOTE


def test_nobody_answers_for_somebody_else(town: Town) -> None:
    drafted(town)
    for user_id in (ANNA, CATO):
        (name,) = names(town, user_id)
        assert say(town, name, BRYN) == "nothing"


def test_it_can_be_changed_until_the_issue_and_not_after_it(town: Town) -> None:
    drafted(town)
    (name,), (private_name,) = names(town, ANNA), names(town, CATO)
    assert say(town, name, ANNA) == "quote"
    assert say(town, name, ANNA, Choice.COUNT_ONLY) == "count-only"
    town.go_to(town.now + MINUTE)
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    assert say(town, name, ANNA) == "too-late"
    assert say(town, private_name, CATO) == "nothing"  # nobody can tell whose it is any more


def test_what_is_for_the_coordinators_only_is_not_asked_about(town: Town) -> None:
    town.answered_by(ANNA, BRYN)
    send(town, CATO, "For you alone.", choice=None, visibility=Visibility.COORDINATORS)
    send(town, DORA, "For the digest.", choice=None)
    town.to_draft()
    assert asked(town, CATO) is None
    assert asked(town, DORA) is not None


@pytest.mark.parametrize("quotes", ["never", "assumed"])
def test_where_nobody_needs_to_say_yes_nobody_is_asked(found: Found, quotes: str) -> None:
    town = found(partnership(privacy={"quotes": quotes}))
    drafted(town)
    assert town.slack.of(ConsentMessage) == []


def test_who_is_left_in_peace_is_not_asked(town: Town) -> None:
    town.answered_by(ANNA, BRYN, choice=None)
    send(town, CATO, "In confidence.", choice=None)
    until = (ISSUE_AT + timedelta(days=3)).date()
    for user_id in (ANNA, CATO):
        wrong = snooze(town.store, town.book, FIRST.id, user_id, until, town.now, remind=False)
        assert wrong is None
    town.to_draft()
    assert [bool(asked(town, each)) for each in (ANNA, BRYN, CATO)] == [False, True, False]


def test_nobody_is_sent_more_than_the_partnership_thinks_right(found: Found) -> None:
    town = found(partnership(care=Care(private_messages=1)))
    town.answered_by(ANNA, BRYN, CATO, choice=None)
    town.to_draft()
    assert [asked(town, each) for each in (ANNA, BRYN, CATO)] == [None] * 3
    lines: list[Said] = [each for each in town.slack.said if each.channel_id.startswith("D0")]
    assert len(lines) == 3


def test_both_ways_of_answering_count_towards_ones_patience(found: Found) -> None:
    town = found(partnership(care=Care(private_messages=2)))
    town.answered_by(ANNA, BRYN, CATO, choice=None)
    send(town, ANNA, "And privately.", choice=None)
    town.to_draft()
    mine = [each for each in town.slack.said if each.channel_id == "D0ANNA"]
    assert len(mine) <= 3
    with town.store.read() as tx:
        sent = tx.execute(text("SELECT count(*) FROM outbox WHERE kind = 'consent'")).scalar()
    assert sent == 4
