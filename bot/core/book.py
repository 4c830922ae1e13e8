"""What the files say, read once: the prompt bank and every partnership."""

from collections.abc import Mapping

from bot.core.partnership import Partnership
from bot.core.prompts import PromptBank
from bot.core.values import Value


class Book(Value):
    """The prompt bank and the partnerships, as checked whole by content.

    `own`: what single partnerships ask beside the bank, by their ids.
    """

    bank: PromptBank
    partnerships: tuple[Partnership, ...]
    own: Mapping[str, PromptBank] = {}

    def bank_of(self, partnership_id: str) -> PromptBank:
        """Every prompt that may be asked in one partnership."""
        own = self.own.get(partnership_id)
        return self.bank.with_own(own) if own else self.bank

    def partnership(self, partnership_id: str) -> Partnership | None:
        """The partnership with this id, or None when its file is gone."""
        return next((p for p in self.partnerships if p.id == partnership_id), None)
