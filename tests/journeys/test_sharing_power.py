"""Members share the power over the questions: somebody of another organisation proposes one, the
coordinators answer, and two members set another aside. All through the workspace."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from bot.core.asking.plan import Occurrence
from bot.rehearsal.cast.people import ASKING_CHANNELS, COORDINATORS, COORDINATORS_CHANNEL
from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.scenes import new_scene
from bot.store import plans
from tests.house.places import TOP
from tests.journeys.at_desk import ENOUGH, Person
from tests.rehearsal.anytown import eventually

STARTS_AT = datetime(2027, 1, 5, 8, tzinfo=UTC)
ELSEWHERE, PARENT = "U0VOLUNT1", "U0PARENT1"
FAMILIES = ASKING_CHANNELS[2]
FIRST_TRY, BETTER = "Do traders know this town?", "What do market traders know about this town?"


class Member(Person):
    """Somebody who presses buttons of messages."""

    def press_message(self, channel_id: str, action_id: str) -> None:
        """A minute later, press a button of the newest message that has it."""
        self.rehearsal.go_to(self.rehearsal.clock.now() + timedelta(minutes=1))
        message = newest(self.rehearsal, channel_id, action_id)
        before = self.depth
        pressed = self.people.click(self.who, channel_id, message["ts"], action_id)
        assert pressed.answer.result(ENOUGH).acked
        assert eventually(lambda: self.depth > before)


def newest(rehearsal: Rehearsal, channel_id: str, action_id: str) -> dict[str, Any]:
    messages: list[dict[str, Any]] = rehearsal.workspace.messages(channel_id)
    return next(each for each in reversed(messages) if f"'{action_id}'" in str(each["blocks"]))


def practice(view: Any, practice_id: str) -> dict[str, Any]:
    block = next(b for b in view.content["blocks"] if b.get("block_id") == "practice")
    options = block["element"]["options"]
    return {"selected_option": next(each for each in options if each["value"] == practice_id)}


@pytest.fixture
def rehearsal() -> Iterator[Rehearsal]:
    with Rehearsal(TOP / "prompts", new_scene(STARTS_AT)) as running:
        stop = running.next_at()
        assert stop is not None
        running.go_to(stop)
        yield running


def planned(rehearsal: Rehearsal) -> list[Occurrence]:
    with rehearsal.bot.store.read() as tx:
        return list(plans.occurrences_of(tx, rehearsal.partnership.id, planned=True))


def questions(rehearsal: Rehearsal) -> list[str]:
    return [each.question for each in planned(rehearsal)]


def test_a_question_comes_from_another_organisation_and_is_asked(rehearsal: Rehearsal) -> None:
    member, coordinator = Member(rehearsal, ELSEWHERE), Member(rehearsal, COORDINATORS[0])
    member.press_message(FAMILIES, "propose_open")
    chosen = practice(member.top, planned(rehearsal)[0].practices[0])
    assert member.send(question=FIRST_TRY, practice=chosen).result == "errors"
    sent = member.send(question=BETTER, practice=chosen, credit="Saoirse, Anytown Lanterns")
    assert sent.result == "updated"
    assert "with the coordinators" in member.words
    member.leave()

    coordinator.press_message(COORDINATORS_CHANNEL, "proposal_change")
    assert coordinator.send(words="Could it be about Saturdays?").result == "updated"
    coordinator.leave()
    letter = direct_channel(rehearsal, ELSEWHERE)
    member.press_message(letter, "proposal_again")
    changed = "What do market traders know about Saturdays?"
    assert member.send(question=changed).result == "updated"
    member.leave()

    coordinator.press_message(COORDINATORS_CHANNEL, "proposal_accept")
    assert coordinator.send().result == "updated"
    coordinator.leave()
    assert changed in questions(rehearsal)
    assert eventually(lambda: "one of Anytown" in str(rehearsal.workspace.messages(letter)[-1]))
    while changed in questions(rehearsal):
        stop = rehearsal.next_at()
        assert stop is not None
        rehearsal.go_to(stop)
    asked = next(m for m in newest_first(rehearsal, FAMILIES) if changed in str(m["blocks"]))
    assert "Suggested by Saoirse, Anytown Lanterns." in asked["text"]


def test_two_members_have_the_next_question_set_aside(rehearsal: Rehearsal) -> None:
    question = questions(rehearsal)[0]
    for who, told in ((PARENT, "Noted."), (ELSEWHERE, "Set aside:")):
        member = Member(rehearsal, who)
        member.press_message(FAMILIES, "propose_open")
        assert question in member.words
        member.press(member.top.id, "aside_ask")
        assert eventually(partial(is_said_to, member, told))
        member.leave()
    assert question not in questions(rehearsal)
    rehearsal.go_to(rehearsal.clock.now() + timedelta(minutes=1))
    assert "to be set aside" in str(rehearsal.workspace.messages(COORDINATORS_CHANNEL))


def is_said_to(member: Member, words: str) -> bool:
    return words in member.words


def newest_first(rehearsal: Rehearsal, channel_id: str) -> list[dict[str, Any]]:
    return list(reversed(rehearsal.workspace.messages(channel_id)))


def direct_channel(rehearsal: Rehearsal, who: str) -> str:
    """The conversation in which Dots writes to somebody."""
    channels = rehearsal.workspace.state.channels.values()
    return next(each.id for each in channels if each.is_im and who in each.members)
