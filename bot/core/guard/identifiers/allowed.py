"""What is no identifier wherever it stands: helplines, and what a partnership says of itself."""

import re
from collections.abc import Iterable

from bot.core.partnership import Partnership
from bot.core.values import Value

_FREEPHONE = re.compile(r"0(?:800|808|300|303|333|345|370|845|870|871)\d{4,7}")
"""Numbers that only organisations have (Ofcom's National Telephone Numbering Plan, 03 and 08)."""

_SHORT = frozenset({"999", "112", "101", "111", "105", "119", "18000", "116123", "116000", "85258"})
"""Emergency services, police, health, power; text relay; Samaritans, missing children, Shout."""


class Allowed(Value):
    """A partnership's own telephone numbers (digits only), and names that are not a child's:
    of organisations, services and channels, and of colleagues who are thanked by name."""

    numbers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def is_known_number(self, written: str) -> bool:
        """True for a helpline, a freephone or an organisation's line, or one of our own."""
        number = national(written)
        return number in self.numbers or number in _SHORT or bool(_FREEPHONE.fullmatch(number))

    def is_known_name(self, written: str) -> bool:
        """True when these words, in any case, are a name that the partnership gave."""
        return " ".join(written.casefold().split()) in self.names


def national(written: str) -> str:
    """A telephone number's digits as one dials them in the United Kingdom."""
    digits = re.sub(r"\D", "", written)
    if digits.startswith("0044"):
        digits = digits[2:]
    if digits.startswith("44") and len(digits) > 10:
        digits = "0" + digits[2:].removeprefix("0")
    return digits


def allowed_for(partnerships: Iterable[Partnership]) -> Allowed:
    """What these partnerships say of themselves in their schedules."""
    numbers: set[str] = set()
    names: set[str] = set()
    for each in partnerships:
        lines = each.safeguarding
        numbers |= {national(one) for one in (lines.front_door, lines.out_of_hours, lines.lado)}
        names |= {each.name, each.board.name, *(channel.name for channel in each.channels)}
        names |= {each.board.channel.name, each.coordinators.channel.name}
    return Allowed(numbers=frozenset(numbers), names=frozenset(_folded(names)))


def _folded(names: Iterable[str]) -> Iterable[str]:
    return (" ".join(name.casefold().split()) for name in names)
