"""Whether anybody at the table can read a question once: its length, words and short forms."""

import re
from collections.abc import Iterator

from bot.core.asking.wording.reading_age import reading_age
from bot.core.asking.wording.rules import Check, Remark, matching

MOST_WORDS = 25
"""Words. Longer sentences lose readers: GOV.UK and plain-English guidance both stop at 25."""
MOST_WORDS_WITH_FOLLOW_UP = 60
"""Words in a question and its follow-up: about twenty seconds of reading, of the two minutes."""
READING_AGE = 11
"""Years. What official plain-English guidance in the UK aims at for everybody: 9 to 11."""
SWING = 4
"""Years. A question has a dozen words, and one long one among them moves its measure by so much."""

# Short forms that everybody reads as words; not those of any one service.
_KNOWN_TO_ALL = {
    "OK", "UK", "TV", "ID", "PC", "PM", "AM", "PE", "IT", "UN", "EU", "USA", "BBC", "NHS", "GP",
    "GPS", "CCTV", "DIY", "FAQ", "PDF", "QR", "COVID", "HIV", "DVD", "CEO", "A", "I",
}  # fmt: skip
_CAPITALS = re.compile(r"\b(?:[A-Z][A-Z0-9&]+|[A-Z]+[a-z]?[A-Z]+)s?\b")
# Written small in a hurry, and no English words.
_SMALL = re.compile(
    r"\b(?:camhs|lado|cse|cce|nrm|ehcps?|lscp|lscb|marac|mappa|yjs|yot|icb|dsls?|jtai|lcspr|vru"
    r"|misper|s\.?47|s\.?17|ctm|mds|kpis?|rag|cin|cpp?)\b"
)
_NO_WORDS = re.compile(r"<[^>]*>|https?://\S+|@\S+|:\w+:")
_EXPLAINED = re.compile(r"\(([^)]+)\)")

_INSIDERS = re.compile(
    r"\b(?:thresholds?(?! of (?:the|a) )|strategy (?:discussions?|meetings?)|section \d+\w*"
    r"|core groups?"
    r"|step(?:ping|ped)? (?:down|up) (?:a |the |our )?(?:cases?|plan|support)"
    r"|step[- ]downs?|step-ups?|governance|assurance|commission(?:ers?|ing)"
    r"|scrutineers?|quora(?:te|cy)|quorum|escalation (?:policy|policies|protocols?|process\w*"
    r"|pathways?)"
    r"|protocols|problem profiles?|tasking|nominals?|intel|caseloads?|child protection (?:plans?"
    r"|conferences?)|case conferences?|child in need|looked[- ]after|placements?|permanence"
    r"|contextual safeguarding|extra-?familial|adultification|trauma[- ]informed"
    r"|strengths[- ]based"
    r"|disproportionality|intersectional\w*|co-?produc(?:e|ed|tion|ing)|stakeholders?"
    r"|service users?"
    r"|wrap-?around|work ?streams?|operationali[sz]\w*|deliverables?|key performance indicators?"
    r"|needs assessments?|datasets?|data sets?|cohorts?|deep[- ]dives?|multi-?disciplinary"
    r"|inter-?agency working|peer[- ]on[- ]peer|return home interviews?|single point of contact"
    r"|statutory (?:duty|duties|guidance|partners|functions?|processes)|relevant agencies"
    r"|delegated safeguarding partners?|lead safeguarding partners?|safeguarding arrangements"
    r"|designated (?:lead|safeguarding lead|officer)s?|information governance|lawful basis"
    r"|care proceedings|public law outline|pre-?proceedings|disruption (?:tactics|plans?|notices?)"
    r"|risk (?:matrix|matrices|assessment tools?|management plans?)|screening tools?|toolkits?"
    r"|performance (?:framework|scorecard|dashboard|management)s?|scorecards?|terms of reference"
    r"|interventions?|outcomes? frameworks?|theory of change|systems? leadership|early help"
    r"|team around the|referral pathways?|pathways|signpost\w*|evidence[- ]based practice"
    r"|quality assur\w+|chronolog(?:y|ies)|professional curiosity|serious case reviews?"
    r"|practice reviews?|section 11|audits?)\b",
    re.I,
)


def _length(text: str) -> Iterator[Remark]:
    count = word_count(text)
    if count > MOST_WORDS:
        advice = f"Use at most {MOST_WORDS} words, so that it can be read once and answered."
        yield Remark(rule="too-long", found=f"{count} words", advice=advice)


def word_count(text: str) -> int:
    """Words with a letter or a figure in them."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def _reading_age(text: str) -> Iterator[Remark]:
    age = reading_age(text)
    if age > READING_AGE + SWING:
        advice = f"Use shorter, more everyday words: aim at a reading age of {READING_AGE}."
        yield Remark(rule="reading-age", found=f"a reading age of about {age:.0f}", advice=advice)


def _acronyms(text: str) -> Iterator[Remark]:
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) * 2 > len(letters):
        return  # somebody shouts: capitals say nothing then
    explained = {part.strip() for part in _EXPLAINED.findall(text)}
    plain = _NO_WORDS.sub(" ", text)
    used = [*_CAPITALS.findall(plain), *_SMALL.findall(plain)]
    short = [one for one in used if one not in explained and one.upper() not in _KNOWN_TO_ALL]
    if short:
        advice = "Write it in full, or say what it does: not everybody knows the short form."
        yield Remark(rule="acronym", found=", ".join(dict.fromkeys(short)), advice=advice)


CHECKS: tuple[Check, ...] = (
    _length,
    _reading_age,
    _acronyms,
    matching(
        "insider-words",
        _INSIDERS,
        "Say it as you would to a neighbour: only some of the partners use these words.",
    ),
)
