"""Looks for references of the police, of case systems, courts and the Home Office. Their shapes are
not published, so a cue word must stand beside them.
"""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, Sighting

_NO = (
    r"(?: ?(?:ref(?:erence)?s?|no|nos|num|number|nr|id|code|record|report|episode|file|entry"
    r"|#)\b\.?){0,3}"
)
_LINK = (
    r"(?: (?:s?he(?:'s| is)|they(?:'re| are)|is|was"
    r"|in the \w+ \w+|of|quoted(?: as)?|under|as|given as"
    r"|for this is)){0,2}[\s:;,#=(\"'-]{0,4}"
)
_VALUE = r"(?P<ref>(?=[A-Z0-9/.-]*\d)[A-Z0-9]{1,16}(?:[/.*-][A-Z0-9]{1,16}){0,4})(?![\w/])"
"""Letters and figures in up to five parts, at least one figure among them."""


def _cued(cue: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue})\b{_NO}{_LINK}{_VALUE}", re.I)


_POLICE = _cued(
    r"crime|cris|occurrence|niche|occ|cad|pnc|pnc ?id|custody(?: record)?"
    r"|intel(?:ligence)?(?: log)?"
    r"|police"
    r"|urn|storm|athena|connect|police log"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_LOG = re.compile(
    rf"\b(?:log|incident)\b{_NO}{_LINK}(?P<ref>\d{{2,6}}(?: of"
    rf"|,)? (?:on )?(?:the )?\d{{1,2}}(?:[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?"
    rf"|(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\w*|(?:st|nd|rd|th)\b)"
    r"|\d{4}-\d{8}|\d{3,14}(?:[/.-]\d{2,8})*)(?![\w/])",
    re.I,
)
_CASE = _cued(
    r"lcs|ehm|wccis|liquid ?logic|mosaic|eclipse(?: as)?|care ?first|systm ?one|client|person|case"
    r"|referral|service user"
    r"|child|yos|yjs|yot|assetplus|early help|rio|paris|swift|framework-?i|social care"
    r"|family|sen|ehcp|file|tag"
)
_OFFICIAL = _cued(
    r"nrm|home office|h\.?o\.?|port|court|court case|case number in the family court|passport|brp"
    r"|ukvi|asylum|visa"
    r"|biometric|reporter's|scra|children's hearing|hospital|mrn|arc|prison|driving licen[cs]e"
    r"|licen[cs]e number"
)
_COURT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}[CPDZ]\d{5}(?!\w)")
_LICENCE = re.compile(r"(?<!\w)[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}(?!\w)", re.I)
_REFERRED = re.compile(r"(?<!\w)NRM[ /-]?\d{5,12}(?!\w)", re.I)
_PERMIT = re.compile(r"(?<!\w)Z[A-Z]\d{7}(?!\w)")

_FEWEST_FIGURES = {"police-reference": 4, "case-reference": 5, "official-reference": 5}
"""Figures in a reference, at least: fewer are counts, and years have four."""

_YEAR = re.compile(r"(?:19|20)\d{2}(?:[/-]\d{2,4})?")
_COUNT = re.compile(
    r"\b(?:numbers|loads?|conferences?|stud(?:y|ies)|plans?|reviews?|panels?|law|notes)\b", re.I
)


def references(words: str) -> Iterator[Sighting]:
    """References by their cue words, and court numbers and licences by their form."""
    for pattern, kind, whose in (
        (_POLICE, "police-reference", "the police"),
        (_LOG, "police-reference", "the police"),
        (_OFFICIAL, "official-reference", "a court, the Home Office or another authority"),
        (_CASE, "case-reference", "a case system"),
    ):
        for match in pattern.finditer(words):
            if _is_reference(kind, match["ref"], match.group()):
                reason = f"it is named as a reference of {whose}"
                yield Sighting(kind, *match.span("ref"), LIKELY, reason)
    for pattern, what in (
        (_COURT, "a court's case number"),
        (_LICENCE, "a driving licence number"),
        (_PERMIT, "a residence permit's number"),
        (_REFERRED, "a number of the National Referral Mechanism"),
    ):
        for match in pattern.finditer(words):
            yield Sighting(
                "official-reference", *match.span(), CERTAIN, f"it has the form of {what}"
            )


def _is_reference(kind: str, value: str, whole: str) -> bool:
    figures = sum(each.isdigit() for each in value)
    cue = whole[: -len(value)]
    if _YEAR.fullmatch(value) or _COUNT.search(cue):
        return False
    if re.search(r"[/*-]", value) and figures >= 4:
        return True
    return figures >= _FEWEST_FIGURES[kind]
