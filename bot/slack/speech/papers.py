"""Prints a paper that is about to be handed over. Each printer is loaded when it is needed."""

from bot.core.digest.reading.picture import picture
from bot.core.messages import PaperForm, PaperMessage


def printed(paper: PaperMessage) -> bytes:
    """The bytes of the file. The same paper gives the same bytes."""
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
