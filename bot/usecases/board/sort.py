"""Lets coordinators sort a draft's replies, card by card, and keeps what they decide.

Groups nothing: the draft is made again once the bell has rung, with every decision that stands.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.book import Book
from bot.core.digest.compiling.grouped import Grouped, wordings
from bot.core.digest.compiling.quoting import cleaned
from bot.core.digest.signoff import DigestState
from bot.core.digest.sorting import sorted_now, still_holding
from bot.core.guard.consequences import DetectorsFor, look
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.core.themes.decisions import Decision, Move, Rename
from bot.core.themes.grouping import Card, Theme
from bot.core.themes.said import Said
from bot.store import digests, plans, sorting, sources
from bot.store.engine import Store
from bot.usecases.board.material import material, to_group
from bot.usecases.calls import Calls
from bot.usecases.ports import Clock, LiveBook, NextCards
from bot.usecases.roles import may


class CardForm(NamedTuple):
    """A card with its words. `question`: what the replies answer; `candidates` and `theme`: ids
    and words, in the card's order; `made`: decisions that stand so far; `number`: of the answer
    that is to come, so that it counts once."""

    card: Card
    question: str
    words: str
    candidates: tuple[tuple[str, str], ...]
    theme: tuple[tuple[str, str], ...]
    made: int
    number: int
    themes: tuple[tuple[str, str], ...] = ()


class _Sorting(NamedTuple):
    partnership: Partnership
    said: tuple[Said, ...]
    decisions: tuple[Decision, ...]
    questions: dict[str, str]
    number: int
    themes: tuple[Theme, ...]


class SortingCalls(Calls):
    """What Slack's listeners call. Outcomes are names; see sentences.sorting."""

    def __init__(
        self,
        store: Store,
        book: LiveBook,
        clock: Clock,
        ring: Callable[[], None],
        detectors_for: DetectorsFor,
        next_cards: NextCards,
    ) -> None:
        super().__init__(store, book, clock, ring, detectors_for)
        self._next_cards = next_cards

    def card(self, cycle_id: str, user_id: str, passed: Collection[str] = ()) -> CardForm | str:
        """The card that is worth most now; one of a question that was `passed` only when no other
        is left. "sorted" when there is none, else why this person gets none."""
        with self._store.read() as tx:
            found = _sorting(tx, self._book(), cycle_id, user_id)
        if isinstance(found, str):
            return found
        cards = self._next_cards(found.said, found.decisions)
        if not cards:
            return "sorted"
        card = next((each for each in cards if each.group not in passed), cards[0])
        text = {each.id: each.text for each in found.said}
        return CardForm(
            card=card,
            question=found.questions.get(card.group, ""),
            words=text[card.reply],
            candidates=tuple((each, text[each]) for each in card.candidates),
            theme=tuple((each, text[each]) for each in card.theme),
            made=len(found.decisions),
            number=found.number,
            themes=tuple(
                (each.id, each.name or text[each.members[0]])
                for each in found.themes
                if each.group == card.group and card.reply not in each.members
            ),
        )

    def move(self, cycle_id: str, user_id: str, reply: str, theme_id: str, form_id: str) -> str:
        """Put a reply into a theme of the draft, away from those it was with."""
        with self._store.read() as tx:
            found = _sorting(tx, self._book(), cycle_id, user_id)
        if isinstance(found, str):
            return found
        to = next((each.members for each in found.themes if each.id == theme_id), ())
        if not to:
            return "gone"
        others = [each.members for each in found.themes if reply in each.members]
        away = tuple(one for members in others for one in members if one != reply)
        return self.decide(cycle_id, user_id, [Move(reply=reply, to=to, away_from=away)], form_id)

    def decide(
        self, cycle_id: str, user_id: str, decisions: Sequence[Decision], form_id: str
    ) -> str:
        """Keep one answer. The same form again changes nothing."""
        now = self._clock()
        with self._store.write() as tx:
            outcome = self._keep(tx, cycle_id, user_id, decisions, form_id, now)
        self._ring()
        return outcome

    def _keep(
        self,
        tx: Connection,
        cycle_id: str,
        user_id: str,
        decisions: Sequence[Decision],
        form_id: str,
        now: datetime,
    ) -> str:
        found = _sorting(tx, self._book(), cycle_id, user_id)
        if isinstance(found, str):
            return found
        names = [cleaned(each.words) for each in decisions if isinstance(each, Rename)]
        if any(self._noticed(name, found.partnership) for name in names):
            return "noticed"
        made = sorted_now(found.number, decisions, found.said, user_id, now)
        if made is None:
            return "gone"
        sorting.add(tx, cycle_id, made, form_id)
        return "kept"

    def _noticed(self, name: str, partnership: Partnership) -> bool:
        seen = look(name, self._detectors_for, partnership)
        return bool(seen.findings or seen.failed)

    def undo(self, cycle_id: str, user_id: str) -> str:
        """Take back this person's own last answer; again, and the one before it goes too."""
        now = self._clock()
        with self._store.write() as tx:
            found = _sorting(tx, self._book(), cycle_id, user_id)
            if isinstance(found, str):
                return found
            undone = sorting.undo_last(tx, cycle_id, user_id, now)
        self._ring()
        return "undone" if undone else "nothing"


def _sorting(tx: Connection, book: Book, cycle_id: str, user_id: str) -> _Sorting | str:
    """What this person may sort, as the draft knows it; or why not."""
    cycle, held = plans.cycle(tx, cycle_id), digests.of_cycle(tx, cycle_id)
    partnership = book.partnership(cycle.partnership_id) if cycle else None
    if cycle is None or held is None or partnership is None:
        return "gone"
    if not may(tx, partnership, user_id, Role.DEPUTY):
        return "not-yours"
    if held.state not in (DigestState.DRAFT, DigestState.HELD):
        return held.state.value
    whole = material(tx, book, partnership, cycle, held.cut_at)
    grouped = sources.grouped(tx, cycle_id)
    drafted = grouped.wordings if grouped else {}
    # Only what the draft knows in these words: a private reply comes with the morning's post.
    prints = wordings(to_group(whole))
    said = tuple(s for s in to_group(whole) if drafted.get(s.id) == prints[s.id])
    return _Sorting(
        partnership=partnership,
        said=said,
        decisions=still_holding(sorting.of_cycle(tx, cycle_id), wordings(said)),
        questions={occurrence.id: occurrence.question for occurrence in whole.asked},
        number=sorting.next_number(tx, cycle_id),
        themes=_themes(grouped, said),
    )


def _themes(grouped: Grouped | None, said: Sequence[Said]) -> tuple[Theme, ...]:
    """The draft's themes, as far as their replies may be sorted."""
    grouping = grouped.holding(said) if grouped else None
    return grouping.themes if grouping else ()
