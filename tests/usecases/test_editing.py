"""Coordinators change our words and never a member's; two of them at once lose nothing."""

import threading
from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.core import sentences
from bot.core.digest.edits import Action, Frame, board_question, frame, line, theme
from bot.core.digest.heard import LineKind
from bot.core.digest.signoff import DigestState
from bot.core.guard.examine import Detect
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.messages import DraftMessage
from bot.core.partnership import Partnership
from bot.core.replies import Choice
from bot.store import audit
from bot.usecases.asking.choose import choose_quoting, take_back
from bot.usecases.board.edit import Outcome, Wish, edit, lines_of, undo
from tests.usecases.alike import alike
from tests.usecases.anytown import (
    COORDINATOR,
    CYCLE,
    ISSUE_AT,
    MEMBERS,
    OTHER_COORDINATOR,
    OUTSIDER,
    Town,
)

MINUTE = timedelta(minutes=1)
FOREWORD = frame(Frame.FOREWORD)


def nobody_looks(_: Partnership) -> Mapping[Detector, Detect]:
    return {}


def sees_names(_: Partnership) -> Mapping[Detector, Detect]:
    """A detector to which every capital J is the beginning of a name."""

    def detect(text: str) -> list[Finding]:
        at = text.find("J")
        return [_a_name(at)] if at >= 0 else []

    return {Detector.IDENTIFIER: detect}


def _a_name(at: int) -> Finding:
    return Finding(
        detector=Detector.IDENTIFIER,
        kind="name",
        start=at,
        end=at + 1,
        certainty=Certainty.LIKELY,
        reason="A name may point at a child.",
    )


def do(town: Town, wish: Wish, who: str = COORDINATOR) -> Outcome:
    town.now += MINUTE
    return edit(town.store, town.book, nobody_looks, CYCLE, who, wish, town.now)


def take_it_back(town: Town, target: str, seen: int, who: str = COORDINATOR) -> Outcome:
    town.now += MINUTE
    return undo(town.store, town.book, CYCLE, who, target, seen, town.now)


def reword(words: str, seen: int = 0, target: str = FOREWORD) -> Wish:
    return Wish(target=target, action=Action.REWORD, words=words, seen=seen)


def waiting_line(town: Town) -> str:
    """The target of a single view that has no yes."""
    found = [one for one in town.digest().lines() if one.kind is LineKind.WAITING]
    return line(found[0].reply_ids[0])


def test_a_reworded_line_stands_in_the_draft_and_the_old_one_is_kept_to_go_back_to(
    town: Town,
) -> None:
    town.drafted()
    assert do(town, reword("A busy autumn.")) == Outcome("done", 1)
    assert do(town, reword("A quiet autumn.", seen=1)) == Outcome("done", 2)
    assert town.digest().cover.foreword == "A quiet autumn."
    assert take_it_back(town, FOREWORD, seen=2) == Outcome("done", 3)
    assert town.digest().cover.foreword == "A busy autumn."
    assert take_it_back(town, FOREWORD, seen=3) == Outcome("done", 4)
    assert town.digest().cover.foreword == ""
    assert take_it_back(town, FOREWORD, seen=4) == Outcome("nothing", 4)


def test_the_draft_in_slack_shows_the_edit(town: Town) -> None:
    town.drafted()
    do(town, reword("A busy autumn."))
    town.go_to(town.now + MINUTE)
    assert "A busy autumn." in repr(town.slack.of(DraftMessage)[0].message)


def test_edits_are_kept_when_the_draft_is_made_again(town: Town) -> None:
    said = town.drafted()
    do(town, reword("A busy autumn."))
    town.edit(said[0], "Quite other words.")
    town.go_to(town.now + MINUTE)
    assert town.digest().cover.foreword == "A busy autumn."
    assert "Quite other words." in town.words_in_digest()


def test_who_looked_at_an_older_line_is_told_and_nothing_of_the_newer_is_lost(town: Town) -> None:
    town.drafted()
    do(town, reword("Mine."))
    assert do(town, reword("Theirs."), OTHER_COORDINATOR) == Outcome("changed", 1, COORDINATOR)
    assert take_it_back(town, FOREWORD, 0, OTHER_COORDINATOR).name == "changed"
    assert town.digest().cover.foreword == "Mine."


def test_two_coordinators_who_edit_two_lines_both_find_their_words(town: Town) -> None:
    town.drafted()
    do(town, reword("Mine."))
    assert do(town, reword("7", target=frame(Frame.AGENDA_ITEM)), OTHER_COORDINATOR).name == "done"
    assert (town.digest().cover.foreword, town.digest().cover.agenda_item) == ("Mine.", "7")


def test_two_who_press_in_the_same_moment_leave_one_edit(town: Town) -> None:
    town.drafted()
    outcomes, start, now = [], threading.Barrier(2), town.now + MINUTE

    def press(who: str, words: str) -> None:
        start.wait()
        made = edit(town.store, town.book, nobody_looks, CYCLE, who, reword(words), now)
        outcomes.append(made.name)

    threads = [
        threading.Thread(target=press, args=pressed)
        for pressed in ((COORDINATOR, "Mine."), (OTHER_COORDINATOR, "Theirs."))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["changed", "done"]


def test_the_same_wish_twice_is_one_edit(town: Town) -> None:
    town.drafted()
    do(town, reword("A busy autumn."))
    assert do(town, reword("A busy autumn.")) == Outcome("done", 1, COORDINATOR)


def test_a_line_that_is_hidden_twice_for_one_reason_is_hidden_once(town: Town) -> None:
    town.drafted()
    for target in (
        line(next(iter(town.digest().lines())).reply_ids[0]),
        board_question(town.digest().board_questions[0].id),
    ):
        hide = Wish(target=target, action=Action.HIDE, reason="it points at one family")
        assert do(town, hide) == Outcome("done", 1)
        assert do(town, hide) == Outcome("done", 1, COORDINATOR)
        other = hide.model_copy(update={"reason": "another reason"})
        assert do(town, other, OTHER_COORDINATOR) == Outcome("changed", 1, COORDINATOR)
    assert town.digest().made.hidden == ("it points at one family",) * 2


def test_a_view_without_a_yes_is_said_for_its_author_until_they_say_otherwise(town: Town) -> None:
    town.drafted(*MEMBERS[:3], choice=None)
    target = waiting_line(town)
    put = Wish(target=target, action=Action.PUT, words="Some are asked late.")
    assert do(town, put).name == "done"
    (said,) = [one for one in town.digest().lines() if one.kind is LineKind.PUT]
    assert said.words == "Some are asked late."
    for user_id in MEMBERS[:3]:
        choose_quoting(town.store, town.book, CYCLE, user_id, Choice.QUOTE, town.now)
    town.go_to(town.now + MINUTE)
    assert {one.kind for one in town.digest().lines()} == {LineKind.QUOTED}


def test_what_was_said_for_a_member_goes_when_they_take_it_back(town: Town) -> None:
    town.drafted(*MEMBERS[:4], choice=None)
    target = waiting_line(town)
    do(town, Wish(target=target, action=Action.PUT, words="Some are asked late."))
    for user_id in MEMBERS[:4]:
        take_back(town.store, town.book, CYCLE, user_id, town.now)
    town.go_to(town.now + MINUTE)
    assert "Some are asked late." not in town.held().content


def test_a_quote_can_be_hidden_for_a_reason_and_not_be_changed(town: Town) -> None:
    town.drafted()
    quote = line(next(iter(town.digest().lines())).reply_ids[0])
    assert do(town, reword("Nicer words.", target=quote)).name == "quote"
    assert do(town, Wish(target=quote, action=Action.PUT, words="Nicer.")).name == "quote"
    assert do(town, Wish(target=quote, action=Action.HIDE)).name == "no-reason"
    hide = Wish(target=quote, action=Action.HIDE, reason="it points at one family")
    assert do(town, hide).name == "done"
    assert len(town.words_in_digest()) == 2
    assert town.digest().made.hidden == ("it points at one family",)


def test_a_theme_may_be_renamed(town: Town) -> None:
    town.group = alike
    town.drafted()
    (found,) = town.digest().questions[0].themes
    do(town, reword("What we say", target=theme(found.id)))
    assert town.digest().questions[0].themes[0].label == "What we say"


@pytest.mark.parametrize("who", [OUTSIDER, MEMBERS[0]])
def test_only_coordinators_edit(town: Town, who: str) -> None:
    town.drafted()
    assert do(town, reword("Mine."), who) == Outcome("not-yours")
    assert lines_of(town.store, town.book, CYCLE, who) is None


@pytest.mark.parametrize(
    ("wish", "outcome"),
    [
        (reword(""), "no-words"),
        (reword(" \u200b "), "no-words"),
        (reword("x" * 601), "too-long"),
        (reword("x" * 41, target=frame(Frame.AGENDA_ITEM)), "too-long"),
        (reword("x", target=theme("gone")), "gone"),
        (Wish(target=FOREWORD, action=Action.HIDE, reason="because"), "not-so"),
    ],
)
def test_what_cannot_be_done_is_said_plainly_and_changes_nothing(
    town: Town, wish: Wish, outcome: str
) -> None:
    town.drafted()
    before = town.held()
    assert do(town, wish).name == outcome
    assert town.held().content == before.content
    assert sentences.edits.outcome(outcome)


def test_an_approved_digest_is_put_on_hold_before_it_is_edited(town: Town) -> None:
    town.drafted()
    town.decide(DigestState.APPROVED)
    assert do(town, reword("Mine.")).name == "approved"
    town.decide(DigestState.HELD)
    assert do(town, reword("Mine.")).name == "done"
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    assert do(town, reword("Late.", seen=1)).name == "published"
    assert town.digest().cover.foreword == "Mine."


def test_what_the_guard_notices_is_told_and_needs_a_second_word(town: Town) -> None:
    town.drafted()
    wish = reword("Thank you, Jo.")
    made = edit(town.store, town.book, sees_names, CYCLE, COORDINATOR, wish, town.now + MINUTE)
    assert made == Outcome("noticed", 0, None, ("A name may point at a child.",))
    assert town.digest().cover.foreword == ""
    meant = wish.model_copy(update={"knowingly": True})
    made = edit(town.store, town.book, sees_names, CYCLE, COORDINATOR, meant, town.now + MINUTE)
    assert made.name == "done"


def test_every_edit_is_in_the_record_by_name_and_without_members_words(town: Town) -> None:
    town.drafted()
    do(town, reword("Mine."))
    take_it_back(town, FOREWORD, 1, OTHER_COORDINATOR)
    with town.store.read() as tx:
        entries = audit.entries(tx, "anytown")
    assert [(one.who, one.did) for one in entries] == [
        (COORDINATOR, "digest-reword"),
        (OTHER_COORDINATOR, "digest-undo"),
    ]
    assert all(one.about == f"{CYCLE} {FOREWORD}" for one in entries)


def test_lines_come_with_what_may_be_done_and_their_version(town: Town) -> None:
    town.drafted()
    do(town, reword("Mine."))
    found = lines_of(town.store, town.book, CYCLE, COORDINATOR)
    assert found is not None
    versions = {one.line.target: one.version for one in found}
    assert versions[FOREWORD] == 1
    assert sum(versions.values()) == 1
