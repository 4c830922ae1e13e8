"""What may be asked in each cycle, and in which words: what coordinators chose and left out, and
what members set aside. Chooses no prompts."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.core.asking.choosing.choice import missing
from bot.core.asking.choosing.wishes import without
from bot.core.asking.proposing.aside import Aside, aside_in
from bot.core.partnership import Partnership
from bot.core.prompts import Prompt, PromptBank


class Wanted:
    """One partnership's bank and wishes. `cycles`: the ids of every known cycle, by date."""

    def __init__(
        self,
        partnership: Partnership,
        bank: PromptBank,
        cycles: Sequence[str],
        asides: Collection[Aside],
    ) -> None:
        self._bank = bank
        self._pins = partnership.pin
        self._reworded = {each.on: each.text for each in partnership.reword}
        self._usual = without(bank, partnership.leave_out)
        self._cycles = cycles
        self._asides = asides
        self.lacks = missing(self._usual)

    def bank_in(self, cycle_id: str) -> PromptBank:
        """The prompts that may be chosen for a cycle. What was set aside is in it only where no
        cycle could be made without it."""
        less = without(self._usual, self._aside_in(cycle_id))
        return self._usual if missing(less) else less

    def pins_in(self, cycle_id: str) -> dict[date, Prompt | None]:
        """What coordinators chose for a day; members may have set it aside."""
        aside = self._aside_in(cycle_id)
        return {pin.on: self._bank.get(pin.prompt) for pin in self._pins if pin.prompt not in aside}

    def question(self, prompt: Prompt, on: date) -> str:
        """The words in which a prompt is asked that day; words that were set aside are not."""
        words = self._reworded.get(on, prompt.text)
        aside = any(each.question == words for each in self._asides)
        return prompt.text if aside else words

    def _aside_in(self, cycle_id: str) -> frozenset[str]:
        return aside_in(cycle_id, self._cycles, self._asides)
