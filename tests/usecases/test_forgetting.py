"""What the privacy sentence promises is what happens, at the moment it says."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.digest.signoff import DigestState
from bot.core.messages import DraftMessage, PromptMessage
from bot.core.partnership import Partnership
from bot.core.retention import digest_kept_until, replies_kept_until
from bot.usecases.asking.choose import take_back
from bot.usecases.forget import forget_due
from tests.usecases.anytown import (
    CYCLE,
    FIRST,
    ISSUE_AT,
    LATER,
    MEETING_AT,
    MEMBERS,
    Found,
    Town,
    cycle,
    partnership,
)
from tests.usecases.conftest import TABLES
from tests.usecases.fake_slack import moment

SECOND = timedelta(seconds=1)


def keeping(months: int) -> Partnership:
    return partnership(privacy={"keep_replies_months": months})


@pytest.mark.parametrize(
    ("months", "until"), [(1, "2027-03-03"), (6, "2027-08-03"), (24, "2029-02-03")]
)
def test_replies_go_at_the_moment_that_the_prompt_promised(
    found: Found, months: int, until: str
) -> None:
    town = found(keeping(months))
    prompt = town.ask().message
    assert isinstance(prompt, PromptMessage)
    promised = re.search(r"deleted (?:(\d+) months|one month) after the meeting", prompt.privacy)
    assert promised is not None
    assert int(promised[1] or 1) == months
    town.say("U0ANNA", "For a while.")
    kept_until = replies_kept_until(cycle(), town.partnership)
    assert kept_until.date().isoformat() == until
    forget_due(town.store, town.book, kept_until - SECOND)
    assert len(town.copies()) == 1
    forget_due(town.store, town.book, kept_until)
    assert town.copies() == {}
    forget_due(town.store, town.book, kept_until)


def test_a_month_that_is_shorter_ends_the_keeping_on_its_last_day() -> None:
    meeting = cycle(meeting_at=moment("2027-08-31T09:00"))
    assert replies_kept_until(meeting, keeping(6)).date().isoformat() == "2028-02-29"


def test_forgetting_one_cycle_leaves_the_others_alone(town: Town) -> None:
    town.ask()
    town.say("U0ANNA", "Winter words.")
    town.ask(LATER)
    town.say("U0ANNA", "Spring words.", LATER)
    forget_due(town.store, town.book, replies_kept_until(cycle(), town.partnership))
    assert list(town.copies().values()) == ["Spring words."]


def test_it_can_be_taken_back_until_the_day_the_prompt_names(town: Town) -> None:
    town.drafted()
    prompt = town.prompt().message
    assert isinstance(prompt, PromptMessage)
    assert "take it back until Tuesday 26 January 2027" in prompt.privacy
    town.decide(DigestState.APPROVED)
    town.now = ISSUE_AT - SECOND
    assert take_back(town.store, town.book, CYCLE, MEMBERS[0], town.now) == "taken-back"
    town.go_to(ISSUE_AT)
    assert "Words of person 0." not in town.held().content


def test_the_words_of_a_draft_that_was_never_sent_go_with_the_replies(town: Town) -> None:
    town.drafted()
    town.go_to(MEETING_AT)
    assert "Words of person 0." in town.held().content
    forget_due(town.store, town.book, replies_kept_until(cycle(), town.partnership))
    assert "Words of person" not in town.held().content


def test_a_published_digest_is_not_touched_by_forgetting(town: Town) -> None:
    town.drafted()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT)
    held = town.held()
    forget_due(town.store, town.book, replies_kept_until(cycle(), town.partnership))
    assert town.held() == held
    assert town.copies() == {}


def test_what_was_taken_back_is_gone_from_every_table(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    take_back(town.store, town.book, CYCLE, MEMBERS[0], town.now)
    town.to_draft()
    assert "Words of person 0." not in everything(town)
    assert "Words of person 1." in everything(town)


def everything(town: Town) -> str:
    """Every row of every table, as text."""
    with town.store.read() as tx:
        rows = [tx.execute(text(f"SELECT * FROM {table}")).all() for table in TABLES.split(", ")]  # noqa: S608 (our own names)
    # A row shows but the ends of a long value.
    return repr([tuple(row) for table in rows for row in table])


def test_the_privacy_sentence_names_what_the_settings_do(found: Found) -> None:
    never = found(partnership(privacy={"quotes": "never"}))
    prompt = never.ask().message
    assert isinstance(prompt, PromptMessage)
    assert "not quoted" in prompt.privacy
    for number, user_id in enumerate(MEMBERS[:4]):
        never.say(user_id, f"Words {number}.", number=number)
    never.to_draft()
    assert never.words_in_digest() == set()
    assert FIRST.question in never.held().content


def test_who_was_written_to_is_forgotten_with_the_logs(town: Town) -> None:
    town.ask()
    town.say(MEMBERS[0], "We could ask sooner.")
    town.go_to(town.now + timedelta(minutes=1))
    kept_until = MEETING_AT + timedelta(days=town.partnership.privacy.keep_logs_days)
    forget_due(town.store, town.book, kept_until - SECOND)
    assert MEMBERS[0] in _everything_about_lines(town)
    forget_due(town.store, town.book, kept_until)
    assert _everything_about_lines(town) == ""


def test_a_digest_goes_when_its_years_are_over_and_is_not_drafted_again(town: Town) -> None:
    town.drafted()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT)
    kept_until = digest_kept_until(cycle(), town.partnership)
    assert kept_until.year == MEETING_AT.year + town.partnership.privacy.keep_digests_years
    forget_due(town.store, town.book, kept_until - SECOND)
    assert _content(town) != ""
    forget_due(town.store, town.book, kept_until)
    assert _content(town) == ""
    drafts = len(town.slack.of(DraftMessage))
    town.go_to(kept_until)
    assert len(town.slack.of(DraftMessage)) == drafts


def _everything_about_lines(town: Town) -> str:
    with town.store.read() as tx:
        rows = tx.execute(text("SELECT key, target FROM outbox WHERE kind = 'private'"))
        return " ".join(f"{row.key} {row.target}" for row in rows)


def _content(town: Town) -> str:
    query = text("SELECT content FROM digests WHERE cycle_id = :cycle")
    with town.store.read() as tx:
        return str(tx.execute(query, {"cycle": CYCLE}).scalar_one())


def test_under_a_legal_hold_nothing_is_deleted_and_the_prompt_says_so(found: Found) -> None:
    town = found(partnership(privacy={"legal_hold": True}))
    prompt = town.ask().message
    assert isinstance(prompt, PromptMessage)
    assert "kept while a legal hold lasts" in prompt.privacy
    assert "deleted 6 months" not in prompt.privacy
    town.say("U0ANNA", "For as long as it must be.")
    forget_due(town.store, town.book, digest_kept_until(cycle(), town.partnership) + SECOND)
    assert len(town.copies()) == 1
