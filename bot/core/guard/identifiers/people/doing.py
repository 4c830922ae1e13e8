"""Reasons why a word may be a name that lie in the words right round it: what only somebody does,
how people speak of the young, a capital letter in the middle of a sentence. Also what is seldom
a list's to know: Faith, Destiny and Sky are names and words.
"""

import re

from bot.core.guard.identifiers.known import DAYS_AND_MONTHS
from bot.core.guard.identifiers.people.childhood import of_one_child
from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.identifiers.people.passage import Strength

_BODILY = (
    r"(?:has|had) (?:\w+ ){0,2}?(?:slept|cried|run (?:off|away)|been in (?:a&e|hospital|care|bed)"
    r"|(?:two|three|four|several|new|no) (?:\w+ )?(?:phones?|bruises|coats?|shoes|lunch))"
    r"|(?:hasn't|hasnt|hadn't|hadnt|won't|wont|wouldn't|can't|cant|didn't|didnt|doesn't|doesnt)"
    r" (?:\w+ )?(?:eat|eaten|sleep|slept|go home|come home|come out|come in|been home|been in"
    r"|look at|take (?:his|her) coat|get out|speak|spoken|wash|cry|stop crying|leave (?:his|her))"
    r"|(?:ran|runs|run) (?:off|away|from|home|out|to)|slept|sleeps|cried|cries|flinch\w+|hid|hides"
    r"|was crying|was asleep|came in (?:with|without|in|late|again)"
    r"|(?:turns|turned) up (?:with|without|in|at) (?:no|his|her|a|the same)"
    r"|(?:smiled|smiles|froze|freezes|shook|wet (?:him|her)self)"
)
"""What nobody does but a person; no agency, no place and no season."""
_SAYS = (
    r"(?:asked|asks|told|tells|wants?|wanted|thinks|thought|says|said|knew|knows|trusts?|trusted"
    r"|hates?|loves?|misses|feels|felt) (?:us to|us that|me|her|his|him|to (?:see|go|stay|leave"
    r"|live|be|come)|that (?:he|she)|(?:he|she)\b|nobody|no one|the worker|my colleague)"
)
"""What people and agencies do: enough where the word is a given name, and no place."""
_DOES = re.compile(rf"(?: [A-Z][\w'-]{{1,30}})? (?:who )?(?:{_BODILY})\b", re.I)
_DOES_OR_SAYS = re.compile(rf"(?: [A-Z][\w'-]{{1,30}})? (?:who )?(?:{_BODILY}|{_SAYS})\b", re.I)

_SMALL_BEFORE = re.compile(r"(?:^|[\s(\"'])(?:little|young|poor|wee|baby|dear) $", re.I)
_SMALL = frozenset({"little", "young"})
"""The same, where they begin a sentence and could be a first name: they are surnames as well."""
_OURS_BEFORE = re.compile(r"\bone of (?:ours|mine|theirs|yours),? $", re.I)
_WHERE_BEFORE = re.compile(r"\b(?:where|how) $", re.I)
_IS_NOW = re.compile(
    r"(?:'s| is| was| has been)? (?:living|staying|sleeping|sleeps|lives|stays|going|went|goes"
    r"|doing|coping|getting on|now\b|tonight|placed|hiding|is\?|eats)\b",
    re.I,
)
_BY_AGE = re.compile(
    r", (?:only |just |aged )?(?:[7-9]|1[0-7]), (?:has|had|was|is|who|told|said|went|lives|came"
    r"|ran|won't|hasn't|he|she|keeps|left|sleeps)\b"
)
_HEADLINE = frozenset({"boy", "girl", "child", "pupil", "male", "female", "lad", "youth", "teen"})

_BEFORE_WORDS = re.compile(r"[\w,;)\"'] (?:it (?:was|is) )?$")
_NO_NAME_BEFORE = re.compile(
    r"\b(?:the|an?|of|our|your|their|this|that|no|in|at|to|from|near|on|via|and|or|every|each|by"
    r"|called|about the|as|like|[A-Z][\w'&.-]*) $"
)
_CAPITAL_AFTER = re.compile(r"(?: (?:of |and |the |& ?)?|-|/)[A-Z]")

_AMID = re.compile(
    r"[\w,] (?!(?:and|or|nor|one|by|from|like|as|per|thanks|cheers|dear|at|in|near|the|an?|our|of"
    r"|hi|hello|vs|via|late|great|agree|nice|well|bank|see|read|says?|said|done|put|sorry|without"
    r"|welcome|remind|invite|thank|pay|every|until|since|than|but|by|session|point|work) )[a-z]+ $"
)
"""A word in small letters, not the first of all, whose object is seldom a colleague's name."""
_FEWEST_WORDS = 5
"""In a sentence that says enough for a name in it to be anybody's."""

_NOT_ALONE = re.compile(r"-|/|,? (?:and |& |or )?[A-Z]")
"""After a name that is a part of a longer one or of a list."""
_IS_SO = re.compile(
    r" (?:is|isn't|was|wasn't|is not|never|has never|hasn't|hadn't|would have|could have|only"
    r"|needs?|needed|can't|won't|doesn't|didn't|still|had to|has to|got|gets|keeps)"
    r" (?!at\b|with us|where\b|an? (?!\w+ (?:boy|girl|lad|child|teen\w*)\b))"
)
_OF_AN_OFFICE = re.compile(
    r"\b(?:our|we|us|team|slides?|chairs?|lead|leads|leading|minutes|meetings?|office|agenda|draft"
    r"|rota|retir\w+|leave|leaving|data|numbers|here|back on|link|away|panel|board|the new|role"
    r"|job|covering|training|notes|forum|country|lovely|brilliant|great|right)\b",
    re.I,
)


def of_what_somebody_does(name: Named) -> str:
    """ "... hasn't eaten", "... ran from", "... asked us to": also of names that are words."""
    is_word = name.strength is Strength.WORDY
    if not (is_word or name.is_given or name.strength is Strength.UNKNOWN):
        return ""
    is_place = name.passage.lexicon.is_place(name.first.key)
    speaks = name.strength is not Strength.UNKNOWN and not is_place
    does = name.leads_to(_DOES_OR_SAYS if speaks else _DOES, 80) and not is_place
    return "it could be a name, and says what somebody did" if does and name.at_work < 3 else ""


def of_somebody_small(name: Named) -> str:
    """ "little ...", "one of ours, ...", "where ... is living"."""
    if name.parts > 1 and name.first.key in _SMALL:
        second = name.passage.tokens[name.passage.between(name.first.end, name.last.end)[0]]
        is_given = second.strength is Strength.SURE and not name.at_work
        return "it is a name, spoken of as a child's is" if is_given else ""
    could_be = name.is_given or name.strength is Strength.UNKNOWN
    is_ours = could_be and name.follows(_OURS_BEFORE, 24)
    is_small = name.is_given and name.follows(_SMALL_BEFORE, 12)
    is_sought = name.is_given and name.follows(_WHERE_BEFORE, 8) and name.leads_to(_IS_NOW, 40)
    if not (is_ours or is_small or is_sought) or name.at_work:
        return ""
    return "it is a name, spoken of as a child's is"


def of_an_age_set_apart(name: Named) -> str:
    """ "..., 13, has": any word in capitals, where nothing but an age can be meant."""
    if not name.first.is_capital or name.parts > 2 or name.first.key in _HEADLINE:
        return ""
    return "it stands before an age" if name.leads_to(_BY_AGE, 30) else ""


def of_a_capital(name: Named) -> str:
    """A given name that is a word as well, in capitals amid a sentence that speaks of one child."""
    if name.strength is not Strength.WORDY or name.first.key in DAYS_AND_MONTHS:
        return ""
    lexicon = name.passage.lexicon
    if name.parts > 1 or name.last.is_possessive or lexicon.is_place(name.first.key):
        return ""
    amid = name.follows(_BEFORE_WORDS, 12) and not name.follows(_NO_NAME_BEFORE, 30)
    if not amid or name.leads_to(_CAPITAL_AFTER, 8):
        return ""
    keys = name.keys_around(100, 100)
    of_one = not {"he", "she", "her", "his", "him"}.isdisjoint(keys)
    is_life = of_one and not name.at_work and of_one_child(keys, name.around(100, 100)) > 1
    return "it could be a name, in words about one child's life" if is_life else ""


def of_a_name_amid(name: Named) -> str:
    """A given name alone amid a sentence that says nothing of a colleague."""
    if name.strength is not Strength.SURE or name.parts > 1 or name.last.is_possessive:
        return ""
    if not name.follows(_AMID, 24) or name.leads_to(_NOT_ALONE, 8) or name.at_work:
        return ""
    is_told = len(name.sentence.split()) >= _FEWEST_WORDS
    return (
        "it could be a child's name, and nothing says that it is a colleague's" if is_told else ""
    )


def of_a_name_first(name: Named) -> str:
    """A given name at the head of a sentence that says how somebody is, and of no office."""
    if name.strength is not Strength.SURE or name.parts > 1 or name.last.is_possessive:
        return ""
    start, end = name.passage.sentence_span(name.first.start)
    before = name.passage.words[start : name.first.start].rstrip(" \n\"'(")
    is_first = not before or before.endswith(",")
    if not is_first or not name.leads_to(_IS_SO, 30) or name.at_work:
        return ""
    if _OF_AN_OFFICE.search(name.passage.words, name.last.end, min(end, name.last.end + 200)):
        return ""
    return "it could be a child's name, and nothing says that it is a colleague's"
