"""Somebody of another organisation answers privately, is asked and answers, over real sockets and
HTTP: it works from buttons alone, and nothing that anybody else sees or keeps leads to them."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal.block_kit.elements import elements_in
from bot.rehearsal.cast import confiding
from bot.rehearsal.cast.confiding import confide
from bot.rehearsal.cast.deeds import WITHOUT_NAME_LABEL, Deed, DeedKind, Manner
from bot.rehearsal.cast.people import COORDINATORS, COORDINATORS_CHANNEL
from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.scenes import new_scene
from tests.house.places import TOP

STARTS_AT = datetime(2027, 1, 5, 8, tzinfo=UTC)
AUTHOR, NAME, CHANNEL = "U0VOLUNT1", "Saoirse", "C0FAMILIES"
WORDS = "We are invited to comment and never to decide, which everybody knows."
RUTH = COORDINATORS[0]
SATURDAY = 5


@pytest.fixture
def rehearsal() -> Iterator[Rehearsal]:
    with Rehearsal(TOP / "prompts", new_scene(STARTS_AT)) as made:
        yield made


def prompt_in(rehearsal: Rehearsal) -> str:
    """Go to the first prompt in the author's channel; returns where it stands."""
    while True:
        stands = [each for each in rehearsal.workspace.messages(CHANNEL) if each.get("bot_id")]
        if stands:
            return str(stands[0]["ts"])
        at = rehearsal.next_at()
        assert at is not None
        rehearsal.go_to(at + timedelta(seconds=2))


def answers(rehearsal: Rehearsal, ts: str) -> None:
    at = rehearsal.clock.now()
    deed = Deed(
        "one", DeedKind.CONFIDE, AUTHOR, CHANNEL, at, Manner.CONFIDES, ts, WORDS,
        label=WITHOUT_NAME_LABEL,
    )  # fmt: skip
    assert confide(rehearsal.workspace, deed, "voluntary")
    rehearsal.settle()


def next_working_morning(rehearsal: Rehearsal) -> None:
    """Go to where the post of the next working morning has gone out."""
    at = rehearsal.clock.now() + timedelta(days=1)
    while at.weekday() >= SATURDAY:
        at += timedelta(days=1)
    rehearsal.go_to(at.replace(hour=9, minute=31, second=0))


def press(rehearsal: Rehearsal, user: str, channel: str, label: str) -> None:
    """Press the newest button with these words in a channel."""
    people = rehearsal.workspace.people
    for message in reversed(rehearsal.workspace.messages(channel)):
        for block, element in elements_in(message.get("blocks") or []):
            if element["type"] == "button" and element["text"]["text"] == label:
                ts, action_id = message["ts"], element["action_id"]
                people.click(user, channel, ts, action_id, block_id=block["block_id"])
                return
    raise AssertionError(f"nothing says {label}")


def on_screen(
    rehearsal: Rehearsal, user: str, is_it: Callable[[str], bool] = bool
) -> dict[str, Any]:
    """The top modal, once it is there."""
    view = confiding.on_screen(rehearsal.workspace, user, lambda shown: is_it(json.dumps(shown)))
    assert view is not None
    return view


def send(rehearsal: Rehearsal, user: str, words: str) -> None:
    people, view = rehearsal.workspace.people, on_screen(rehearsal, user)
    (box,) = (each for each in view["blocks"] if each["type"] == "input")
    values = {box["block_id"]: {box["element"]["action_id"]: words}}
    assert people.submit_view(user, view["id"], values).result == "updated"
    people.close_view(user, view["id"], whole_stack=True)
    rehearsal.settle()


def seen_by(rehearsal: Rehearsal, user: str) -> str:
    """All that somebody sees but for the list of people, in which everybody stands."""
    view = rehearsal.workspace.view_for(user)
    channels = [{**each, "members": []} for each in view["channels"]]
    return json.dumps([channels, view.get("home"), view["modals"], view["notices"]])


def test_from_the_button_to_a_question_answered_nobody_learns_who_it_was(
    rehearsal: Rehearsal,
) -> None:
    answers(rehearsal, prompt_in(rehearsal))
    for user in (*COORDINATORS, "U0PARENT1"):
        assert WORDS not in seen_by(rehearsal, user)

    next_working_morning(rehearsal)
    press(rehearsal, RUTH, COORDINATORS_CHANNEL, "Read private replies")
    view = on_screen(rehearsal, RUTH)
    assert WORDS in json.dumps(view)
    block, element = next(
        (block, each)
        for block, each in elements_in(view["blocks"])
        if each["type"] == "button" and each["text"]["text"] == "Ask its author"
    )
    people = rehearsal.workspace.people
    people.click_view(RUTH, view["id"], element["action_id"], block_id=block["block_id"])
    on_screen(rehearsal, RUTH, lambda shown: "ask_author_form" in shown)
    send(rehearsal, RUTH, "What would deciding look like?")

    rehearsal.go_to(rehearsal.clock.now() + timedelta(minutes=2))
    direct = people.open_dm(AUTHOR)
    press(rehearsal, AUTHOR, direct, "Read and answer")
    assert "What would deciding look like?" in json.dumps(on_screen(rehearsal, AUTHOR))
    send(rehearsal, AUTHOR, "A vote.")

    next_working_morning(rehearsal)
    told = json.dumps(rehearsal.workspace.messages(COORDINATORS_CHANNEL))
    assert "A vote." in told
    for user in (*COORDINATORS, "U0PARENT1"):
        for trace in (AUTHOR, NAME):
            assert trace not in seen_by(rehearsal, user)
    _nothing_in_the_database(rehearsal)


def _nothing_in_the_database(rehearsal: Rehearsal) -> None:
    path = Path(rehearsal.bot.store.url.database or "")
    rehearsal.bot.store.scrub()
    direct = rehearsal.workspace.people.open_dm(AUTHOR)
    for file in path.parent.glob(f"{path.name}*"):
        content = file.read_bytes()
        for trace in (AUTHOR, NAME, direct):
            assert trace.encode() not in content, file.name
