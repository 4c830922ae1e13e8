"""Looks for names of children, families and those who are complained of. Some things said beside a
name settle it (beside.py, accused.py); else everything round it is weighed (signs.py).
"""

from collections.abc import Callable, Iterator

from bot.core.guard.identifiers.people import beside
from bot.core.guard.identifiers.people.accused import of_a_complaint
from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.identifiers.people.others import is_nobodys
from bot.core.guard.identifiers.people.passage import Passage, Strength
from bot.core.guard.identifiers.people.signs import signs_of
from bot.core.guard.identifiers.people.weighing import NameWeights, Weighed, weighed
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting

Rule = Callable[[Named], str]
"""Says why a name may be a child's, or nothing."""

_RULES: tuple[Rule, ...] = (
    beside.an_age,
    beside.a_relative,
    beside.an_initial,
    beside.what_somebody_is_called,
    beside.our,
    beside.somebody_small,
    beside.an_age_set_apart,
    of_a_complaint,
)
"""In the order of how much they say; the first that speaks gives the reason."""

_FOR_ANY_WORD: tuple[Rule, ...] = (beside.what_somebody_is_called, beside.an_age_set_apart)
"""What may make a name of a capitalized English word."""

_WEIGHED = frozenset({Strength.WORDY, Strength.LOW, Strength.UNKNOWN, Strength.SURE})
"""What looks enough like a name for the words round it to settle whose it is."""

ENOUGH = 0.0
"""The score from which a name is a finding: even odds. Chosen on what no weight had learned from:
at -0.7, which was the first choice, five clean replies in a hundred are flagged there, and here
three, while one name in a hundred more is missed. A guard that asks too often is not heeded."""

_SURE_ENOUGH = 1.0
"""The score from which a given name is a likely finding: nine in ten such were a child's, or a
relative's, in files that the weights had not seen."""

_MOST = 300
"""Names of one text that are weighed, which is soon done; a longer list is for a person to read."""


def names(passage: Passage, weights: NameWeights) -> Iterator[Sighting]:
    """Every name for which a rule speaks, or what stands round it."""
    for count, name in enumerate(could_be_names(passage)):
        yield from _found(name, weights if count < _MOST else None)


def could_be_names(passage: Passage) -> Iterator[Named]:
    """Everything that looks at all like a name."""
    index, tokens = 0, passage.tokens
    while index < len(tokens):
        if tokens[index].strength is Strength.NONE:
            index += 1
            continue
        is_word = tokens[index].strength is Strength.COMMON
        end = index + 1 if is_word else passage.name_from(index)
        yield Named(passage, tokens[index], tokens[end - 1], end - index)
        index = end


def _found(name: Named, weights: NameWeights | None) -> Iterator[Sighting]:
    rules = _FOR_ANY_WORD if name.strength is Strength.COMMON else _RULES
    why = next((said for rule in rules if (said := rule(name))), "")
    is_likely = name.is_given
    if not why and name.is_given and weights is None:
        why = "it is a name, among more than can be weighed"
    elif not why and weights is not None and is_to_be_weighed(name):
        weight = weighed(signs_of(name), weights)
        why = _reason(name, weight) if weight.score >= ENOUGH else ""
        is_likely = name.is_given and weight.score >= _SURE_ENOUGH
    if why:
        certainty = LIKELY if is_likely else POSSIBLE
        yield Sighting("name", name.first.start, name.last.end, certainty, why)


def is_to_be_weighed(name: Named) -> bool:
    """True for what looks like a name, and is no place's, month's or team's."""
    return name.strength in _WEIGHED and not is_nobodys(name)


def _reason(name: Named, weight: Weighed) -> str:
    """What said most for it, in words."""
    begins = "it is a name" if name.is_given else "it could be a name"
    most = max(weight.of_whom, weight.after, weight.before)
    if most <= 0:
        return f"{begins}, and nothing says that it is a colleague's"
    if most == weight.of_whom:
        return f"{begins}, in words about somebody's life"
    if most == weight.after:
        return f"{begins}, and what follows is rarely said of a colleague"
    return f"{begins}, and what goes before is rarely said of a colleague"
