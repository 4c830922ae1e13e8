"""Prints evidence as a table of lines, for a spreadsheet. Decides nothing."""

import csv
from collections.abc import Iterator
from io import StringIO

from bot.core.evidence import Evidence, Round, asked, themes, withheld
from bot.core.sentences.board import carried_answer

COLUMNS = ("meeting", "what", "text")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet calculate a cell: words of people must stay words
(https://owasp.org/www-community/attacks/CSV_Injection)."""


def evidence_csv(evidence: Evidence) -> str:
    """One line for each question, theme, answer and reason."""
    out = StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for one in evidence.rounds:
        day = one.meeting_on.isoformat()
        rows.writerows((day, what, still(text)) for what, text in _lines(one))
    return out.getvalue()


def _lines(one: Round) -> Iterator[tuple[str, str]]:
    if one.digest is not None:
        yield from (("asked", text) for text in asked(one.digest))
        yield from (("heard", text) for text in themes(one.digest))
    yield from (("answered", carried_answer(each)) for each in one.answers)
    if one.digest is not None:
        yield from (("held back", text) for text in withheld(one.digest))


def still(text: str) -> str:
    """The words so that no spreadsheet calculates them."""
    return f"'{text}" if text.startswith(_FORMULA) else text
