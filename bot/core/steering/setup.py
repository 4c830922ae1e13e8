"""Making a partnership step by step: what was given so far, what is missing, what it becomes.

Stores nothing, and knows no channel but by what Slack said of it.
"""

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from pydantic import ValidationError

from bot.core.partnership import Meeting, Partnership
from bot.core.places import CASE_WORK, Nation
from bot.core.steering.edit import CannotSteerError
from bot.core.steering.typed import meetings_typed
from bot.core.values import Value


class Step(StrEnum):
    """The forms of the set-up, in their order."""

    WHO = "who"
    BOARD = "board"
    ASKING = "asking"
    NUMBERS = "numbers"
    KEEPING = "keeping"


STEPS = tuple(Step)


class Place(Value):
    """A channel as Slack describes it. `shared`: people of other organisations are in it."""

    id: str
    name: str
    shared: bool = False
    archived: bool = False
    member: bool = False

    @property
    def suggests_case_work(self) -> bool:
        """True when the name sounds like a panel on cases, where Dots does not belong."""
        return bool(CASE_WORK.intersection(re.split(r"[^a-z]+", self.name.lower())))


class SetUp(Value):
    """Everything given so far, as it was filled in; "" and () where nothing was. `places` are the
    channels as Slack last described them."""

    name: str = ""
    nation: Nation = Nation.ENGLAND
    people: tuple[str, ...] = ()
    coordination: str = ""
    board: str = "the board"
    board_channel: str = ""
    meetings: str = ""
    channels: tuple[str, ...] = ()
    prompts: int = 6
    every: int = 9
    strategic: str = ""
    front_door: str = ""
    out_of_hours: str = ""
    lado: str = ""
    checked_on: date | None = None
    quotes: Literal["ask", "assumed", "never"] = "ask"
    minimum_people: int = 5
    keep_replies_months: int = 6
    keep_digests_years: int = 6
    hold: Literal["", "yes", "no"] = ""
    places: tuple[Place, ...] = ()

    @property
    def uses(self) -> tuple[str, ...]:
        """The ids of every channel that was chosen."""
        chosen = (self.coordination, self.board_channel, *self.channels)
        return tuple(dict.fromkeys(filter(None, chosen)))


CONFIRMATION = "strategic"
"""The word that confirms that a channel with a name like a case panel's is not one."""


def first_open(setup: SetUp, today: date) -> Step | None:
    """The first step that is not complete; None when all are."""
    return next((step for step in STEPS if mistakes(setup, step, today)), None)


def mistakes(setup: SetUp, step: Step, today: date) -> dict[str, str]:
    """What is wrong or missing in one step, by the field under which it is said."""
    return {
        Step.WHO: _of_who,
        Step.BOARD: _of_board,
        Step.ASKING: _of_asking,
        Step.NUMBERS: _of_numbers,
        Step.KEEPING: _of_keeping,
    }[step](setup, today)


def case_work(setup: SetUp) -> tuple[str, ...]:
    """The names of asking channels that sound like case work and were not confirmed in words."""
    if setup.strategic.strip().lower() == CONFIRMATION:
        return ()
    asked = [place for place in setup.places if place.id in setup.channels]
    return tuple(place.name for place in asked if place.suggests_case_work)


def partnership_of(setup: SetUp, taken: Collection[str], today: date) -> Partnership:
    """The partnership that was set up, live from the start. `taken` are ids in use.

    Raises CannotSteerError with everything that is wrong, at once.
    """
    wrong = [said for step in STEPS for said in mistakes(setup, step, today).values()]
    wrong += [
        f"Dots cannot see the channel {each}. If it is private, invite Dots there first with "
        "/invite @Dots, then go on."
        for each in _unknown(setup)
    ]
    if wrong:
        raise CannotSteerError("\n".join(dict.fromkeys(wrong)))
    names = {place.id: place.name for place in setup.places}
    try:
        return Partnership.model_validate(_written(setup, names, _new_id(setup.name, taken), today))
    except ValidationError as error:
        found = [each["msg"].removeprefix("Value error, ") for each in error.errors()]
        raise CannotSteerError("\n".join(dict.fromkeys(found))) from None


def _of_who(setup: SetUp, _today: date) -> dict[str, str]:
    missing = {
        "name": (setup.name.strip(), "Write the partnership's name."),
        "people": (setup.people, "Choose at least one coordinator."),
        "coordination": (setup.coordination, "Choose the coordinators' own channel."),
    }
    return {field: said for field, (given, said) in missing.items() if not given}


def _of_board(setup: SetUp, today: date) -> dict[str, str]:
    wrong = {}
    if not setup.board.strip():
        wrong["board"] = "Write what people call the board, such as: the board."
    if not setup.board_channel:
        wrong["board_channel"] = "Choose the channel in which the board reads."
    elif setup.board_channel == setup.coordination:
        wrong["board_channel"] = (
            "The board's channel must be another than the coordinators': drafts are posted there."
        )
    try:
        meetings_typed(setup.meetings, today)
    except CannotSteerError as error:
        wrong["meetings"] = str(error)
    return wrong


def _of_asking(setup: SetUp, _today: date) -> dict[str, str]:
    if not setup.channels:
        return {"channels": "Choose at least one channel in which members are asked."}
    if setup.coordination in setup.channels:
        return {
            "channels": "The coordinators' own channel cannot be one in which members are asked: "
            "drafts are posted there."
        }
    return {}


def _of_numbers(setup: SetUp, today: date) -> dict[str, str]:
    wrong = {
        field: "Write a telephone number, such as 01632 960001."
        for field in ("front_door", "out_of_hours", "lado")
        if not re.fullmatch(r"[0-9 +()-]{3,40}", getattr(setup, field).strip())
    }
    if setup.checked_on is None or setup.checked_on > today:
        wrong["checked_on"] = "Ring or look up all three, then choose the day on which you did."
    return wrong


def _of_keeping(setup: SetUp, _today: date) -> dict[str, str]:
    if setup.hold:
        return {}
    return {
        "hold": "Ask your records officer, then choose: Dots must not delete what must be kept."
    }


def _unknown(setup: SetUp) -> list[str]:
    known = {place.id for place in setup.places}
    return [each for each in setup.uses if each not in known]


def _written(
    setup: SetUp, names: dict[str, str], partnership_id: str, today: date
) -> dict[str, Any]:
    def channel(channel_id: str) -> dict[str, str]:
        return {"id": channel_id, "name": names[channel_id][:80]}

    meetings: tuple[Meeting, ...] = meetings_typed(setup.meetings, today)
    return {
        "id": partnership_id,
        "name": " ".join(setup.name.split()),
        "nation": setup.nation,
        "channels": [channel(each) for each in setup.channels],
        "board": {
            "name": " ".join(setup.board.split()),
            "channel": channel(setup.board_channel),
            "meetings": [each.model_dump() for each in meetings],
        },
        "coordinators": {
            "channel": channel(setup.coordination),
            "people": list(dict.fromkeys(setup.people)),
        },
        "safeguarding": {
            "front_door": setup.front_door,
            "out_of_hours": setup.out_of_hours,
            "lado": setup.lado,
            "checked_on": setup.checked_on,
        },
        "cadence": {"prompts": setup.prompts, "every": setup.every, "open_for": setup.every - 1},
        "privacy": {
            "quotes": setup.quotes,
            "minimum_people": setup.minimum_people,
            "keep_replies_months": setup.keep_replies_months,
            "keep_digests_years": setup.keep_digests_years,
            "legal_hold": setup.hold == "yes",
        },
    }


def _new_id(name: str, taken: Collection[str]) -> str:
    """A short name made of the partnership's, numbered if another has it."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:32].strip("-")
    base = words if len(words) > 1 else "partnership"
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(each for each in numbered if each not in taken)
