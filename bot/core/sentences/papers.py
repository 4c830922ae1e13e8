"""What Dots calls the files that stand beside a digest."""

from datetime import date

_NAMES = {
    "picture": "Where the dots join, as a picture",
    "pdf": "The digest as a paper (PDF)",
    "docx": "The digest as a paper (Word)",
}
_ENDINGS = {"picture": "png", "pdf": "pdf", "docx": "docx"}


def title(form: str, digest_title: str) -> str:
    """What a file is, above it."""
    return f"{_NAMES[form]}. {digest_title}"


def file_name(form: str, meeting_on: date) -> str:
    """The name under which somebody keeps the file."""
    what = "where-the-dots-join" if form == "picture" else "digest"
    return f"{what}-{meeting_on.isoformat()}.{_ENDINGS[form]}"
