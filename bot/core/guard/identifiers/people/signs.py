"""Sees in and round a name the signs by which a child's is told from a colleague's, an author's or
a place's. Weighs nothing: how much each sign counts was fitted on invented replies.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.core.guard.identifiers.people.childhood import is_of_one, touches_a_child
from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.identifiers.people.passage import Strength, Token
from bot.core.guard.identifiers.people.work import signs_of_work
from bot.core.guard.vocabulary import vocabulary

_WHO = {
    "he": vocabulary(
        """
        he she him her his hers he's she's he'd she'd himself herself hes shes he'll she'll
        """
    ),
    "we": vocabulary("i we our us my me i'm we're we've i've we'd i'd we'll i'll ours mine"),
    "they": vocabulary("they them their theirs they're they'd they've"),
    "kin": vocabulary(
        """
        mum mam mom mummy mother dad daddy father nan nana gran grandma grandmother brother sister
        sibling siblings brothers sisters son daughter carer carers family aunt auntie uncle cousin
        twin baby boyfriend girlfriend friend mate
        """
    ),
    "child": vocabulary(
        """
        child kid boy girl lad lass teenager teen baby toddler pupil student youngster yp person
        """
    ),
    "age": vocabulary(
        """
        5 6 7 8 9 10 11 12 13 14 15 16 17 five six seven eight nine ten eleven twelve thirteen
        fourteen fifteen sixteen seventeen
        """
    ),
}
"""Of whom the words round a name speak, and whether of an age."""

_SORTS = {
    "is or has": vocabulary(
        """
        is was has had isn't wasn't hasn't hadn't does did doesn't didn't will would won't wouldn't
        can could can't couldn't should might must may never always just also still only
        """
    ),
    "many": vocabulary("are were have aren't weren't haven't do don't"),
    "where": vocabulary(
        """
        on in at with from of for to by about over under into through up out off down after before
        during since until
        """
    ),
    "a joint": vocabulary("and or but who when if because so that which as than"),
    "a verb": vocabulary(
        """
        said told went came made gave got knew thought felt saw took kept left let put ran sat slept
        spoke stood taught wrote lost met held heard hid hit hurt broke brought bought built
        began became chose drew drove ate fell fought found forgot paid read rang sang sent set
        shook spent swore wore won stuck meant led
        """
    ),
    "a pointer": vocabulary("the a an my our his her their this these those your its"),
}
"""Sorts of words that follow a name, by which they are counted where few are said twice."""

_PLACING = vocabulary("in at from near to around across outside through via")
"""Before a place. A place that no list has is often in one, or ends like one."""
_LIKE_A_PLACE = re.compile(
    r"(?:ley|ton|ham|side|field|wick|bury|ford|worth|shire|mouth|pool|gate|bridge|well|wood|dale"
    r"|land|stead|church|thorpe|by|more|hurst|combe|hill|brook|shaw|wich|over|don|minster)$"
)
_FAR = 6, 8
"""Words of its sentence before and after a name that count by what they mean. A judgement."""
_NEXT_SENTENCE = 120
"""Characters of the sentences before and after that are read for whom they speak of."""
_SHORT = (1, 3, 5, 9)
"""Words in a sentence besides the name, from which it counts as longer."""


class Signs(NamedTuple):
    """What is seen of one name: signs by name, and the words before and after it, folded."""

    seen: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]


def signs_of(name: Named) -> Signs:
    """Everything that may count for or against this name. A sign that begins with - or + is a word
    before or after it; one with @ says of whom the words round it speak."""
    around = _Around(name)
    seen = {
        *_of_its_look(name, around),
        *_of_the_word_itself(name),
        *_of_its_place(around),
        *_of_its_neighbours(around),
        *_of_what_follows(name, around),
        *_of_whom(around),
        *signs_of_work(name.passage.words, around.row[0], name.ends | {around.row[1]}, around.keys),
    }
    if name.strength is Strength.SURE and not any(each.startswith("work:") for each in seen):
        seen.add("nothing says whose")
    before, after = _FAR
    return Signs(
        frozenset(seen),
        tuple(token.key for token in around.words_before[-before:]),
        tuple(token.key for token in around.words_after[:after]),
    )


class _Around:
    """The tokens of a name's sentence before and after it, and the words near that sentence."""

    def __init__(self, name: Named) -> None:
        passage = name.passage
        start, end = passage.sentence_near(name.first.start)
        first, last = name.row
        self.row = passage.tokens[first].start, passage.tokens[last].end
        self.before = self._tokens(name, start, self.row[0])
        self.after = self._tokens(name, self.row[1], end)
        self.words_before = [token for token in self.before if token.text[0].isalnum()]
        self.words_after = [token for token in self.after if token.text[0].isalnum()]
        self.keys_before = {token.key for token in self.words_before}
        self.keys_after = {token.key for token in self.words_after}
        self.keys = self.keys_before | self.keys_after
        self.earlier = set(passage.keys(max(0, start - _NEXT_SENTENCE), start))
        self.later = set(passage.keys(end, end + _NEXT_SENTENCE))
        self.text = name.around(100, 160)
        self.asks = "?" in passage.words[max(0, end - 3) : end]

    @staticmethod
    def _tokens(name: Named, start: int, end: int) -> list[Token]:
        tokens = name.passage.tokens
        return [tokens[at] for at in name.passage.between(start, end) if tokens[at].text != "\n"]


def _of_its_look(name: Named, around: _Around) -> Iterator[str]:
    look = name.strength.name
    parts = min(name.parts, 3)
    yield f"looks {look}"
    yield f"parts {parts}"
    yield f"looks {look} parts {min(parts, 2)}"
    yield f"looks {look} {'amid' if around.words_before else 'first'}"
    if parts > 1:
        second = name.second
        is_letter = len(second.text.rstrip(".")) == 1
        yield f"second {'LETTER' if is_letter else second.strength.name}"
    if name.last.is_possessive:
        yield "possessive"
    if name.first.start > around.row[0]:
        yield "a name goes before"
    if name.last.end < around.row[1]:
        yield "a name follows"
    if around.words_before and around.words_before[-1].key in _PLACING:
        yield f"looks {look} in a place"


def _of_the_word_itself(name: Named) -> Iterator[str]:
    key, lexicon = name.first.key, name.passage.lexicon
    if name.strength is Strength.WORDY:
        yield f"is {key}"
    if name.strength is Strength.UNKNOWN and _LIKE_A_PLACE.search(key):
        yield "ends as places do"
    if name.is_public:
        yield "work: public"
    if key in lexicon.of_the_grown_up:
        yield "a name of the grown-up"
    elif key in lexicon.of_the_young:
        yield "a name of the young"
    if lexicon.is_place(key):
        yield "a place as well"


def _of_its_place(around: _Around) -> Iterator[str]:
    count = len(around.words_before) + len(around.words_after)
    yield f"words {sum(count >= each for each in _SHORT)}"
    if not around.words_before:
        yield "first in its sentence"
        if not around.earlier:
            yield "first of all"
    if not around.words_after:
        yield "last in its sentence"
        if not around.later:
            yield "last of all"
    if around.asks:
        yield "asked"


def _of_its_neighbours(around: _Around) -> Iterator[str]:
    yield f"after {_kind(around.before[-1:])}"
    yield f"before {_kind(around.after[:1])}"
    for lead, words in (("-", around.words_before[::-1]), ("+", around.words_after)):
        for at in range(2):
            yield f"{lead}{at + 1} {words[at].key if at < len(words) else '|'}"
    if len(around.after) > 1 and around.after[0].key in {"and", "&"}:
        joined = around.after[1].key
        if joined in {"i", "me", "myself"}:
            yield "and I"
        elif joined in {"his", "her", "their"}:
            yield "and her"


def _of_what_follows(name: Named, around: _Around) -> Iterator[str]:
    """Of what sort the next word is: after a name a verb is likely, after a word that is also a
    name rather not ("Faith leaders came", "Heather on the hills")."""
    if not around.after:
        return
    key = around.after[0].key
    sort = next((sort for sort, words in _SORTS.items() if key in words), "")
    if not sort and key.isalpha():
        sort = next((end for end in ("ed", "ing", "s") if key.endswith(end)), "another word")
    if sort:
        yield f"then {sort}"
        yield f"looks {name.strength.name} then {sort}"
        if not around.words_before:
            yield f"looks {name.strength.name} first then {sort}"


def _kind(token: Sequence[Token]) -> str:
    if not token:
        return "nothing"
    text = token[0].text
    if text[0].isalpha():
        return "a capital" if token[0].is_capital else "a word"
    return "a number" if text[0].isdigit() else text


def _of_whom(around: _Around) -> Iterator[str]:
    for who, words in _WHO.items():
        yield from _where(who, words, around)
    if is_of_one(around.text):
        yield "@ somebody's own"
    if touches_a_child(around.keys):
        yield "@ life here"
    if touches_a_child(around.earlier | around.later):
        yield "@ life near"


def _where(who: str, words: Iterable[str], around: _Around) -> Iterator[str]:
    for place, keys in (
        ("before", around.keys_before),
        ("after", around.keys_after),
        ("earlier", around.earlier),
        ("later", around.later),
    ):
        if not keys.isdisjoint(words):
            yield f"@ {who} {place}"
