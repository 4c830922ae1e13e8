"""Gathers replies under the question they answer. Does not decide what may be printed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from bot.core.asking.plan import Occurrence
from bot.core.replies import Choice, Reply
from bot.core.themes.said import Said


class Asking(NamedTuple):
    """One question, with all its occurrences and all the replies that may be used."""

    occurrences: tuple[Occurrence, ...]
    replies: tuple[Reply, ...]

    @property
    def first(self) -> Occurrence:
        """The earliest occurrence: it stands for what all of them share."""
        return self.occurrences[0]

    @property
    def people(self) -> int:
        """How many different people answered."""
        return len(authors(self.replies))

    @property
    def days(self) -> tuple[date, ...]:
        """The local days on which it was asked."""
        return tuple(sorted({occurrence.on for occurrence in self.occurrences}))

    @property
    def channels(self) -> int:
        """In how many channels it was asked."""
        return len({occurrence.channel_id for occurrence in self.occurrences})


def authors(replies: Iterable[Reply]) -> frozenset[str]:
    """The different people behind some replies."""
    return frozenset(reply.author for reply in replies)


def usable(
    replies: Iterable[Reply], cut_at: datetime, off_topic: Collection[str] = ()
) -> tuple[Reply, ...]:
    """The replies said in time and about the question, by people who did not ask to be left out,
    that nothing holds."""
    return tuple(
        reply
        for reply in replies
        if reply.said_at <= cut_at
        and reply.choice is not Choice.LEAVE_OUT
        and not reply.held
        and reply.id not in off_topic
    )


def gathered(asked: Sequence[Occurrence], replies: Sequence[Reply]) -> tuple[Asking, ...]:
    """Every question with what was said to it, in the order in which they were first asked.

    A prompt asked in several channels, or on several days, is one question. One prompt whose
    words changed in between is two. Raises ValueError for a reply to something not in `asked`.
    """
    said = _by_occurrence(asked, replies)
    questions: dict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
    for occurrence in sorted(asked, key=lambda one: (one.on, one.prompt_id, one.id)):
        questions[_question_of(occurrence)].append(occurrence)
    return tuple(
        Asking(tuple(same), tuple(reply for one in same for reply in said[one.id]))
        for same in questions.values()
    )


def said(
    asked: Sequence[Occurrence], replies: Sequence[Reply], cut_at: datetime
) -> tuple[Said, ...]:
    """What grouping is to look at: every reply that may be used, with the question it answers."""
    return tuple(
        Said(id=reply.id, text=reply.text, author=reply.author, group=asking.first.id)
        for asking in gathered(asked, usable(replies, cut_at))
        for reply in sorted(asking.replies, key=lambda one: one.id)
    )


def _question_of(occurrence: Occurrence) -> tuple[str, ...]:
    return (
        occurrence.cycle_id,
        occurrence.prompt_id,
        occurrence.question,
        occurrence.follow_up or "",
        *occurrence.practices,
    )


def _by_occurrence(
    asked: Sequence[Occurrence], replies: Sequence[Reply]
) -> dict[str, tuple[Reply, ...]]:
    said: dict[str, list[Reply]] = {occurrence.id: [] for occurrence in asked}
    for reply in replies:
        if reply.occurrence_id not in said:
            raise ValueError(
                f"reply {reply.id} answers occurrence {reply.occurrence_id}, "
                "which was not among those passed in as asked"
            )
        said[reply.occurrence_id].append(reply)
    return {id_: tuple(these) for id_, these in said.items()}
