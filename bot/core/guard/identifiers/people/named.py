"""One name in a passage, and the words beside it. Whose it is, the rules decide."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.core.guard.identifiers.known import AUTHORS, WELL_KNOWN
from bot.core.guard.identifiers.people import work
from bot.core.guard.identifiers.people.passage import Passage, Strength, Token

_NEXT_WORD = re.compile(r" [A-Z][a-z]{2,20}\b")
_PUBLIC = AUTHORS | WELL_KNOWN
"""Surnames of whom everybody may speak."""
_LONGEST_ROW = 20
"""Tokens of a row of names, to either side of one, that are read."""
_JOINS = frozenset({",", "and", "&", "/"})


def _could_be(token: Token) -> bool:
    return token.is_capital and token.strength >= Strength.SURNAME


@dataclass(frozen=True)
class Named:
    """What looks like a name: its first and last token, and how many tokens it has."""

    passage: Passage
    first: Token
    last: Token
    parts: int

    @cached_property
    def row(self) -> tuple[int, int]:
        """The first and the last token, by index, of the names that stand in a row with it:
        "Iqbal, Ruth and Mo". What is said before or after the row is said of each."""
        tokens = self.passage.tokens
        within = self.passage.between(self.first.start, self.last.end)
        first, last = within[0], within[-1]
        least, most = max(1, first - _LONGEST_ROW), min(len(tokens), last + _LONGEST_ROW) - 2
        while first > least and tokens[first - 1].key in _JOINS and _could_be(tokens[first - 2]):
            first -= 2
            while first >= least and _could_be(tokens[first - 1]):
                first -= 1
        while last < most and tokens[last + 1].key in _JOINS and _could_be(tokens[last + 2]):
            last = self.passage.name_from(last + 2) - 1
        return first, last

    @property
    def strength(self) -> Strength:
        """How far its first word looks like a name."""
        return self.first.strength

    @property
    def is_given(self) -> bool:
        """True when it begins with a given name that is no word, in capitals or not."""
        return self.strength in (Strength.SURE, Strength.LOW)

    @property
    def is_public(self) -> bool:
        """True where it is, or leads to, the surname of an author or of somebody widely known."""
        tokens = self.passage.tokens
        after = self.passage.between(self.last.end, self.last.end + 2)
        named = [tokens[at] for at in self.passage.between(self.first.start, self.last.end)]
        return any(
            token.key in _PUBLIC and token.is_capital
            for token in (*named, *(tokens[at] for at in after))
        )

    @property
    def second(self) -> Token:
        """Its second token; its first, where it has no other."""
        within = self.passage.between(self.first.start, self.last.end)
        return self.passage.tokens[within[min(1, len(within) - 1)]]

    @property
    def end_of_surname(self) -> int:
        """Where it ends with the capitalized word after it: a surname may be any English word."""
        words, end = self.passage.words, self.last.end
        match = _NEXT_WORD.match(words, end, end + 24)
        return match.end() if match else end

    @property
    def sentence(self) -> str:
        """The sentence in which it stands."""
        return self.passage.sentence(self.first.start)

    @property
    def ends(self) -> set[int]:
        """Where it may end: without a possessive ending (what is theirs may be a team, or slides),
        and with a surname that is an English word."""
        end = self.last.end
        if self.last.is_possessive:
            end = self.last.start + len(self.last.text.rstrip("sS").rstrip("'"))
        return {end, self.end_of_surname}

    @cached_property
    def at_work(self) -> int:
        """How much says that it is a colleague's or an author's (see work.py)."""
        words, start = self.passage.words, self.first.start
        keys = self.passage.sentence_keys(start)
        return max(work.at_work(words, start, end, keys) for end in self.ends)

    def follows(self, pattern: re.Pattern[str], reach: int) -> bool:
        """True when `pattern`, which must end in $, is found right before it."""
        start = self.first.start
        return bool(pattern.search(self.passage.words, max(0, start - reach), start))

    def leads_to(self, pattern: re.Pattern[str], reach: int) -> bool:
        """True when `pattern` is found right after it."""
        return bool(pattern.match(self.passage.words, self.last.end, self.last.end + reach))

    def around(self, left: int, right: int) -> str:
        """So many characters before and after it, without the name."""
        words, start, end = self.passage.words, self.first.start, self.last.end
        return words[max(0, start - left) : start] + " " + words[end : end + right]
