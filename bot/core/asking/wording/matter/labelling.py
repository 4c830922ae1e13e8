"""Whether a question labels or blames young people or families. The terms are handed in.

Words in quotation marks, or that a question names as words, are talked about and not used.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from bot.core.asking.wording.rules import Remark
from bot.core.values import Value


class Term(Value):
    """A wording to avoid: where it is found, where it is not meant, why, and what to say instead.

    `pattern` and `unless` are regular expressions without regard to case; where `unless` is found
    too, the sentence is about something else. Tier A blames; tier B labels.
    """

    tier: Literal["A", "B"]
    pattern: str
    unless: str | None = None
    why: str
    instead: str
    source: str


_QUOTED = re.compile(
    r"[“\"][^”\"]*[”\"]|(?<!\w)[‘'][^’']*[’'](?!\w)"
    r"|\b(?:words?|phrases?|terms?|labels?|expressions?)(?: like| such as)? [\w-]+(?: [\w-]+){0,2}"
    r"|\b(?:mean by|meant by|behind the words?|called?|calling|call (?:them|someone|somebody|people"
    r"|a family|families|children|young people|parents)|describ(?:e|ed|ing) (?:\w+ ){1,3}as"
    r"|label(?:led|ling|s)? (?:\w+ ){0,3}(?:as )?|written off as|say(?:s|ing)? that (?:\w+ ){1,3}"
    r"(?:is|are|was|were)) [\w-]+(?: [\w-]+){0,3}"
    r"|\b(?:instead of|rather than|stop(?:ped)? (?:saying|using|writing)|avoid(?:ed)?(?: saying"
    r"| using)?"
    r"|without (?:saying|using)) [\w-]+(?: [\w-]+){0,2}",
    re.I,
)


def on_labels(text: str, terms: Iterable[Term]) -> Iterator[Remark]:
    """One remark for each term that the text uses, rather than talks about."""
    used = _QUOTED.sub(" … ", text)
    for term in terms:
        match = _compiled(term.pattern).search(used)
        if match and not (term.unless and _compiled(term.unless).search(used)):
            advice = f"{term.why} Try: {term.instead}"
            yield Remark(rule="labelling", found=match.group().strip(), advice=advice)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
