"""Changes of who and where: coordinators, channels, the safeguarding numbers."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal

from bot.core.partnership import Channel, Partnership
from bot.core.places import is_group
from bot.core.steering.edit import CannotSteerError, Edit, Steered, changed
from bot.core.values import Value
from bot.core.words import counted, day_in_words, listed

WAYS = ("second_eyes", "weekly_line")
"""How coordinators work together, on or off: names as in a schedule file."""


def coordinators(
    people: Sequence[str],
    by: str,
    deputies: Sequence[str] = (),
    readers: Sequence[str] = (),
    ways: Collection[str] | None = None,
) -> Edit:
    """Who has a role from now on, and which of WAYS are on (None: as before). `by` may hand over,
    but somebody must coordinate. User groups stay as they are: a form can name people only."""

    def edit(partnership: Partnership, _today: date) -> Steered:
        named = partnership.coordinators
        if not _with_groups(people, named.people):
            raise CannotSteerError("Somebody must coordinate. Choose at least one person.")
        leaving = by in named.people and by not in people
        handed = " Whoever changed this is not one of them any more." if leaving else ""
        people_now = len(set(people))
        number = counted(people_now, "coordinator", "coordinators")
        written = named.model_dump(by_alias=True) | {
            "people": _with_groups(people, named.people),
            "deputies": _with_groups(deputies, named.deputies),
            "readers": _with_groups(readers, named.readers),
        }
        if ways is not None:
            written |= {way: way in ways for way in WAYS}
        what = f"There {'is' if people_now == 1 else 'are'} now {number}.{handed}"
        return changed(partnership, what, coordinators=written)

    return edit


def _with_groups(chosen: Sequence[str], before: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*chosen, *filter(is_group, before)]))


def channels(asked: Sequence[Channel]) -> Edit:
    """In which channels members are asked from now on."""

    def edit(partnership: Partnership, _today: date) -> Steered:
        if not asked:
            raise CannotSteerError("Choose at least one channel in which members are asked.")
        names = listed([f"#{each.name}" for each in asked])
        written = [each.model_dump(by_alias=True) for each in asked]
        return changed(partnership, f"Members are asked in {names}.", channels=written)

    return edit


def numbers(front_door: str, out_of_hours: str, lado: str, checked_on: date) -> Edit:
    """The safeguarding numbers on every prompt, and the day on which somebody checked them."""

    def edit(partnership: Partnership, today: date) -> Steered:
        if checked_on > today:
            raise CannotSteerError(
                f"The numbers cannot have been checked on {day_in_words(checked_on)}, which is "
                "still to come. Ring or look up all three, then write the day on which you did."
            )
        keys = {"front_door": front_door, "out_of_hours": out_of_hours, "lado": lado}
        what = f"The safeguarding numbers were checked on {day_in_words(checked_on)}."
        was = partnership.safeguarding.model_dump(by_alias=True)
        return changed(partnership, what, safeguarding=was | keys | {"checked_on": checked_on})

    return edit


class Keeping(Value):
    """What members are promised about their words: the settings a coordinator may change here."""

    quotes: Literal["ask", "assumed", "never"] = "ask"
    minimum_people: int = 5
    keep_replies_months: int = 6
    keep_digests_years: int = 6
    legal_hold: bool = False


def keeping(wished: Keeping) -> Edit:
    """What is printed, and what is kept for how long, from now on; every prompt says it."""

    def edit(partnership: Partnership, _today: date) -> Steered:
        was = partnership.privacy.model_dump(by_alias=True)
        hold = (
            "Nothing is deleted for now." if wished.legal_hold else "Deletion goes on as promised."
        )
        what = f"What members are promised about their words is changed. {hold}"
        return changed(partnership, what, privacy=was | wished.model_dump())

    return edit
