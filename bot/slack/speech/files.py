"""Prints what a coordinator asks for as files. Each printer is loaded when it is needed."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import NamedTuple

from bot.core import evidence as pack
from bot.core.evidence import Evidence
from bot.core.partnership import Partnership
from bot.core.sentences import desk as say
from bot.paper.audit_csv import Decision, audit_csv
from bot.paper.partnership_yaml import partnership_yaml


class NamedFile(NamedTuple):
    """A file as it is shown: the name under which it is kept, and what it is."""

    name: str
    title: str
    content: bytes


def schedule_file(partnership: Partnership) -> NamedFile:
    """The partnership as a schedule file that reads back to the same thing."""
    name = f"{partnership.id}.yaml"
    return NamedFile(name, name, partnership_yaml(partnership).encode())


def record_file(partnership_id: str, decisions: Iterable[Decision]) -> NamedFile:
    """Who decided what, when and why, as a table."""
    name = f"decisions-{partnership_id}.csv"
    return NamedFile(name, name, audit_csv(decisions).encode())


def evidence_files(found: Evidence) -> tuple[NamedFile, ...]:
    """A period as a web page, as Word and as a table, from the same values."""
    from bot.paper.digest.html import outline_html
    from bot.paper.digest.outline import outlined
    from bot.paper.digest.word import outline_docx
    from bot.paper.evidence_csv import evidence_csv

    title = pack.title(found)
    whole = outlined(title, pack.parts(found))
    made_at = datetime.combine(found.end, time(), tzinfo=UTC)
    name = f"evidence-{found.start.isoformat()}-to-{found.end.isoformat()}"
    return tuple(
        NamedFile(f"{name}.{ending}", f"{title} ({say.form_of(ending)})", content)
        for ending, content in (
            ("html", outline_html(whole).encode()),
            ("docx", outline_docx(whole, found.partnership, made_at)),
            ("csv", evidence_csv(found).encode()),
        )
    )
