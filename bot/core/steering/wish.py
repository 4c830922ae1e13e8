"""A coordinator's wish as a plain value that survives the way through a form, and its edit."""

from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from bot.core.guard.language import Term
from bot.core.partnership import Channel, Meeting
from bot.core.prompts import PromptBank
from bot.core.steering import askings, dates, people
from bot.core.steering.edit import CannotSteerError, Edit
from bot.core.steering.people import Keeping
from bot.core.values import Value

_Given = TypeVar("_Given")


class WishKind(StrEnum):
    """What a coordinator may wish for."""

    SKIP = "skip"
    UNSKIP = "unskip"
    CHOOSE = "choose"
    REWORD = "reword"
    LEAVE_TO_DOTS = "leave-to-dots"
    MOVE_DAY = "move-day"
    NEVER_ASK = "never-ask"
    ADD_MEETING = "add-meeting"
    MOVE_MEETING = "move-meeting"
    CANCEL_MEETING = "cancel-meeting"
    GO_ON = "go-on"
    PAUSE = "pause"
    RESUME = "resume"
    QUIET = "quiet"
    NOT_QUIET = "not-quiet"
    CHANNELS = "channels"
    COORDINATORS = "coordinators"
    NUMBERS = "numbers"
    KEEPING = "keeping"


class Wish(Value):
    """One wish with what was filled in for it; what its kind does not need stays empty.

    `by` is the coordinator's user id. `on` is the day it is about, `to` where it goes or ends.
    """

    kind: WishKind
    by: str
    on: date | None = None
    to: date | None = None
    at: time | None = None
    meetings: tuple[Meeting, ...] = ()
    prompt: str = ""
    text: str = ""
    reason: str = ""
    people: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    ways: tuple[str, ...] | None = None
    channels: tuple[Channel, ...] = ()
    front_door: str = ""
    out_of_hours: str = ""
    lado: str = ""
    keeping: Keeping = Keeping()


def edit_of(wish: Wish, bank: PromptBank, terms: Iterable[Term] = ()) -> Edit:
    """The change that a wish stands for. Raises CannotSteerError where something is missing."""
    match wish.kind:
        case WishKind.CHANNELS:
            return people.channels(wish.channels)
        case WishKind.COORDINATORS:
            return people.coordinators(wish.people, wish.by, wish.deputies, wish.readers, wish.ways)
        case WishKind.KEEPING:
            return people.keeping(wish.keeping)
        case WishKind.NEVER_ASK:
            return askings.never_ask(wish.prompt)
        case WishKind.NUMBERS:
            checked_on = _needed(wish.on, "the day on which the numbers were checked")
            return people.numbers(wish.front_door, wish.out_of_hours, wish.lado, checked_on)
        case WishKind.SKIP | WishKind.UNSKIP | WishKind.CHOOSE | WishKind.REWORD:
            return _of_asking(wish, bank, terms)
        case WishKind.LEAVE_TO_DOTS | WishKind.MOVE_DAY:
            return _of_asking(wish, bank, terms)
        case _:
            return _of_dates(wish)


def _of_asking(wish: Wish, bank: PromptBank, terms: Iterable[Term]) -> Edit:
    on = _needed(wish.on, "the day of the prompt")
    match wish.kind:
        case WishKind.SKIP:
            return askings.skip(on, wish.reason)
        case WishKind.UNSKIP:
            return askings.unskip(on)
        case WishKind.CHOOSE:
            return askings.choose(on, wish.prompt, bank)
        case WishKind.REWORD:
            return askings.reword(on, wish.text, terms)
        case WishKind.MOVE_DAY:
            return askings.move_day(on, _needed(wish.to, "the new day"), wish.reason)
        case _:
            return askings.leave_to_dots(on)


def _of_dates(wish: Wish) -> Edit:
    if wish.kind is WishKind.ADD_MEETING and wish.meetings:
        return dates.add_meetings(wish.meetings)
    on = _needed(wish.on, "a day")
    match wish.kind:
        case WishKind.ADD_MEETING:
            return dates.add_meetings([Meeting(on=on, at=_needed(wish.at, "the time"))])
        case WishKind.MOVE_MEETING:
            to, at = _needed(wish.to, "the new day"), _needed(wish.at, "the time")
            return dates.move_meeting(on, to, at)
        case WishKind.CANCEL_MEETING:
            return dates.cancel_meeting(on)
        case WishKind.GO_ON:
            return dates.go_on(on)
        case WishKind.PAUSE:
            return dates.pause(on, wish.to, wish.reason)
        case WishKind.RESUME:
            return dates.resume(on)
        case WishKind.QUIET:
            return dates.quiet(on, wish.to, wish.reason)
        case _:
            return dates.not_quiet(on)


def _needed(given: _Given | None, what: str) -> _Given:
    if given is None:
        raise CannotSteerError(f"Please say {what}.")
    return given
