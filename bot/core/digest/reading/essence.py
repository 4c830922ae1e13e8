"""The short message for the board's channel: the essence of a digest, always on one page.

Names every theme, or none of them and their number: it never chooses among them.
"""

from collections.abc import Iterator

from bot.core.digest.digest import Digest, Section
from bot.core.digest.heard import AskedQuestion
from bot.core.digest.reading.around import board_questions
from bot.core.digest.reading.opening import no_survey
from bot.core.digest.reading.parts import Heading, ListItem, Paragraph, Part
from bot.core.digest.reading.picture import UNNAMED
from bot.core.words import counted, listed, moment_in_words, sentence


def essence(digest: Digest, *, named: bool) -> tuple[Part, ...]:
    """A digest's essence, with its themes by name or, where they are too many, only counted."""
    cover = digest.cover
    meeting = moment_in_words(digest.meeting_at.astimezone(digest.tz))
    return (
        Paragraph(text=f"{digest.partnership}. For the meeting on {meeting}."),
        *((Paragraph(text=cover.foreword),) if cover.foreword else ()),
        *(Paragraph(text=one) for one in no_survey(digest)),
        *(part for one in digest.sections for part in _section(one, named=named)),
        *_joins(digest, named=named),
        *board_questions(digest),
        Heading(level=2, text="The board is asked to"),
        *(ListItem(text=sentence(one)) for one in cover.asked_to),
    )


def _section(section: Section, *, named: bool) -> Iterator[Part]:
    yield Heading(level=3, text=section.principle.title)
    if not section.questions:
        yield ListItem(text="No question was asked about this principle alone.")
        return
    yield from _heard(section.questions, named=named)


def _heard(questions: tuple[AskedQuestion, ...], *, named: bool) -> Iterator[ListItem]:
    themes = [theme for asked in questions for theme in asked.themes]
    names = [sentence(theme.label) for theme in themes if theme.label]
    if named:
        yield from (ListItem(text=name) for name in names)
    rest = (
        counted(len(themes) - len(names) * named, *_themes(some=named and bool(names))),
        counted(sum(len(asked.views) for asked in questions), "single view", "single views"),
        counted(sum(len(asked.loose) for asked in questions), "reply", "replies")
        + " not easily grouped",
    )
    told = listed([one for one in rest if not one.startswith("no ")])
    yield ListItem(text=f"{sentence(told)}." if told else "Nobody has answered yet.")


def _themes(*, some: bool) -> tuple[str, str]:
    return ("more theme", "more themes") if some else ("theme", "themes")


def _joins(digest: Digest, *, named: bool) -> Iterator[Part]:
    if not digest.threads and not digest.joins:
        return
    yield Heading(level=3, text="Where the dots join")
    if named:
        yield from (ListItem(text=sentence(one.label or UNNAMED)) for one in digest.threads)
    elif digest.threads:
        yield ListItem(text=f"{counted(len(digest.threads), 'thread', 'threads')} across them.")
    if digest.joins:
        yield from _heard(digest.joins, named=named)
