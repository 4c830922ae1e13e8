"""Plans one person's answer to one prompt as deeds with times. Performs none of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from bot.rehearsal.world.state import Person


class DeedKind(StrEnum):
    """What a person does; each kind is counted apart."""

    SAY = "say"
    EDIT = "edit"
    DELETE = "delete"
    REACT = "react"
    PRESS = "press"
    CHOOSE = "choose"
    CONFIDE = "confide"


class Manner(StrEnum):
    """One way of answering a prompt."""

    PLAIN = "says it and leaves"
    QUOTES = "says yes to being quoted"
    LEAVES_OUT = "asks to be left out"
    TAKES_BACK = "takes it back"
    EDITS = "starts, and finishes it later"
    DELETES = "deletes it the next day"
    BROADCASTS = "also sends it to the channel"
    LATE = "answers after the window"
    EMOJI = "answers with an emoji only"
    REACTS = "only reacts to the prompt"
    CONFIDES = "answers privately, for the board"
    CONFIDES_ONLY = "answers privately, for the coordinators only"
    SHOUTS = "calls the whole channel"


QUOTE_LABEL = "Quote me by sector"
LEAVE_OUT_LABEL = "Leave me out"
TAKE_BACK_LABEL = "Take it back"
WITHOUT_NAME_LABEL = "The board, without my name"
ONLY_COORDINATORS_LABEL = "The coordinators only"

_DECK = (
    (Manner.QUOTES,) * 7
    + (Manner.PLAIN,) * 3
    + (Manner.EDITS,) * 2
    + (
        Manner.LEAVES_OUT,
        Manner.TAKES_BACK,
        Manner.DELETES,
        Manner.BROADCASTS,
        Manner.LATE,
        Manner.EMOJI,
        Manner.REACTS,
        Manner.CONFIDES,
        Manner.CONFIDES,
        Manner.CONFIDES_ONLY,
    )
)
"""Twenty-two answers in which each manner occurs: most people say it and agree to be quoted."""

_DELAYS_MINUTES = (4, 9, 22, 50, 130, 250, 24 * 60, 25 * 60, 49 * 60, 4 * 24 * 60)
"""Minutes from prompt to answer: half on the same morning, the rest within four days (a judgment;
a window is open for eight working days by default)."""

_LATE_AFTER = timedelta(days=16)
"""Past the end of a default window (eight working days), even with a weekend and a bank holiday."""


@dataclass(frozen=True)
class Deed:
    """One thing that one person will do about the prompt at `ts`.

    `of` is the id of the saying whose message it changes; `label` is what is pressed or chosen.
    """

    id: str
    kind: DeedKind
    person: str
    channel: str
    due_at: datetime
    manner: Manner
    ts: str
    text: str = ""
    broadcast: bool = False
    emoji: str = ""
    label: str = ""
    of: str = ""


@dataclass(frozen=True)
class Asked:
    """A prompt that somebody has seen: where it stands, and when it was posted."""

    channel: str
    ts: str
    posted_at: datetime


def manners(rng: Random) -> Iterator[Manner]:
    """Endless manners: whole shuffled decks, so that a cycle shows each; one shout in all."""
    deck = [*_DECK, Manner.SHOUTS]
    while True:
        rng.shuffle(deck)
        yield from deck
        deck = list(_DECK)


def deeds_of(person: Person, asked: Asked, words: str, manner: Manner, rng: Random) -> list[Deed]:
    """The deeds of one answer, in order of time; the first stands in the prompt's thread."""
    first = _first(person, asked, manner, asked.posted_at + _delay(manner, rng))
    if manner in _CONFIDED:
        return [replace(first, kind=DeedKind.CONFIDE, text=words, label=_CONFIDED[manner])]
    if manner is Manner.REACTS:
        return [replace(first, kind=DeedKind.REACT, emoji="eyes")]
    text = _first_words(manner, words)
    said = replace(first, text=text, broadcast=manner is Manner.BROADCASTS)
    return [said, *_afterwards(said, words)]


def choice_of_sector(said: Deed, sector: str) -> Deed:
    """The person says which sector they bring, a minute after their first words."""
    return replace(_next(said, DeedKind.CHOOSE, timedelta(minutes=1)), label=sector)


def _first(person: Person, asked: Asked, manner: Manner, due_at: datetime) -> Deed:
    return Deed(
        id=f"{asked.channel}/{asked.ts}/{person.id}",
        kind=DeedKind.SAY,
        person=person.id,
        channel=asked.channel,
        due_at=due_at,
        manner=manner,
        ts=asked.ts,
    )


def _next(said: Deed, kind: DeedKind, after: timedelta) -> Deed:
    return replace(
        said,
        id=f"{said.id}/{kind}",
        kind=kind,
        due_at=said.due_at + after,
        of=said.id,
        text="",
        broadcast=False,
    )


def _delay(manner: Manner, rng: Random) -> timedelta:
    if manner is Manner.LATE:
        return _LATE_AFTER
    return timedelta(minutes=rng.choice(_DELAYS_MINUTES), seconds=rng.randrange(60))


def _first_words(manner: Manner, words: str) -> str:
    if manner is Manner.EMOJI:
        return ":raised_hands:"
    if manner is Manner.SHOUTS:
        return f"<!channel> {words}"
    if manner is Manner.EDITS:
        started = words.split()
        return " ".join(started[: len(started) // 2]) + " ..."
    return words


_CONFIDED = {
    Manner.CONFIDES: WITHOUT_NAME_LABEL,
    Manner.CONFIDES_ONLY: ONLY_COORDINATORS_LABEL,
}

_PRESSED = {
    Manner.QUOTES: QUOTE_LABEL,
    Manner.LEAVES_OUT: LEAVE_OUT_LABEL,
    Manner.TAKES_BACK: TAKE_BACK_LABEL,
}


def _afterwards(said: Deed, words: str) -> list[Deed]:
    if label := _PRESSED.get(said.manner):
        return [replace(_next(said, DeedKind.PRESS, timedelta(minutes=2)), label=label)]
    if said.manner is Manner.EDITS:
        return [replace(_next(said, DeedKind.EDIT, timedelta(minutes=25)), text=words)]
    if said.manner is Manner.DELETES:
        return [_next(said, DeedKind.DELETE, timedelta(hours=20))]
    return []
