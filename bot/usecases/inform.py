"""Answers what people ask about their own things and the plan. Changes nothing."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.answering.post import is_out
from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState, Plan
from bot.core.book import Book
from bot.core.digest.signoff import DigestState
from bot.core.messages import HoldMessage, PrivateLine
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.core.sectors import Sector
from bot.paper.calendar_entries import Entry, entries
from bot.store import digests, hearing, notes, plans, proposals
from bot.store.answering import private
from bot.store.engine import Store
from bot.usecases.answering.asked import own_replies
from bot.usecases.answering.reading import out_in
from bot.usecases.guarding.queue import queue_for
from bot.usecases.here import partnership_here
from bot.usecases.roles import may
from bot.usecases.sending.compose import private_line


class AboutAnswers(NamedTuple):
    """What a person may know about their own answers in one round. `privately` are the questions
    they answered privately, by their askings' ids: those they can still read and change."""

    privacy: str
    line: PrivateLine | None
    privately: tuple[tuple[str, str], ...] = ()


class OpenNow(NamedTuple):
    """A question that is open: until when, and how many have answered. Never who has not."""

    question: str
    closes_at: datetime
    answered: int


NEEDS = ("note:cannot:", "note:lost:", "note:waits:")
"""The beginnings of the keys of notes that stay until somebody has put something right."""


class Upcoming(NamedTuple):
    """What comes next for one partnership, for its coordinators only."""

    partnership_id: str
    partnership: str
    prompt_at: datetime | None
    question: str | None
    draft_at: datetime | None
    meeting_at: datetime | None
    now: tuple[OpenNow, ...] = ()
    needs: tuple[str, ...] = ()
    private_in: str | None = None
    """The cycle that has private replies to read, if it has any."""


class Waiting(NamedTuple):
    """What waits for this person's decision in one partnership."""

    partnership_id: str
    partnership: str
    held: tuple[HoldMessage, ...]


class Home(NamedTuple):
    """The first page of the app for one person."""

    sector: Sector | None
    rounds: tuple[AboutAnswers, ...]
    upcoming: tuple[Upcoming, ...]
    waiting: tuple[Waiting, ...] = ()


def about_answers(
    store: Store, book: Book, user_id: str, *, cycle_id: str = "", occurrence_id: str = ""
) -> AboutAnswers | None:
    """Who sees answers in a round, and what this person chose; None for an unknown round."""
    with store.read() as tx:
        if occurrence_id:
            occurrence = plans.occurrence(tx, occurrence_id)
            cycle_id = occurrence.cycle_id if occurrence else ""
        cycle = plans.cycle(tx, cycle_id)
        return _about(tx, book, cycle, user_id) if cycle else None


def privacy_here(store: Store, book: Book, channel_id: str, now: datetime) -> str | None:
    """Who sees answers in the round that is going on where somebody asks; None when none is."""
    with store.read() as tx:
        partnership = partnership_here(tx, book, channel_id)
        cycles = plans.cycles_on(tx, partnership.id) if partnership else ()
        cycle = next((each for each in cycles if each.meeting_at > now), None)
    return _privacy(partnership, cycle) if partnership and cycle else None


def _privacy(partnership: Partnership, cycle: Cycle) -> str:
    issue_on = cycle.issue_at.astimezone(partnership.tz).date()
    board = partnership.board.name
    return sentences.privacy.privacy_in_full(partnership.privacy, board, issue_on)


def _about(tx: Connection, book: Book, cycle: Cycle, user_id: str) -> AboutAnswers | None:
    partnership = book.partnership(cycle.partnership_id)
    if partnership is None:
        return None
    return AboutAnswers(
        _privacy(partnership, cycle),
        private_line(tx, partnership, cycle, user_id),
        _privately(tx, cycle, user_id),
    )


def _privately(tx: Connection, cycle: Cycle, user_id: str) -> tuple[tuple[str, str], ...]:
    given = {each.occurrence_id for each in own_replies(tx, cycle.id, user_id)}
    asked = plans.occurrences_in(tx, cycle.id) if given else []
    return tuple((each.id, each.question) for each in asked if each.id in given)


def home(store: Store, book: Book, user_id: str, now: datetime) -> Home:
    """What one person may see: their own rounds, and the plan where they coordinate."""
    with store.read() as tx:
        rounds = []
        upcoming = []
        for partnership in book.partnerships:
            cycles = [c for c in plans.cycles_on(tx, partnership.id) if c.meeting_at > now]
            about = (_about(tx, book, cycle, user_id) for cycle in cycles[:1])
            rounds += [each for each in about if each and (each.line or each.privately)]
            if may(tx, partnership, user_id, Role.READER):
                upcoming.append(_upcoming(tx, partnership, cycles, now))
        sector = digests.sector_of(tx, user_id)
    waiting = tuple(_waiting(store, book, user_id, now))
    return Home(sector, tuple(rounds), tuple(upcoming), waiting)


def _waiting(store: Store, book: Book, user_id: str, now: datetime) -> Iterator[Waiting]:
    for partnership in book.partnerships:
        held = queue_for(store, book, partnership.id, user_id, now)
        if held:
            yield Waiting(partnership.id, partnership.name, tuple(held))


def _upcoming(
    tx: Connection, partnership: Partnership, cycles: list[Cycle], now: datetime
) -> Upcoming:
    planned = [
        each
        for each in plans.occurrences_of(tx, partnership.id, planned=True)
        if each.due_at > now and each.state is OccurrenceState.PLANNED
    ]
    first: Occurrence | None = planned[0] if planned else None
    tz = partnership.tz
    cycle = cycles[0] if cycles else None
    return Upcoming(
        partnership.id,
        partnership.name,
        first.due_at.astimezone(tz) if first else None,
        first.question if first else None,
        cycle.draft_at.astimezone(tz) if cycle else None,
        cycle.meeting_at.astimezone(tz) if cycle else None,
        _open_now(tx, partnership, now),
        _needs(tx, partnership, cycle),
        cycle.id if cycle and out_in(tx, partnership, cycle.id, now) else None,
    )


def _open_now(tx: Connection, partnership: Partnership, now: datetime) -> tuple[OpenNow, ...]:
    """One entry for a question, however many channels hear it. A private answer counts from the
    next morning's post on, as everywhere."""
    asked = [
        each
        for each in plans.occurrences_of(tx, partnership.id, planned=False)
        if each.state is OccurrenceState.ASKED and each.closes_at > now
    ]
    questions = {each.question: each for each in asked}
    privately = [
        reply.occurrence_id
        for cycle_id in {each.cycle_id for each in asked}
        for reply in private.live_in(tx, cycle_id)
        if is_out(partnership, reply.said_on, now)
    ]
    return tuple(
        OpenNow(
            question,
            one.closes_at.astimezone(partnership.tz),
            hearing.answering(tx, of) + sum(each in of for each in privately),
        )
        for question, one in questions.items()
        if (of := [each.id for each in asked if each.question == question])
    )


def _needs(tx: Connection, partnership: Partnership, cycle: Cycle | None) -> tuple[str, ...]:
    matters = notes.open_matters(tx, partnership.id, NEEDS)
    held = digests.of_cycle(tx, cycle.id) if cycle else None
    if cycle and held and held.state in (DigestState.DRAFT, DigestState.HELD):
        issue_on = cycle.issue_at.astimezone(partnership.tz).date()
        matters.append(sentences.home.draft_waits(issue_on))
    proposed = proposals.waiting(tx, partnership.id)
    if proposed:
        matters.append(sentences.home.proposals_wait(proposed))
    return tuple(matters)


class AgendaItem(NamedTuple):
    """One thing that Dots will do, or a meeting: when, and a sentence that says what."""

    at: datetime
    what: str


def agenda(store: Store, book: Book, now: datetime) -> list[AgendaItem]:
    """Everything still to come in every partnership's stored plan, soonest first."""
    items = []
    with store.read() as tx:
        for partnership in book.partnerships:
            stored = Plan(
                cycles=plans.cycles_on(tx, partnership.id),
                occurrences=plans.occurrences_of(tx, partnership.id),
            )
            items += [_item(entry) for entry in entries(partnership, stored) if entry.at > now]
    return sorted(items)


def _item(entry: Entry) -> AgendaItem:
    to = f" to {entry.to}" if entry.to else ""
    question = f": “{entry.question}”" if entry.question else ""
    return AgendaItem(entry.at, f"{entry.what}{to}{question}")
