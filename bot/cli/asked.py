"""What was asked before, as stored: the words of then, and how widely they were answered.

Never says how many answered, nor who.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState
from bot.core.book import Book
from bot.core.digest.compiling.breadth import breadth
from bot.core.digest.heard import Breadth
from bot.core.partnership import Partnership
from bot.core.prompts import PromptBank
from bot.core.values import Value
from bot.store import plans, replies

_IN_WORDS = {
    Breadth.NOBODY: "nobody",
    Breadth.SOME: "some of those who replied",
    Breadth.FEW: "one or a few of those who replied",
    Breadth.SEVERAL: "several of those who replied",
    Breadth.MANY: "many of those who replied",
}


class AskedBefore(Value):
    """One day on which a prompt was asked, in every channel together.

    `note` says when the bank no longer holds the prompt, or words it otherwise now.
    """

    partnership_id: str
    on: date
    prompt_id: str
    practices: tuple[str, ...]
    question: str
    channels: int
    answered: str
    note: str


def asked_before(tx: Connection, book: Book, partnership: Partnership) -> Iterator[AskedBefore]:
    """Everything a partnership was asked, oldest first."""
    for cycle in plans.cycles_of(tx, partnership.id):
        yield from _in_cycle(tx, book.bank_of(partnership.id), cycle)


def _in_cycle(tx: Connection, bank: PromptBank, cycle: Cycle) -> Iterator[AskedBefore]:
    days: dict[date, list[Occurrence]] = defaultdict(list)
    for occurrence in plans.occurrences_in(tx, cycle.id):
        if occurrence.state is OccurrenceState.ASKED:
            days[occurrence.on].append(occurrence)
    material = replies.material(tx, cycle.id)
    everyone = {reply.author for reply in material}
    for on, several in days.items():
        first, ids = several[0], {occurrence.id for occurrence in several}
        people = {reply.author for reply in material if reply.occurrence_id in ids}
        yield AskedBefore(
            partnership_id=cycle.partnership_id,
            on=on,
            prompt_id=first.prompt_id,
            practices=first.practices,
            question=first.question,
            channels=len(several),
            answered=_answered(several, len(people), len(everyone)),
            note=_note(bank, first),
        )


def _answered(several: list[Occurrence], people: int, everyone: int) -> str:
    if not everyone and any(occurrence.heard for occurrence in several):
        return "answered; the replies are no longer kept"
    return f"answered by {_IN_WORDS[breadth(people, everyone)]}"


def _note(bank: PromptBank, asked: Occurrence) -> str:
    now = bank.get(asked.prompt_id)
    if now is None:
        return "no longer in the bank"
    if now.practices != asked.practices:
        return "its id now belongs to another practice: give the new prompt an id of its own"
    return "" if now.text == asked.question else "worded otherwise since"
