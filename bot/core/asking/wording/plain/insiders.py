"""Whether a question uses words that only some of the partners know: short forms and jargon."""

import re
from collections.abc import Iterator

from bot.core.asking.wording.rules import Check, Remark, matching

# Short forms that everybody reads as words; not those of any one service.
_KNOWN_TO_ALL = {
    "OK", "UK", "TV", "ID", "PC", "PM", "AM", "PE", "IT", "UN", "EU", "USA", "BBC", "NHS", "GP",
    "GPS", "CCTV", "DIY", "FAQ", "PDF", "QR", "COVID", "HIV", "DVD", "CEO", "A", "I", "A&E", "AI",
    "GCSE", "LGBT", "LGBTQ", "LGBTQI", "LGBTQIA", "MP", "NSPCC", "PIN", "SMS", "WIFI", "BSL",
}  # fmt: skip
_CAPITALS = re.compile(r"\b(?:[A-Z][A-Z0-9&]+|[A-Z]+[a-z]?[A-Z]+)s?\b")
# Written small in a hurry, and no English words.
_SMALL = re.compile(
    r"\b(?:camhs|lado|cse|cce|nrm|ehcps?|lscp|lscb|marac|mappa|yjs|yot|icb|dsls?|jtai|lcspr|vru"
    r"|misper|s\.?47|s\.?17|ctm|mds|kpis?|rag|cin|cpp?|vcse|vcs|send|uasc|opcc|pcc|masa|isas?"
    r"|spocs?|tafs?|cafs?|sarc|vawg)\b"
)
_SMALL_WORDS = {"send", "rag"}
"""Short forms that are English words too, unless they are written in capitals."""
_NO_WORDS = re.compile(r"<[^>]*>|https?://\S+|@\S+|:\w+:")
_EXPLAINED = re.compile(r"\(([^)]+)\)")


def _acronyms(text: str) -> Iterator[Remark]:
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) * 2 > len(letters):
        return  # somebody shouts: capitals say nothing then
    explained = {part.strip() for part in _EXPLAINED.findall(text)}
    plain = _NO_WORDS.sub(" ", text)
    small = [one for one in _SMALL.findall(plain) if one not in _SMALL_WORDS]
    used = [*_CAPITALS.findall(plain), *small]
    short = [one for one in used if one not in explained and not _is_known(one)]
    if short:
        advice = "Write it in full, or say what it does: not everybody knows the short form."
        yield Remark(rule="acronym", found=", ".join(dict.fromkeys(short)), advice=advice)


def _is_known(short: str) -> bool:
    return short.upper() in _KNOWN_TO_ALL or short.removesuffix("s") in _KNOWN_TO_ALL


_PROCESSES = (
    r"thresholds?(?! of (?:the|a) )", r"levels? of need", r"continuum of need",
    r"strategy (?:discussions?|meetings?)", r"strat meets?", r"section \d+\w*", r"core groups?",
    r"step(?:ping|ped)? (?:down|up) (?:a |the |our )?(?:cases?|plan|support)", r"step[- ]downs?",
    r"step-ups?", r"escalation (?:policy|policies|protocols?|process\w*|pathways?)",
    r"child protection (?:plans?|conferences?)", r"(?:case|review) conferences?", r"conferencing",
    r"child in need", r"looked[- ]after", r"placements?", r"permanenc[ey](?! of)",
    r"corporate parent\w*", r"edge of care", r"care proceedings", r"public law outline",
    r"pre-?proceedings", r"legal planning", r"return home interviews?", r"missing episode data",
    r"needs assessments?", r"single assessments?", r"early help(?: \w+)?", r"team around the",
    r"referral pathways?", r"pathways", r"signpost\w*", r"chronolog(?:y|ies)", r"caseloads?",
    r"allocat(?:ed|ion of) cases?", r"open cases?", r"serious case reviews?", r"practice reviews?",
    r"section 11", r"audits?", r"dip[- ]samples?", r"conversion rates?",
    r"front[- ]door (?!step)\w+",
    r"screening tools?", r"risk (?:matrix|matrices|registers?|assessment tools?|management plans?)",
    r"safety mapping", r"peer mapping",
)  # fmt: skip
_POLICING = (
    r"problem profiles?", r"tasking", r"nominals?", r"intel", r"intelligence (?:submissions?"
    r"|products?|pictures?|gaps?|reports?|requirements?)", r"organised crime groups?",
    r"disruption (?:tactics|plans?|notices?|toolkits?)", r"(?:subjects?|persons?) of concern",
    r"modus operandi", r"problem[- ]oriented",
)  # fmt: skip
_RUNNING = (
    r"governance", r"assurance", r"commission(?:ers?|ing|ed)?(?! (?:a|an|the) )", r"scrutineers?",
    r"independent scrutin\w+", r"scrutiny (?:framework|function|role|arrangements)s?",
    r"quora(?:te|cy)", r"quorum", r"protocols", r"terms of reference", r"stakeholders?",
    r"work ?streams?", r"operationali[sz]\w*", r"deliverables?", r"key performance indicators?",
    r"datasets?", r"data sets?", r"cohorts?", r"deep[- ]dives?", r"multi-?disciplinary",
    r"inter-?agency working", r"strategic oversight", r"oversight arrangements",
    r"statutory (?:duty|duties|guidance|partners|functions?|processes)", r"relevant agencies",
    r"(?:delegated|lead) safeguarding partners?", r"safeguarding arrangements",
    r"designated (?:lead|safeguarding lead|officer)s?", r"information governance",
    r"lawful basis", r"performance (?:framework|scorecard|dashboard|management)s?", r"scorecards?",
    r"outcomes? frameworks?", r"theory of change", r"systems? leadership", r"quality assur\w+",
    r"single point of contact", r"tier (?:one|two|three|four|[1-4])", r"triangulat\w+",
    r"business continuity", r"horizon[- ]scanning", r"logic models?", r"gap analysis",
    r"data[- ]sharing agreements?", r"memorand(?:um|a) of understanding",
)  # fmt: skip
_IDEAS = (
    r"contextual safeguarding", r"extra-?familial", r"adultification", r"trauma[- ]informed",
    r"strengths[- ]based", r"disproportionality", r"intersectional\w*",
    r"co-?produc(?:e|ed|tion|ing)", r"service users?", r"wrap-?around", r"peer[- ]on[- ]peer",
    r"professional curiosity", r"toolkits?", r"interventions?", r"evidence[- ]based practice",
    r"relational practice", r"restorative practice", r"reflective supervision", r"whole[- ]system",
)  # fmt: skip
_JARGON = re.compile(rf"\b(?:{'|'.join((*_PROCESSES, *_POLICING, *_RUNNING, *_IDEAS))})\b", re.I)

CHECKS: tuple[Check, ...] = (
    _acronyms,
    matching(
        "statutory-jargon",
        _JARGON,
        "Say it as you would to a neighbour: only some of the partners use these words.",
    ),
)
