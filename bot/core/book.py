"""What the files say, read once: the prompt bank and every partnership."""

from bot.core.partnership import Partnership
from bot.core.prompts import PromptBank
from bot.core.values import Value


class Book(Value):
    """The prompt bank and the partnerships, as checked whole by content."""

    bank: PromptBank
    partnerships: tuple[Partnership, ...]

    def partnership(self, partnership_id: str) -> Partnership | None:
        """The partnership with this id, or None when its file is gone."""
        return next((p for p in self.partnerships if p.id == partnership_id), None)
