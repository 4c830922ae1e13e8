"""Reasons why a name may be a child's that are spoken of it: what befell somebody, whose life a
sentence is about, a complaint.
"""

import re

from bot.core.guard.identifiers.people.childhood import of_one_child, touches_a_child
from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.identifiers.people.passage import Strength
from bot.core.guard.identifiers.people.work import is_a_complaint

_BEFELL = re.compile(
    r"(?: [A-Z][\w'-]{1,30})?,? (?:(?:has|had) (?:now )?(?:gone missing|been (?:missing|excluded"
    r"|arrested|stabbed|moved|placed|groomed|exploited|hurt"
    r"|attacked|trafficked|removed|known|seen|found|carrying|on a plan|in care|nowhere)|disclosed"
    r"|run away|no school place|turned \d+|asked for help|just turned)"
    r"|(?:hasn't|hasnt|has not|hadn't) (?:slept|been in|eaten|attended|come home|got)"
    r"|(?:was|were|got|is|gets|keeps getting|being) (?:\w+ )?(?:excluded|arrested|stabbed|moved"
    r"|placed|groomed|exploited|hurt|attacked|trafficked"
    r"|(?:age[- ])?assessed as|treated as|searched|detained|returned|believed|adopted|fostered"
    r"|criminalised|discharged"
    r"|removed|sectioned|remanded|charged|picked up|found|missing|pregnant|carrying"
    r"|taken into care|permanently|shot|killed|beaten|released|bailed|cuckooed)"
    r"|(?:was|were|got) (?:promised|refused|turned away|sent home|moved on|sent back|ignored"
    r"|handed over|left waiting|passed on)"
    r"|left (?:care|home|school)|stood up at assembly|has been waiting since"
    r"|is (?:in care|back with|back at|on a plan|known to|open to|out of area|out of school"
    r"|not in school|in a b&b|in custody|at risk|in hospital|self-?harming)"
    r"|went (?:missing|into care|home|back to)|goes missing|ran away|runs away|self[- ]?harm\w*"
    r"|disclosed|absconded|overdosed|took an overdose"
    r"|said (?:he|she) (?:feels?|felt|was|is|wants?|wanted|would|does|did|didn't)|told (?:me|us"
    r"|her|the|a|my|his) (?:\w+ )?(?:teacher|coach|school|nurse|worker|he|she|that|first|things)?"
    r"|(?:has|had) (?:\w+ )?(?:different |separate |more |other )?(?:names|files|workers"
    r"|social workers|placements|schools|case numbers)"
    r"|answered the door|lives with|stays? with|is (?:only )?\d{1,2}\b)",
    re.I,
)
_SURELY_BEFELL = re.compile(
    r"(?: [A-Z][\w'-]{1,30})? (?:went missing|goes missing|ran away|disclosed|absconded"
    r"|was (?:excluded|arrested|stabbed|groomed|trafficked|remanded|taken into care)"
    r"|told (?:her|his|their) (?:foster |step-?|birth )?(?:mum|mam|mother|dad|father|nan|gran|carer"
    r"|teacher|sister|brother|social worker|key ?worker))",
    re.I,
)
_ABOUT = re.compile(
    r"(?:^|\b)(?:re|regarding|concerns? (?:for|about|re|around)|worr(?:y|ied|ying) (?:for|about)"
    r"|in respect of|asks? after|failed|lost touch with|thinking (?:about|of)"
    r"|referral for|chronology for|plan for|support for|update on|fao|got|get|find|found"
    r"|happened to|sorry for|remember|allocated|discuss(?:ed|ing)?|about"
    r"|on behalf of|speak for|visited|met|supporting|supported|child|subject|waiting for"
    r"|advocate for|this is|named|flag|refer(?:red|ring)?|raise|list"
    r"|nominate)[ :]{1,2}(?:\w+ [-–] )?[\"']?$",
    re.I,
)
_SURELY_ABOUT = re.compile(
    r"(?:^|\b)(?:re|regarding|concerns? (?:for|about|re|around)|in respect of|asks? after"
    r"|chronology for|referral for|who(?:ever)?(?:'?s| has| have)? (?:got|has|have|holds|holding)"
    r"|it'?s (?:all )?about)[ :]{1,2}"
    r"[\"']?$|\bwho has [\"']?$",
    re.I,
)
_SCHOOL_PLACE = re.compile(
    r"(?: [A-Z][\w'-]{1,30})? (?:a school place|home|to school|into school|a placement"
    r"|a solicitor"
    r"|(?:for|to|at) (?:the )?(?:next )?(?:mace|marac|mappa|masa|mash|panel|camhs|yjs|early help"
    r"|csc|strategy))\b",
    re.I,
)
_WORKER = re.compile(
    r"\b(?:mr|mrs|ms|miss|pc|dc|ds|sgt|dr|social worker|key ?worker|teacher|coach|carer|officer"
    r"|nurse|caretaker|head|doctor|tutor|ta|worker|manager(?: of the home)?)\.?,? $",
    re.I,
)


_FOR = re.compile(
    r"\b(?:for|about|on|re|of|around|(?:response|support|visits?|access|harm|work|working"
    r"|letters?) (?:to|with)) $",
    re.I,
)
"""Whom a place, a meeting or a call is for: it weighs as much as one word of a child's life."""

_IN = re.compile(r"\b(?:in|at|from|near|to|outside|around|off|via|through) (?:the )?$", re.I)
"""Before a place, which no list may know."""

_AGAINST = re.compile(
    r"\b(?:allegations?|complaints?|concerns?)\b[\w ,]{0,20} (?:about|against|into|involving) $",
    re.I,
)

_OF_SEVERAL = re.compile(r" (?:are|were)\b", re.I)
_AND = re.compile(r"(?:\band|&|,) $", re.I)
"""One name alone that is many is a team's or a company's."""

_REACH, _REACH_AFTER = 100, 160
"""Characters before a name, in its sentence, and after it, also in the next, that speak of it."""

_NEEDED = {Strength.SURE: 1, Strength.LOW: 2, Strength.UNKNOWN: 4, Strength.WORDY: 4}
"""How much must be said of a child's life, by how much a word looks like a name."""

_NEEDED_MORE = 2
"""For a whole name, or one with 's: such are authors, and places called after somebody."""


def of_what_befell(name: Named) -> str:
    """ "... went missing", "... was moved"; of a word that is no given name only the plainest."""
    if name.strength in (Strength.UNKNOWN, Strength.WORDY):
        befell = name.leads_to(_SURELY_BEFELL, 60) and not name.follows(_IN, 12)
        return "it could be a name, and says what happened to somebody" if befell else ""
    if not name.is_given or not name.leads_to(_BEFELL, 80) or name.at_work:
        return ""
    return "it is a name, and says what happened to somebody"


def of_whom_it_is(name: Named) -> str:
    """ "re ...", "worried about ...", "a school place for ..."."""
    is_whole = name.strength is Strength.UNKNOWN and name.parts > 1
    if not (name.is_given or is_whole):
        return ""
    if name.follows(_SURELY_ABOUT, 40) and not name.last.is_possessive:
        return "it is a name, and says whom something is about"
    if not name.follows(_ABOUT, 40) or name.at_work:
        return ""
    of_life = touches_a_child(name.passage.sentence_keys(name.first.start) - {name.first.key})
    is_about = of_life or name.leads_to(_SCHOOL_PLACE, 60)
    return "it is a name, in a sentence about a child" if is_about else ""


def of_a_life(name: Named) -> str:
    """A name among words of one child's life, which weigh more than those of anybody's work."""
    needed = _NEEDED.get(name.strength)
    if needed is None or (not name.is_given and name.follows(_IN, 12)):
        return ""
    if name.parts == 1 and name.leads_to(_OF_SEVERAL, 8) and not name.follows(_AND, 8):
        return ""
    if (name.parts > 1 and not name.follows(_FOR, 20)) or name.last.is_possessive:
        needed = max(needed, _NEEDED_MORE)
    start, _ = name.passage.sentence_span(name.first.start)
    before = min(_REACH, name.first.start - start)
    keys = name.keys_around(before, _REACH_AFTER)
    weight = of_one_child(keys, name.around(before, _REACH_AFTER)) + name.follows(_FOR, 20)
    weight -= name.at_work
    return "it is a name, in words about one child's life" if weight >= needed else ""


def of_a_complaint(name: Named) -> str:
    """A worker's name, where the worker's conduct is complained of."""
    is_worker = name.strength in (Strength.SURE, Strength.UNKNOWN) and name.follows(_WORKER, 28)
    is_accused = name.strength is Strength.SURE and name.follows(_AGAINST, 50)
    if is_accused or (is_worker and is_a_complaint(name.sentence)):
        return "it names a worker, in a sentence about a complaint"
    return ""
