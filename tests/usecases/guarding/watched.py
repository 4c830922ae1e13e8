"""A town whose replies are looked at by simple detectors, and what people are told there."""

from datetime import timedelta

from bot.core.guard.finding import Detector
from bot.core.guard.held import HeldThing
from bot.core.messages import (
    AboutMessage,
    AlertMessage,
    HoldMessage,
    WarningMessage,
    WordingMessage,
)
from bot.core.replies import Heard
from bot.store.answering import held
from bot.usecases.board.release import Released, release
from tests.usecases.answering.privately import PHONE, notices
from tests.usecases.anytown import COORDINATOR, COORDINATORS, Town

MINUTE = timedelta(minutes=1)
CONCERN, BLAME = "not safe tonight", "made poor choices"


def watch(town: Town) -> None:
    """From now on a telephone number, a concern and a phrase are noticed."""
    town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    town.detectors[Detector.CONCERN] = notices(CONCERN, Detector.CONCERN, "at-risk")
    town.detectors[Detector.LANGUAGE] = notices(BLAME, Detector.LANGUAGE, "poor-choices")


def said(town: Town, user_id: str, text: str, number: int = 0) -> Heard:
    """A member answers in the thread, and everything that follows has happened."""
    words = town.say(user_id, text, number=number)
    town.go_to(town.now + MINUTE)
    return words


def subject(words: Heard) -> str:
    return f"{words.channel_id}/{words.ts}"


def known(town: Town, of: str) -> HeldThing:
    with town.store.read() as tx:
        thing = held.by_subject(tx, of)
    assert thing is not None
    return thing


def release_it(
    town: Town,
    of: str,
    who: str = COORDINATOR,
    reason: str = "A published helpline.",
    version: int | None = None,
) -> Released:
    seen = known(town, of).version if version is None else version
    return release(town.store, town.book, of, who, seen, reason, town.now)


def to(town: Town, user_id: str, kind: type[AboutMessage]) -> list[AboutMessage]:
    """What one person was told privately."""
    return [
        each.message
        for each in town.slack.said
        if isinstance(each.message, kind)
        and (each.only_to == user_id or each.channel_id == f"D{user_id[1:]}")
    ]


def warnings(town: Town, user_id: str) -> list[str]:
    found = to(town, user_id, WarningMessage)
    return ["\n".join(each.lines) for each in found if isinstance(each, WarningMessage)]


def nudges(town: Town, user_id: str) -> list[str]:
    found = to(town, user_id, WordingMessage)
    return ["\n".join(each.lines) for each in found if isinstance(each, WordingMessage)]


def alerts(town: Town, user_id: str) -> list[AlertMessage]:
    return [each for each in to(town, user_id, AlertMessage) if isinstance(each, AlertMessage)]


def before_coordinators(town: Town) -> list[HoldMessage]:
    """The messages about held replies as they stand in the coordinators' channel now."""
    return [
        each.message
        for each in town.slack.in_channel(COORDINATORS)
        if isinstance(each.message, HoldMessage)
    ]
