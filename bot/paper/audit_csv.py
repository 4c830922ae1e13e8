"""Prints the record of decisions as a table. Decides nothing."""

import csv
from collections.abc import Iterable
from io import StringIO

from bot.core.evidence import Decision
from bot.paper.evidence_csv import still

COLUMNS = ("at", "partnership_id", "who", "did", "about", "reason")


def audit_csv(decisions: Iterable[Decision]) -> str:
    """One line for each decision, in their order."""
    out = StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for *known, reason in decisions:
        rows.writerow([*known, still(reason or "")])
    return out.getvalue()
