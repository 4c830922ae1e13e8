"""Compiles a cycle's replies into a Digest. Reads no clock, asks nobody, prints nothing.

The same values in any order give the same digest, byte for byte.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from bot.core.asking.plan import Cycle, Occurrence
from bot.core.digest.breadth import breadth
from bot.core.digest.closing import board_questions
from bot.core.digest.digest import (
    AskedQuestion,
    BoardQuestion,
    Counts,
    Digest,
    Made,
    QuotedLine,
    Section,
)
from bot.core.digest.gather import Asking, authors, gathered, usable
from bot.core.digest.lots import lot
from bot.core.digest.naming import invited_sectors, may_be_quoted, nameable_sectors
from bot.core.digest.quoting import quotable
from bot.core.framework import PRACTICES, Principle
from bot.core.partnership import Partnership
from bot.core.prompts import ClosingQuestion
from bot.core.replies import Choice, Reply
from bot.core.sectors import Sector

# People whose replies may be used, before anything they said is shared. With two, each knows
# which line is the other's; so the questions are asked again instead. Product rule.
PEOPLE_FOR_A_DIGEST = 3


class _Cycle(NamedTuple):
    """What every part of one compilation needs to know."""

    partnership: Partnership
    cycle: Cycle
    askings: tuple[Asking, ...]
    everyone: int
    named: frozenset[Sector]
    printed: frozenset[str]

    @property
    def own(self) -> tuple[Asking, ...]:
        """The questions of this cycle, without what was carried over from an earlier one."""
        return tuple(one for one in self.askings if one.first.cycle_id == self.cycle.id)


def compile_digest(
    partnership: Partnership,
    cycle: Cycle,
    asked: Sequence[Occurrence],
    replies: Sequence[Reply],
    closing: Sequence[ClosingQuestion],
    cut_at: datetime,
    *,
    version: str,
    not_quoted: Collection[str] = (),
) -> Digest:
    """The digest of one cycle from what was asked and said; `version` is that of Dots.

    `replies` are live ones; those said after `cut_at` wait for the next digest. Occurrences of
    an earlier cycle may be in `asked`, with the replies that were too late for its digest: they
    are shown as carried over. `not_quoted` are ids of replies that may be counted but whose words
    no coordinator has approved. Raises ValueError for a reply whose occurrence is not in `asked`.
    """
    used = usable(replies, cut_at)
    gathered(asked, replies)  # a reply that answers nothing is an error even when it is not used
    people = len(authors(used))
    enough = people >= PEOPLE_FOR_A_DIGEST
    askings = gathered(asked, used if enough else ())
    agreed = {one.id for one in used if may_be_quoted(one, partnership.privacy)}
    printed = frozenset(agreed.difference(not_quoted))
    named = nameable_sectors(askings, printed, partnership.privacy, cycle.id)
    whole = _Cycle(partnership, cycle, askings, people if enough else 0, named, printed)
    unused = [one for one in replies if one.said_at <= cut_at and one not in used]
    return Digest(
        kind="digest" if enough else "questions-again",
        partnership_id=partnership.id,
        partnership=partnership.name,
        board=partnership.board.name,
        cycle_id=cycle.id,
        meeting_on=cycle.meeting_on,
        meeting_at=cycle.meeting_at,
        zone=partnership.zone,
        sections=tuple(_section(whole, principle) for principle in Principle),
        joins=_joins(whole),
        invited=invited_sectors(partnership, named),
        board_questions=_for_the_board(whole, closing) if enough else (),
        counts=_counts(used) if enough else None,
        made=_made(whole, unused, cut_at, version),
    )


def _section(whole: _Cycle, principle: Principle) -> Section:
    return Section(
        principle=principle,
        questions=tuple(
            _question(whole, asking)
            for asking in _shown(whole)
            if [PRACTICES[practice].principle for practice in asking.first.practices] == [principle]
        ),
    )


def _joins(whole: _Cycle) -> tuple[AskedQuestion, ...]:
    return tuple(
        _question(whole, asking) for asking in _shown(whole) if len(asking.first.practices) > 1
    )


def _shown(whole: _Cycle) -> tuple[Asking, ...]:
    """This cycle's questions; of an earlier one's only those that have late replies."""
    own = whole.own
    return tuple(asking for asking in whole.askings if asking in own or asking.replies)


def _question(whole: _Cycle, asking: Asking) -> AskedQuestion:
    first, alone = asking.first, asking.people == 1
    agreed = [one for one in asking.replies if may_be_quoted(one, whole.partnership.privacy)]
    quoted = [one for one in agreed if one.id in whole.printed]
    quoted.sort(key=lambda reply: (lot(whole.cycle.id, reply.id), reply.id))
    return AskedQuestion(
        prompt_id=first.prompt_id,
        practices=first.practices,
        text=first.question,
        follow_up=first.follow_up,
        asked_on=asking.days,
        channels=asking.channels,
        carried=first.cycle_id != whole.cycle.id,
        breadth=breadth(asking.people, whole.everyone) if whole.everyone else None,
        one_voice=alone,
        lines=tuple(_line(reply, frozenset() if alone else whole.named) for reply in quoted),
        unquoted=len(asking.replies) - len(agreed),
        unapproved=len(agreed) - len(quoted),
    )


def _line(reply: Reply, named: frozenset[Sector]) -> QuotedLine:
    words, shortened = quotable(reply.text)
    sector = reply.sector if reply.sector in named else None
    return QuotedLine(reply_id=reply.id, words=words, sector=sector, shortened=shortened)


def _for_the_board(whole: _Cycle, closing: Sequence[ClosingQuestion]) -> tuple[BoardQuestion, ...]:
    practices = {practice for asking in whole.own for practice in asking.first.practices}
    return board_questions(closing, practices, whole.cycle.id)


def _counts(used: Sequence[Reply]) -> Counts:
    late = sum(reply.late for reply in used)
    return Counts(people=len(authors(used)), replies=len(used), late=late)


def _made(whole: _Cycle, unused: Sequence[Reply], cut_at: datetime, version: str) -> Made:
    privacy = whole.partnership.privacy
    left_out = [one for one in unused if one.choice is Choice.LEAVE_OUT]
    days = sorted({day for asking in whole.own for day in asking.days})
    channels = {one.channel_id for asking in whole.own for one in asking.occurrences}
    told = len(authors(left_out)) >= privacy.minimum_people
    return Made(
        questions=len(whole.own),
        channels=len(channels),
        first_on=days[0] if days else None,
        last_on=days[-1] if days else None,
        cut_at=cut_at,
        quotes=privacy.quotes,
        minimum_people=privacy.minimum_people,
        minimum_agencies=privacy.minimum_agencies,
        left_out=len(left_out) if told else None,
        held_back=len(unused) - len(left_out),
        version=version,
    )
