"""Chooses the questions that the board takes into the room: one for each principle."""

from collections.abc import Collection, Sequence

from bot.core.digest.digest import BoardQuestion
from bot.core.digest.lots import lot
from bot.core.framework import PRACTICES, Principle
from bot.core.prompts import ClosingQuestion


def board_questions(
    closing: Sequence[ClosingQuestion], practices: Collection[str], cycle_id: str
) -> tuple[BoardQuestion, ...]:
    """One question for each principle, in the principles' order.

    Drawn by lot among those about practices asked in this cycle; among all of the principle
    when none was asked. A principle without any question in the bank has none here.
    """
    return tuple(
        question
        for principle in Principle
        for question in _drawn(closing, practices, principle, cycle_id)
    )


def _drawn(
    closing: Sequence[ClosingQuestion],
    practices: Collection[str],
    principle: Principle,
    cycle_id: str,
) -> tuple[BoardQuestion, ...]:
    own = [one for one in closing if PRACTICES[one.practice].principle is principle]
    fitting = [one for one in own if one.practice in practices] or own
    ranked = sorted(fitting, key=lambda one: lot(cycle_id, one.id))
    return tuple(
        BoardQuestion(id=one.id, practice=one.practice, text=one.text) for one in ranked[:1]
    )
