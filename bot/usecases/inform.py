"""Answers what people ask about their own things and the plan. Changes nothing."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.asking.plan import Cycle, Plan
from bot.core.book import Book
from bot.core.messages import HoldMessage, PrivateLine
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.core.sectors import Sector
from bot.paper.calendar_entries import Entry, entries
from bot.store import digests, plans
from bot.store.engine import Store
from bot.usecases.ahead import Upcoming, upcoming_of
from bot.usecases.answering.asked import own_replies
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
                upcoming.append(upcoming_of(tx, partnership, now))
        sector = digests.sector_of(tx, user_id)
    waiting = tuple(_waiting(store, book, user_id, now))
    return Home(sector, tuple(rounds), tuple(upcoming), waiting)


def _waiting(store: Store, book: Book, user_id: str, now: datetime) -> Iterator[Waiting]:
    for partnership in book.partnerships:
        held = queue_for(store, book, partnership.id, user_id, now)
        if held:
            yield Waiting(partnership.id, partnership.name, tuple(held))


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
