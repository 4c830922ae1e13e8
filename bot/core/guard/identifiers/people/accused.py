"""Reasons why a worker's name may not be passed on: somebody complains of the worker's conduct."""

import re

from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.identifiers.people.passage import Strength
from bot.core.guard.identifiers.people.work import is_a_complaint

_WORKER = re.compile(
    r"\b(?:mr|mrs|ms|miss|pc|dc|ds|sgt|dr|social worker|key ?worker|teacher|coach|carer|officer"
    r"|nurse|caretaker|head|doctor|tutor|ta|worker|manager(?: of the home)?)\.?,? $",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:allegations?|complaints?|concerns?)\b[\w ,]{0,20} (?:about|against|into|involving) $",
    re.I,
)


def of_a_complaint(name: Named) -> str:
    """A worker's name, where the worker's conduct is complained of."""
    is_worker = name.strength in (Strength.SURE, Strength.UNKNOWN) and name.follows(_WORKER, 28)
    is_accused = name.strength is Strength.SURE and name.follows(_AGAINST, 50)
    if is_accused or (is_worker and is_a_complaint(name.sentence)):
        return "it names a worker, in a sentence about a complaint"
    return ""
