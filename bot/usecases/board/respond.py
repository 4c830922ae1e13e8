"""Keeps what the board answers to its digest, and carries it back to those who were asked."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.asking.board_clock import call_at
from bot.core.asking.plan import Cycle
from bot.core.book import Book
from bot.core.digest.digest import Digest
from bot.core.digest.earlier import read_digest
from bot.core.digest.edits import board_question, theme
from bot.core.digest.signoff import DigestState
from bot.core.digest.since import BoardAnswer, LastTime
from bot.core.guard.consequences import DetectorsFor, is_held
from bot.core.guard.consequences import look as look_at
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.core.sentences import board as say
from bot.core.steering.edit import CannotSteerError
from bot.store import answers, audit, digests, outbox, plans
from bot.store.audit import Entry
from bot.store.engine import Store
from bot.usecases.roles import may
from bot.usecases.tell import solve

CALL_FOR = timedelta(days=14)
"""How long after its day the board is still asked for its answers: until its minutes are out."""

CARRY_FOR = timedelta(days=14)
"""How long the board's answers wait for a Slack that cannot be reached."""


class Item(NamedTuple):
    """A question or a theme of a digest, and the board's answer to it, if it has given one."""

    target: str
    about: str
    answer: BoardAnswer | None


class Board(NamedTuple):
    """One digest's questions and themes, for whoever records what the board answered."""

    cycle: Cycle
    partnership: Partnership
    items: tuple[Item, ...]

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(item.answer is not None for item in self.items)


def look(store: Store, book: Book, cycle_id: str, user_id: str, channel_id: str | None) -> Board:
    """What there is to answer. Raises CannotSteerError for whoever neither coordinates nor sits
    with the board: `channel_id` is the channel in which the button was pressed."""
    with store.read() as tx:
        return _board(tx, book, cycle_id, user_id, channel_id)


def answer(
    store: Store,
    book: Book,
    cycle_id: str,
    target: str,
    given: BoardAnswer,
    user_id: str,
    channel_id: str | None,
    detectors_for: DetectorsFor,
    now: datetime,
) -> Board:
    """Keep one answer, in the place of the one before. Raises CannotSteerError when words in it
    could point at somebody: it goes to everybody who was asked."""
    with store.write() as tx:
        board = _board(tx, book, cycle_id, user_id, channel_id)
        if is_held(look_at(f"{given.words}\n{given.owner}", detectors_for, board.partnership)):
            raise CannotSteerError(say.names_somebody())
        item = next((each for each in board.items if each.target == target), None)
        if item is None:
            raise CannotSteerError(say.nothing_of_that())
        answers.keep(
            tx, cycle_id, target, given.model_copy(update={"about": item.about}), user_id, now
        )
        about = f"{cycle_id} {target}"[:200]
        audit.append(tx, Entry(now, board.partnership.id, user_id, "board-answer", about))
        solve(tx, board.partnership.id, f"waits:{cycle_id}", now)
        return _board(tx, book, cycle_id, user_id, channel_id)


def go_on(store: Store, book: Book, cycle_id: str, user_id: str, now: datetime) -> None:
    """Ask on without the board's answer. Raises CannotSteerError for who may not say so."""
    with store.write() as tx:
        board = _board(tx, book, cycle_id, user_id, None)
        answers.go_on(tx, board.cycle.id, user_id, now)
        audit.append(tx, Entry(now, board.partnership.id, user_id, "go-on", cycle_id))
        solve(tx, board.partnership.id, f"waits:{cycle_id}", now)


def carry_back(
    store: Store, book: Book, cycle_id: str, user_id: str, channel_id: str | None, now: datetime
) -> int:
    """Bring the answers to every channel that was asked, or put newer ones in their place there.
    Returns to how many. Repeatable."""
    with store.write() as tx:
        board = _board(tx, book, cycle_id, user_id, channel_id)
        newest = answers.newest_at(tx, cycle_id)
        if newest is None:
            raise CannotSteerError(say.nothing_answered())
        asked = {each.channel_id for each in plans.occurrences_in(tx, cycle_id)}
        channels = sorted({plans.current_channel(tx, each) for each in asked})
        for each in channels:
            key = f"carry:{cycle_id}:{each}"
            if not outbox.add(tx, _carried(board, each, key, Kind.CARRY, now)):
                again = _carried(board, each, f"{key}:{newest.isoformat()}", Kind.CARRY_AGAIN, now)
                outbox.add(tx, again.model_copy(update={"after_key": key}))
        return len(channels)


def call_for_answers(tx: Connection, book: Book, cycle_id: str) -> None:
    """Once a digest is published: ask for the board's answers on the working day after it met."""
    cycle = plans.cycle(tx, cycle_id)
    partnership = book.partnership(cycle.partnership_id) if cycle else None
    if cycle is None or partnership is None:
        return
    due_at = call_at(partnership, cycle)
    places = {"coordinators": partnership.coordinators.channel, "board": partnership.board.channel}
    for who, channel in places.items():
        target = plans.current_channel(tx, channel.id)
        message = _message(cycle, target, f"answers:{cycle.id}:{who}", Kind.CALL, due_at)
        outbox.add(tx, message.model_copy(update={"cut_off_at": due_at + CALL_FOR}))


def last_time(tx: Connection, before: Cycle | None) -> LastTime | None:
    """What the board said about the digest of the cycle before; None when it was given none."""
    held = digests.of_cycle(tx, before.id) if before else None
    if before is None or held is None or held.state is not DigestState.PUBLISHED:
        return None
    given = answers.of_cycle(tx, before.id)
    items = _items(read_digest(held.content), given)
    return LastTime(
        meeting_on=before.meeting_on,
        answers=tuple(item.answer for item in items if item.answer is not None),
        unanswered=tuple(item.about for item in items if item.answer is None),
    )


def waits_for_board(tx: Connection, cycle: Cycle, before: Cycle | None, now: datetime) -> bool:
    """True while the board before has met, was given a digest, and has answered nothing: no new
    cycle begins then, unless a coordinator goes on."""
    if before is None or before.meeting_at > now or before.id == cycle.id:
        return False
    held = digests.of_cycle(tx, before.id)
    published = held is not None and held.state is DigestState.PUBLISHED
    return published and not answers.is_settled(tx, before.id)


def _board(
    tx: Connection, book: Book, cycle_id: str, user_id: str, channel_id: str | None
) -> Board:
    cycle, held = plans.cycle(tx, cycle_id), digests.of_cycle(tx, cycle_id)
    partnership = book.partnership(cycle.partnership_id) if cycle else None
    if cycle is None or held is None or partnership is None:
        raise CannotSteerError(say.nothing_of_that())
    with_the_board = channel_id == plans.current_channel(tx, partnership.board.channel.id)
    if not with_the_board and not may(tx, partnership, user_id, Role.DEPUTY):
        raise CannotSteerError(say.not_the_board())
    if held.state is not DigestState.PUBLISHED:
        raise CannotSteerError(say.nothing_of_that())
    given = answers.of_cycle(tx, cycle_id)
    return Board(cycle, partnership, _items(read_digest(held.content), given))


def _items(digest: Digest, given: Mapping[str, BoardAnswer]) -> tuple[Item, ...]:
    """The questions for the board, then every theme that has a name."""
    named = [
        *((board_question(one.id), one.text) for one in digest.board_questions),
        *(
            (theme(one.id), one.label)
            for asked in digest.questions
            for one in asked.themes
            if one.label
        ),
    ]
    return tuple(Item(target, about, given.get(target)) for target, about in named)


def _carried(board: Board, target: str, key: str, kind: Kind, now: datetime) -> OutboxMessage:
    message = _message(board.cycle, target, key, kind, now)
    return message.model_copy(update={"cut_off_at": now + CARRY_FOR})


def _message(cycle: Cycle, target: str, key: str, kind: Kind, due_at: datetime) -> OutboxMessage:
    return OutboxMessage(
        id=outbox.new_id(),
        key=key,
        kind=kind,
        partnership_id=cycle.partnership_id,
        subject=cycle.id,
        target=target,
        due_at=due_at,
    )
