"""Whether a question labels or blames young people or families. The terms are handed in.

Words in quotation marks, or that a question names as words, are talked about and not used.
"""

from collections.abc import Iterable, Iterator

from bot.core.asking.wording.rules import Remark
from bot.core.guard.language import SAID_BY_DOTS, Term, language


def on_labels(text: str, terms: Iterable[Term]) -> Iterator[Remark]:
    """One remark for each term that the text uses, rather than talks about: a question is held to
    what Dots itself may say."""
    by_id = {term.id: term for term in terms}
    told = set()
    for finding in language(by_id.values(), SAID_BY_DOTS)(text):
        if finding.kind not in told:
            told.add(finding.kind)
            term = by_id[finding.kind]
            found = text[finding.start : finding.end].strip()
            yield Remark(rule="labelling", found=found, advice=f"{term.why} Try: {term.instead}.")
