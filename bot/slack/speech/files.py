"""Prints a file that is about to be handed over. Each printer is loaded when it is needed."""

from datetime import UTC, datetime, time

from bot.core import evidence as pack
from bot.core.digest.reading.picture import picture
from bot.core.messages import (
    EvidenceForm,
    EvidenceMessage,
    FileMessage,
    PaperForm,
    PaperMessage,
    RecordMessage,
    ScheduleMessage,
)


def printed(file: FileMessage) -> bytes:
    """The bytes of the file. The same message gives the same bytes."""
    match file:
        case PaperMessage():
            return _paper(file)
        case EvidenceMessage():
            return _evidence(file)
        case RecordMessage():
            from bot.paper.audit_csv import audit_csv

            return audit_csv(file.decisions).encode()
        case ScheduleMessage():
            from bot.paper.partnership_yaml import partnership_yaml

            return partnership_yaml(file.partnership).encode()
        case _:
            raise TypeError(f"no printer for {type(file).__name__}")


def _paper(paper: PaperMessage) -> bytes:
    match paper.form:
        case PaperForm.PDF:
            from bot.paper.digest.pdf import digest_pdf

            return digest_pdf(paper.digest)
        case PaperForm.WORD:
            from bot.paper.digest.word import digest_docx

            return digest_docx(paper.digest)
        case PaperForm.HTML:
            from bot.paper.digest.html import digest_html

            return digest_html(paper.digest).encode()
        case PaperForm.PICTURE:
            from bot.paper.digest.png import picture_png

            drawn = picture(paper.digest)
            if drawn is None:
                raise ValueError("a digest in which nothing joins has no picture")
            return picture_png(drawn)


def _evidence(message: EvidenceMessage) -> bytes:
    from bot.paper.digest.html import outline_html
    from bot.paper.digest.outline import outlined
    from bot.paper.digest.word import outline_docx
    from bot.paper.evidence_csv import evidence_csv

    found = message.evidence
    whole = outlined(pack.title(found), pack.parts(found))
    match message.form:
        case EvidenceForm.HTML:
            return outline_html(whole).encode()
        case EvidenceForm.WORD:
            made_at = datetime.combine(found.end, time(), tzinfo=UTC)
            return outline_docx(whole, found.partnership, made_at)
        case EvidenceForm.TABLE:
            return evidence_csv(found).encode()
