"""A digest can be made again from what was kept, for as long as the replies are; and what is kept
leads to nobody."""

from datetime import timedelta

from bot.core.digest.signoff import DigestState
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.core.sentences.rebuilding import rebuilt
from bot.store import sources
from bot.usecases.asking.choose import say_sector
from bot.usecases.board.rebuild import Rebuilt, Verdict, rebuild
from bot.usecases.forget import forget_due
from tests.usecases.alike import alike
from tests.usecases.answering.privately import send
from tests.usecases.anytown import (
    CYCLE,
    ISSUE_AT,
    MEETING_AT,
    MEMBERS,
    NEXT_CYCLE,
    NEXT_DRAFT_AT,
    Town,
)
from tests.usecases.test_drafting import answer_the_next

MINUTE = timedelta(minutes=1)


def again(town: Town) -> Rebuilt:
    found = rebuild(town.store, town.partnership)
    assert found is not None
    return found


def published(town: Town) -> None:
    town.group = alike
    town.drafted(*MEMBERS)
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    assert town.held().state is DigestState.PUBLISHED


def kept(town: Town) -> str:
    with town.store.read() as tx:
        frozen, grouped = sources.frozen(tx, CYCLE), sources.grouped(tx, CYCLE)
    assert frozen is not None
    assert grouped is not None
    return frozen.model_dump_json() + grouped.model_dump_json()


def test_nothing_can_be_rebuilt_before_there_is_a_digest(town: Town) -> None:
    assert rebuild(town.store, town.partnership) is None


def test_a_draft_and_a_published_digest_come_out_the_same(town: Town) -> None:
    town.group = alike
    town.drafted(*MEMBERS)
    assert again(town).verdict is Verdict.SAME
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    found = again(town)
    assert (found.verdict, found.missing) == (Verdict.SAME, 0)


def test_it_comes_out_the_same_when_somebody_changes_their_sector_later(town: Town) -> None:
    published(town)
    say_sector(town.store, MEMBERS[0], Sector.HOUSING, town.now)
    assert again(town).verdict is Verdict.SAME


def test_words_taken_back_after_publication_are_said_to_be_missing(town: Town) -> None:
    town.group = alike
    said = town.drafted(*MEMBERS)
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    town.withdraw(said[0])
    found = again(town)
    assert (found.verdict, found.missing) == (Verdict.OTHER, 1)


def test_nothing_of_a_reply_that_was_taken_back_is_kept_beside_the_digest(town: Town) -> None:
    town.group = alike
    said = town.drafted(*MEMBERS)
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    town.withdraw(said[0])
    forget_due(town.store, town.book, town.now)
    with town.store.read() as tx:
        frozen, grouped = sources.frozen(tx, CYCLE), sources.grouped(tx, CYCLE)
    assert frozen is not None
    assert grouped is not None
    place = f"{said[0].channel_id}/{said[0].ts}"
    assert place not in {one.id for one in frozen.replies}
    assert place not in grouped.wordings
    assert again(town).missing == 1


def test_what_is_kept_has_no_words_and_no_names(town: Town) -> None:
    published(town)
    assert "Words of person" not in kept(town)
    assert not [one for one in MEMBERS if one in kept(town)]


def test_what_is_kept_does_not_tie_a_private_reply_to_a_name_in_a_thread(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    send(town, MEMBERS[0], "In confidence.", choice=Choice.QUOTE)
    town.to_draft()
    with town.store.read() as tx:
        frozen = sources.frozen(tx, CYCLE)
    assert frozen is not None
    private = {one.author for one in frozen.replies if one.id.startswith("private/")}
    named = {one.author for one in frozen.replies if not one.id.startswith("private/")}
    assert private
    assert not private & named


def test_every_line_comes_out_the_same_where_somebody_also_answered_in_confidence(
    town: Town,
) -> None:
    town.group = alike
    said = town.answered_by(*MEMBERS)
    send(town, MEMBERS[0], "In confidence.", choice=Choice.QUOTE)
    town.to_draft()
    found = again(town)
    assert (found.verdict, found.missing) == (Verdict.SAME_LINES, 0)
    assert "every line" in rebuilt(found.verdict, found.missing, found.version)
    town.edit(said[0], "Other words.")
    assert again(town).verdict is Verdict.OTHER


def test_when_the_replies_are_erased_so_is_what_the_digest_was_made_of(town: Town) -> None:
    published(town)
    town.now = MEETING_AT + timedelta(days=200)
    forget_due(town.store, town.book, town.now)
    assert again(town).verdict is Verdict.ERASED


def test_the_next_digest_says_what_is_new_and_that_something_was_withdrawn(town: Town) -> None:
    town.group = alike
    said = town.drafted(*MEMBERS)
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    town.withdraw(said[0])
    answer_the_next(town)
    town.go_to(NEXT_DRAFT_AT, rounds=20)
    changed = town.digest(NEXT_CYCLE).changed
    assert changed is not None
    assert (changed.new, changed.faded, changed.withdrawn) == (("spring",), ("words",), True)
    assert "person 0" not in changed.model_dump_json()
    assert again(town).verdict is Verdict.SAME
