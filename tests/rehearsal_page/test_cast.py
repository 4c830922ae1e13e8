"""The cast answers prompts as people do, the same way for the same seed, and is counted."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from bot.rehearsal.cast.cast import Cast
from bot.rehearsal.cast.deeds import (
    QUOTE_LABEL,
    Asked,
    Deed,
    DeedKind,
    Manner,
    choice_of_sector,
    deeds_of,
)
from bot.rehearsal.cast.people import (
    ASKING_CHANNELS,
    BOARD_CHANNEL,
    BOARD_MEMBERS,
    COORDINATORS,
    COORDINATORS_CHANNEL,
    TEAM,
)
from bot.rehearsal.cast.words import shipped_words
from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.permits.registration import AppRegistration
from bot.rehearsal.workspace import Workspace

START = datetime(2027, 1, 5, 9, 40, tzinfo=UTC)
SCOPES = frozenset({"chat:write", "channels:history", "groups:history", "channels:read"})
CYCLE = ("BB1", "LC4", "CU3", "BB4", "LC2", "BB3, CU1")


def new_workspace() -> Workspace:
    app = AppRegistration(scopes=SCOPES, bot_events=frozenset({"message.channels"}))
    return Workspace(RehearsalClock(START), app, TEAM, rates_on=False)


def entered(seed: int = 7) -> tuple[Workspace, Cast]:
    workspace = new_workspace()
    cast = Cast(workspace, seed)
    cast.enter()
    return workspace, cast


def ask(workspace: Workspace, channel: str, practices: str, **more: object) -> str:
    said = {"channel": channel, "text": f"What have we noticed? ({practices})", **more}
    body = workspace.call("chat.postMessage", said, workspace.app.bot_token).body
    assert body["ok"], body
    return str(body["ts"])


def a_cycle(seed: int = 7) -> tuple[Workspace, Cast, list[Deed]]:
    """Six prompts in three channels, nine days apart."""
    workspace, cast = entered(seed)
    deeds: list[Deed] = []
    for place, practices in enumerate(CYCLE, start=1):
        workspace.clock.go_to(START + timedelta(days=9 * place))
        for channel in ASKING_CHANNELS:
            ask(workspace, channel, practices)
        deeds += cast.look()
    return workspace, cast, deeds


def described(deeds: list[Deed]) -> list[tuple[object, ...]]:
    """What the deeds are, without the fractions of a second at which their prompts were posted."""
    return [(d.kind, d.person, d.channel, d.text, d.manner, d.label) for d in deeds]


def test_the_same_seed_gives_the_same_deeds() -> None:
    assert described(a_cycle(3)[2]) == described(a_cycle(3)[2])


def test_another_seed_gives_other_deeds() -> None:
    assert described(a_cycle(3)[2]) != described(a_cycle(4)[2])


@pytest.mark.parametrize("seed", range(5))
def test_a_cycle_shows_every_manner_of_answering(seed: int) -> None:
    manners = {deed.manner for deed in a_cycle(seed)[2]}
    assert manners == set(Manner)


@pytest.mark.parametrize("seed", range(5))
def test_the_whole_channel_is_called_once(seed: int) -> None:
    shouts = [deed for deed in a_cycle(seed)[2] if "<!channel>" in deed.text]
    assert len(shouts) == 1


def test_most_people_answer_and_not_everybody() -> None:
    said = Counter(deed.ts for deed in a_cycle()[2] if deed.kind is DeedKind.SAY)
    assert sum(said.values()) / len(CYCLE) >= 6
    assert sum(said.values()) / len(CYCLE) < 11


def test_coordinators_and_the_board_answer_no_prompt() -> None:
    speakers = {deed.person for deed in a_cycle()[2]}
    assert not speakers & {*COORDINATORS, *BOARD_MEMBERS}


def test_nobody_says_the_same_words_in_two_channels() -> None:
    said = [d.text for d in a_cycle()[2] if d.kind is DeedKind.SAY and d.manner is Manner.PLAIN]
    assert len(set(said)) == len(said)


def test_each_person_chooses_their_sector_once() -> None:
    chosen = [deed for deed in a_cycle()[2] if deed.kind is DeedKind.CHOOSE]
    assert len({deed.person for deed in chosen}) == len(chosen) == 11


def test_people_speak_the_words_of_their_own_sector() -> None:
    _workspace, cast = entered()
    sectors = {person.id: person.sector for person in cast.seating.people}
    words = shipped_words()["LC4"]
    message = {"channel": ASKING_CHANNELS[0], "ts": "1799142000.000100", "bot_id": "B0"}
    deeds = cast.answer(message | {"text": "What word? (LC4)"})
    plain = [d for d in deeds if d.kind is DeedKind.SAY and d.manner is Manner.PLAIN]
    assert all(deed.text == words[sectors[deed.person]] for deed in plain)


def test_deeds_come_in_the_order_of_their_time() -> None:
    workspace, cast = entered()
    ask(workspace, ASKING_CHANNELS[0], "BB2")
    times = [deed.due_at for deed in cast.look()]
    assert times
    assert all(one <= other for one, other in pairwise(times))


def test_a_late_answer_comes_after_the_window() -> None:
    late = [d for d in a_cycle()[2] if d.manner is Manner.LATE and d.kind is DeedKind.SAY]
    posted = [datetime.fromtimestamp(float(deed.ts), UTC) for deed in late]
    assert late
    assert all(d.due_at - at >= timedelta(days=15) for d, at in zip(late, posted, strict=True))


def test_a_prompt_is_answered_once() -> None:
    workspace, cast = entered()
    ask(workspace, ASKING_CHANNELS[0], "BB2")
    assert cast.look()
    assert cast.look() == []


@pytest.mark.parametrize("channel", [COORDINATORS_CHANNEL, BOARD_CHANNEL])
def test_what_is_shown_to_coordinators_or_the_board_is_no_prompt(channel: str) -> None:
    _workspace, cast = entered()
    message = {"channel": channel, "ts": "1799142000.000100", "bot_id": "B0", "text": "? (BB1)"}
    assert cast.answer(message) == []


@pytest.mark.parametrize(
    "change",
    [
        {"bot_id": None},
        {"text": "Thank you, everybody"},
        {"thread_ts": "1799141000.000100"},
    ],
    ids=["a person's words", "no practice", "a line in a thread"],
)
def test_what_is_not_a_prompt_is_not_answered(change: dict[str, object]) -> None:
    _workspace, cast = entered()
    prompt = {"channel": ASKING_CHANNELS[0], "ts": "1799142000.000100", "bot_id": "B0"}
    assert cast.answer(prompt | {"text": "What? (BB1)"} | change) == []


def do_all(workspace: Workspace, cast: Cast, deeds: list[Deed]) -> None:
    for deed in sorted(deeds, key=lambda deed: deed.due_at):
        if deed.due_at > workspace.clock.now() + timedelta(seconds=1):
            workspace.clock.go_to(deed.due_at)
        cast.do(deed)


def test_what_was_said_edited_and_deleted_is_in_the_threads() -> None:
    workspace, cast, deeds = a_cycle()
    do_all(workspace, cast, deeds)
    messages = [m for channel in ASKING_CHANNELS for m in workspace.messages(channel)]
    replies = [m for m in messages if m.get("client_msg_id")]
    assert len(replies) == cast.tally[DeedKind.SAY] - cast.tally[DeedKind.DELETE]
    assert len([m for m in replies if m.get("edited")]) == cast.tally[DeedKind.EDIT]
    assert all(m["thread_ts"] for m in replies)
    assert len([m for m in messages if m.get("reactions")]) >= cast.tally[DeedKind.REACT] > 0
    assert [m for m in replies if m.get("subtype") == "thread_broadcast"]


def test_an_edit_ends_with_the_whole_words() -> None:
    workspace, cast, deeds = a_cycle()
    do_all(workspace, cast, deeds)
    edited = {d.text for d in deeds if d.kind is DeedKind.EDIT}
    whole = {words for by_sector in shipped_words().values() for words in by_sector.values()}
    assert edited
    assert edited <= whole


def test_a_press_that_finds_no_button_is_kept_as_undone() -> None:
    workspace, cast, deeds = a_cycle()
    do_all(workspace, cast, deeds)
    kinds = {deed.kind for deed in cast.undone}
    assert kinds == {DeedKind.PRESS, DeedKind.CHOOSE, DeedKind.CONFIDE}
    assert len(cast.undone) + sum(cast.tally.values()) == len(deeds)


def private_line(workspace: Workspace, person: str, channel: str, method: str) -> None:
    options = [{"text": {"type": "plain_text", "text": "Police"}, "value": "police"}]
    elements = [
        {
            "type": "button",
            "action_id": "quote",
            "text": {"type": "plain_text", "text": QUOTE_LABEL},
        },
        {
            "type": "static_select",
            "action_id": "sector",
            "placeholder": {"type": "plain_text", "text": "What you bring"},
            "options": options,
        },
    ]
    line: dict[str, object] = {"channel": channel, "user": person, "text": "Thank you"}
    line |= {"blocks": [{"type": "actions", "elements": elements}]}
    body = workspace.call(method, line, workspace.app.bot_token).body
    assert body["ok"], body


@pytest.mark.parametrize("method", ["chat.postEphemeral", "chat.postMessage"])
def test_a_button_and_a_sector_on_the_private_line_are_used(method: str) -> None:
    """Whether the app says it in the channel, to one person only, or in a direct message."""
    workspace, cast = entered()
    channel = ASKING_CHANNELS[0]
    asked = Asked(channel, ask(workspace, channel, "BB1"), START)
    police = next(person for person in cast.seating.people if person.sector == "police")
    said, press = deeds_of(police, asked, "Half formed words.", Manner.QUOTES, Random(1))  # noqa: S311  a play
    cast.do(said)
    where = workspace.people.open_dm(police.id) if method == "chat.postMessage" else channel
    private_line(workspace, police.id, where, method)
    assert cast.do(press)
    assert cast.do(choice_of_sector(said, "police"))
    seen = workspace.view_for(police.id)["channels"]
    lines = [line for place in seen for line in [*place["messages"], *place["ephemerals"]]]
    (chosen,) = [line["values"] for line in lines if "values" in line]
    assert "'value': 'police'" in str(chosen)
    assert cast.tally == {DeedKind.SAY: 1, DeedKind.PRESS: 1, DeedKind.CHOOSE: 1}


def test_a_reply_to_a_prompt_that_has_gone_is_undone() -> None:
    workspace, cast = entered()
    ts = ask(workspace, ASKING_CHANNELS[0], "BB1")
    deeds = cast.look()
    gone = {"channel": ASKING_CHANNELS[0], "ts": ts}
    workspace.call("chat.delete", gone, workspace.app.bot_token)
    assert not any(cast.do(deed) for deed in deeds)
    assert cast.undone == deeds


def test_somebody_belongs_to_another_organization_in_a_shared_channel() -> None:
    workspace, cast = entered()
    outside = {person.id for person in cast.seating.people if workspace.is_external(person.id)}
    shared = [channel for channel in cast.seating.channels if channel.is_ext_shared]
    assert all(outside & set(channel.members) for channel in shared)
    alone = [channel for channel in cast.seating.channels if not channel.is_ext_shared]
    assert not any(outside & set(channel.members) for channel in alone)
