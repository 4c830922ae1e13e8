"""Changes of single prompts before they go out: skip, choose, word anew, move, never ask."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.core.asking.wording.judging import remarks_on
from bot.core.guard.language import Term
from bot.core.partnership import Partnership
from bot.core.prompts import PromptBank
from bot.core.steering.edit import CannotSteerError, Edit, Steered, changed, must_come
from bot.core.words import day_in_words


def skip(on: date, reason: str = "") -> Edit:
    """Nothing is asked on that day."""

    def edit(partnership: Partnership, today: date) -> Steered:
        must_come(on, today)
        others = _others(partnership, "skip", on)
        what = f"The prompt of {day_in_words(on)} is skipped."
        return changed(partnership, what, skip=[*others, {"on": on, "reason": reason}])

    return edit


def unskip(on: date) -> Edit:
    """That day is asked after all."""

    def edit(partnership: Partnership, today: date) -> Steered:
        must_come(on, today)
        what = f"{day_in_words(on)} is not skipped any more."
        return changed(partnership, what, skip=_others(partnership, "skip", on))

    return edit


def choose(on: date, prompt_id: str, bank: PromptBank) -> Edit:
    """One prompt of the bank for that day, whatever would have been chosen."""

    def edit(partnership: Partnership, today: date) -> Steered:
        must_come(on, today)
        prompt = bank.get(prompt_id)
        if prompt is None:
            raise CannotSteerError(f"The prompt bank holds no “{prompt_id}”.")
        others = _others(partnership, "pin", on)
        what = f"On {day_in_words(on)} the question is “{prompt.text}”"
        pins = [*others, {"on": on, "prompt": prompt_id}]
        return changed(partnership, what, pin=pins, reword=_others(partnership, "reword", on))

    return edit


def leave_to_dots(on: date) -> Edit:
    """The prompt of that day is chosen as usual again, in its own words."""

    def edit(partnership: Partnership, today: date) -> Steered:
        must_come(on, today)
        what = f"The question of {day_in_words(on)} is chosen by Dots again."
        pins, words = _others(partnership, "pin", on), _others(partnership, "reword", on)
        return changed(partnership, what, pin=pins, reword=words)

    return edit


def reword(on: date, text: str, terms: Iterable[Term] = ()) -> Edit:
    """The question of that day in other words; they are held to the rules for prompts, and to
    the `terms` that label or blame."""
    words = " ".join(text.split())

    def edit(partnership: Partnership, today: date) -> Steered:
        must_come(on, today)
        if broken := [each for each in remarks_on(words, terms) if each.is_error]:
            raise CannotSteerError(" ".join(f"{each.found}: {each.advice}" for each in broken))
        others = _others(partnership, "reword", on)
        what = f"The question of {day_in_words(on)} is worded anew: “{words}”"
        return changed(partnership, what, reword=[*others, {"on": on, "text": words}])

    return edit


def move_day(on: date, to: date, reason: str = "") -> Edit:
    """The prompt of one day is sent on another, with the question chosen for it; planning says
    why, where it cannot. `on` is the day on which it stands now."""

    def edit(partnership: Partnership, today: date) -> Steered:
        must_come(on, today)
        must_come(to, today)
        counted = next((each.on for each in partnership.move if each.to == on), on)
        moves = [each.model_dump() for each in partnership.move if each.on != counted]
        if to != counted:
            moves.append({"on": counted, "to": to, "reason": reason})
        taken = {key: _taken_along(partnership, key, on, to) for key in ("pin", "reword")}
        what = f"The prompt of {day_in_words(on)} moves to {day_in_words(to)}."
        return changed(partnership, what, move=moves, **taken)

    return edit


def _taken_along(partnership: Partnership, key: str, on: date, to: date) -> list[dict[str, Any]]:
    here = [each for each in getattr(partnership, key) if each.on == on]
    return [*_others(partnership, key, on), *({**each.model_dump(), "on": to} for each in here)]


def never_ask(prompt_id: str) -> Edit:
    """This prompt is not asked here any more."""

    def edit(partnership: Partnership, _today: date) -> Steered:
        left_out = dict.fromkeys([*partnership.leave_out, prompt_id])
        return changed(partnership, f"{prompt_id} is never asked here.", leave_out=[*left_out])

    return edit


def _others(partnership: Partnership, key: str, on: date) -> list[dict[str, Any]]:
    return [each.model_dump(by_alias=True) for each in getattr(partnership, key) if each.on != on]
