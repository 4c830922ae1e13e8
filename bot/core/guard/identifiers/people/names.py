"""Looks for names of which something is said that is said of children, families and those who are
complained of. The rules are in beside.py, doing.py and spoken.py.
"""

from collections.abc import Callable, Iterator

from bot.core.guard.identifiers.people import beside, doing, spoken
from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.identifiers.people.passage import Passage, Strength
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting

Rule = Callable[[Named], str]
"""Says why a name may be a child's, or nothing."""

_RULES: tuple[Rule, ...] = (
    beside.an_age,
    beside.a_relative,
    spoken.of_what_befell,
    beside.an_initial,
    spoken.of_whom_it_is,
    beside.what_somebody_is_called,
    beside.our,
    spoken.of_a_complaint,
    spoken.of_a_life,
    doing.of_what_somebody_does,
    doing.of_somebody_small,
    doing.of_an_age_set_apart,
    doing.of_a_capital,
    doing.of_a_name_amid,
    doing.of_a_name_first,
)
"""In the order of how much they say; the first that speaks gives the reason."""

_FOR_ANY_WORD: tuple[Rule, ...] = (
    beside.what_somebody_is_called,
    doing.of_an_age_set_apart,
)
"""What may make a name of a capitalized English word."""


def names(passage: Passage) -> Iterator[Sighting]:
    """Every name that one of the rules speaks for."""
    index, tokens = 0, passage.tokens
    while index < len(tokens):
        if tokens[index].strength is Strength.NONE:
            index += 1
            continue
        is_word = tokens[index].strength is Strength.COMMON
        end = index + 1 if is_word else passage.name_from(index)
        named = Named(passage, tokens[index], tokens[end - 1], end - index)
        rules = _FOR_ANY_WORD if is_word else _RULES
        why = next((said for rule in rules if (said := rule(named))), "")
        if why:
            certainty = LIKELY if named.is_given else POSSIBLE
            yield Sighting("name", named.first.start, named.last.end, certainty, why)
        index = end
