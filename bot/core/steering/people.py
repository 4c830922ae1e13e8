"""Changes of who and where: coordinators, channels, the safeguarding numbers."""

from collections.abc import Sequence
from datetime import date

from bot.core.partnership import Channel, Partnership
from bot.core.steering.edit import CannotSteerError, Edit, Steered, changed
from bot.core.words import counted, day_in_words, listed


def coordinators(people: Sequence[str], by: str) -> Edit:
    """Who coordinates from now on. `by` may hand over, but somebody must be left."""

    def edit(partnership: Partnership, _today: date) -> Steered:
        if not people:
            raise CannotSteerError("Somebody must coordinate. Choose at least one person.")
        leaving = by in partnership.coordinators.people and by not in people
        handed = " Whoever changed this is not one of them any more." if leaving else ""
        people_now = len(set(people))
        number = counted(people_now, "coordinator", "coordinators")
        written = partnership.coordinators.model_dump(by_alias=True)
        written["people"] = list(dict.fromkeys(people))
        what = f"There {'is' if people_now == 1 else 'are'} now {number}.{handed}"
        return changed(partnership, what, coordinators=written)

    return edit


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
