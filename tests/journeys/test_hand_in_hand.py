"""Whoever rehearses decides beside a cast that answers by itself: neither undoes the other."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.digest.signoff import DigestState
from bot.rehearsal.block_kit.elements import elements_in
from bot.rehearsal.cast.people import COORDINATORS, COORDINATORS_CHANNEL
from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.scenes import new_scene
from bot.store import digests
from tests.house.places import TOP

STARTS_AT = datetime(2027, 1, 5, 8, tzinfo=UTC)


def decide(rehearsal: Rehearsal, label: str) -> None:
    """A person presses the draft's button with that label."""
    for message in rehearsal.workspace.messages(COORDINATORS_CHANNEL):
        for _, element in elements_in(message.get("blocks") or []):
            if element["type"] == "button" and element["text"]["text"] == label:
                rehearsal.workspace.people.click(
                    COORDINATORS[0], COORDINATORS_CHANNEL, message["ts"], element["action_id"]
                )
                rehearsal.settle()
                return
    raise AssertionError(f"no {label} in the coordinators' channel")


@pytest.mark.parametrize(
    ("label", "becomes"), [("Approve", DigestState.PUBLISHED), ("Hold", DigestState.HELD)]
)
def test_what_a_person_decided_about_the_draft_stands_and_time_goes_on(
    label: str, becomes: DigestState
) -> None:
    scene = new_scene(STARTS_AT, with_cast=True)
    with Rehearsal(TOP / "prompts", scene) as rehearsal:
        (cycle,) = rehearsal.cycles()
        rehearsal.go_to(cycle.draft_at + timedelta(minutes=1))
        decide(rehearsal, label)
        rehearsal.go_to(cycle.issue_at + timedelta(minutes=1))
        assert rehearsal.clock.now() >= cycle.issue_at
        with rehearsal.bot.store.read() as tx:
            kept = digests.of_cycle(tx, cycle.id)
    assert kept is not None
    assert kept.state is becomes
