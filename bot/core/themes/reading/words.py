"""Splits a text into words, and tells which carry meaning. Knows English function words only."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word: letters and digits, with apostrophes inside it."""

# Words that hold a sentence together and say nothing of its subject, and those that people put
# into almost any reply. A judgement, from reading replies; they are left out where meanings are
# compared, and a phrase neither begins nor ends with one.
_FUNCTION_WORDS = """
a about above after again all also am an and any are aren't as at be because been before being
below between both but by can can't could couldn't did didn't do does doesn't doing don don't
down during each even every few for from further get go going got had hadn't has hasn't have
haven't having he he's her here hers herself him himself his how i i'd i'll i'm i've if in into
is isn't it it's its itself just know let's like made make makes many may me might more most
much must my myself need no nor not of off on once one only or other our ours ourselves out
over own people really s said same say says saying see she she's should shouldn't so some still
such t take than that that's the their theirs them themselves then there there's these they
they're thing
things think this those through to too under until up us very want was wasn't way we we'd we'll
we're we've were what when where which while who whom why will with won't would wouldn't you
you'd you'll you're you've your yours yourself come ourselves
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

# Words that mean something in a sentence and name nothing when they stand alone. A judgement, from
# reading the names that themes were given before these were left out.
_VAGUE = """
actually agree agreed allow allowed allowing allows almost already always another anybody anyone
anything anyway asked asking away back bad became become begin best better bit bring came cannot
case chance change changed close consider continue course create day days difference different doing
done easy eight eleven else end enough ever everybody everyone everything exactly fact feel feels
felt fifty find first five forty found four full gave give given giving goes gone good great half
happen happened happens hard hear heard help helped helps hold hour hours idea important input
instead keep keeps kept kind knew knows large last later lead least leave left less little live long
longer look looked looking looks lot lots matter matters mean means meant minute minutes moment
month months morning move near needed needs never next nice nine nobody none nothing number often
open part past person place places please point possible probably problem put question questions
quick quite rather read ready reason rest right room round seem seems seen sense seven several short
show simple simply since sit six small somebody someone something sometimes soon sort start started
stay stop stopped sure taken takes taking talk talked talking talks tell tells ten thank thirty
thought three time times together told took tried true try trying turn turned twelve twenty two
understand use used useful using usually wanted week weeks well went whatever whether whole within
without wonder word words work worked working works worth write wrong year years yesterday yet young
"""
VAGUE = frozenset(_VAGUE.split())

ENDINGS = ("ing", "edly", "ed", "ies", "es", "s", "ly", "er")
"""Cut off to compare words: "meetings" and "meeting" are one. Crude on purpose; no dictionary."""

LETTERS_LEFT = 4
"""At least so many letters stay of a word whose ending is cut off: "best" is not "b" + "est"."""


def folded(text: str) -> str:
    """Lower case, without accents, with straight apostrophes: how the table's words are written."""
    straight = text.replace("’", "'").lower()
    if straight.isascii():
        return straight
    apart = unicodedata.normalize("NFD", straight)
    return "".join(character for character in apart if unicodedata.category(character) != "Mn")


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[str, ...]:
    """Every word of a text, folded, in order."""
    return tuple(WORD.findall(folded(text)))


def stem(word: str) -> str:
    """A folded word without its endings, so that forms of one word are the same."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LETTERS_LEFT:
            return stem(word[: -len(ending)])
    return word.removesuffix("e")
