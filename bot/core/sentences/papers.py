"""What Dots calls the files that stand beside a digest."""

from datetime import date

_NAMES = {
    "picture": "Where the dots join, as a picture",
    "pdf": "The digest as a paper (PDF)",
    "docx": "The digest as a paper (Word)",
    "html": "The digest as a paper (web page)",
}
_ENDINGS = {"picture": "png", "pdf": "pdf", "docx": "docx", "html": "html"}

DRAFT = "A draft. The board has not been given it, and it may still change."
"""What stands on a paper that was printed before its issue."""


def title(form: str, digest_title: str, *, draft: bool) -> str:
    """What a file is, above it."""
    return f"{'Draft. ' if draft else ''}{_NAMES[form]}. {digest_title}"


def file_name(form: str, meeting_on: date, *, draft: bool) -> str:
    """The name under which somebody keeps the file."""
    what = "where-the-dots-join" if form == "picture" else "digest"
    return f"{'draft-' if draft else ''}{what}-{meeting_on.isoformat()}.{_ENDINGS[form]}"


def asked(outcome: str) -> str:
    """To whoever asked for the paper."""
    return {
        "sent": "The paper as it stands now (PDF, Word and a web page) is in the thread of the "
        "draft, or on its way there.",
        "gone": "There is no digest any more, so there is no paper to send.",
        "not-yours": "The paper is for those who have a role in this partnership.",
    }[outcome]
