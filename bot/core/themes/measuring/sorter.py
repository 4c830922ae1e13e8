"""A simulated coordinator who knows the labels, and answers one card after the other.

On each card they tick those with the reply's own label: one action, one decision. A reply without
a label goes with nothing.
"""

from collections.abc import Mapping

from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Card
from bot.core.themes.sheet import Sheet
from bot.core.themes.sorting.answers import answer
from bot.core.themes.sorting.cards import SHOWN, best_card


class Sorter:
    """Sorts some questions, always at the card that is worth most. `shown`: replies on a card."""

    def __init__(
        self,
        sheets: Mapping[str, Sheet],
        labels: Mapping[str, str | float | None],
        shown: int = SHOWN,
    ) -> None:
        self._sheets, self._labels, self._shown = sheets, labels, shown
        self._made: list[Decision] = []
        self._of: dict[str, list[Decision]] = {name: [] for name in sheets}
        self._cards = {name: best_card(sheet, (), shown) for name, sheet in sheets.items()}

    def first(self, number: int) -> tuple[Decision, ...]:
        """The first so many decisions, or all there are to make."""
        while len(self._made) < number and self._decide():
            pass
        return tuple(self._made[:number])

    def until_sorted(self, most: int) -> int | None:
        """How many decisions there are to make; None if more than `most`."""
        made = len(self.first(most + 1))
        return made if made <= most else None

    def _decide(self) -> bool:
        waiting = {name: card for name, card in self._cards.items() if card is not None}
        if not waiting:
            return False
        name = min(waiting, key=lambda each: (-waiting[each].gain, waiting[each].reply))
        decision = self._answer(waiting[name])
        self._made.append(decision)
        self._of[name].append(decision)
        self._cards[name] = best_card(self._sheets[name], self._of[name], self._shown)
        return True

    def _answer(self, card: Card) -> Decision:
        label = self._labels[card.reply]
        same = {
            each for each in card.candidates if label is not None and self._labels[each] == label
        }
        return answer(card.reply, card.candidates, same)
