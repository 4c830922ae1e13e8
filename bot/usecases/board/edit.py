"""Edits a draft on a coordinator's word: rewords or hides a line, says one for a member, undoes.

Every line has its own version, so that two coordinators at once lose nothing. Alters no quote.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.answering.post import today
from bot.core.book import Book
from bot.core.digest.compiling.quoting import cleaned
from bot.core.digest.earlier import read_digest
from bot.core.digest.edits import (
    Action,
    Edit,
    Editable,
    Revision,
    editable,
    fingerprint,
    line,
    longest,
    replies_behind,
    standing,
)
from bot.core.digest.signoff import DigestState, Held
from bot.core.guard.consequences import DetectorsFor, is_held, look
from bot.core.guard.held import line_subject
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.core.values import Value
from bot.store import audit, digests, edits, plans
from bot.store.audit import Entry
from bot.store.engine import Store
from bot.usecases.board.draft import remade
from bot.usecases.board.said import said_for
from bot.usecases.guarding.hold import About, release_at_once
from bot.usecases.roles import may


class Wish(Value):
    """What a coordinator wants done to a line. `seen`: the version of it that they looked at, 0
    where nobody had edited it. `knowingly`: they saw what the guard noticed in their words."""

    target: str
    action: Action
    words: str = ""
    reason: str = ""
    seen: int = 0
    knowingly: bool = False


class Outcome(NamedTuple):
    """What came of it, by name (see sentences.edits.outcome); the line's version now; whoever
    changed it meanwhile; and what the guard noticed, in sentences that repeat no words."""

    name: str
    version: int = 0
    by: str | None = None
    noticed: tuple[str, ...] = ()


class Drafted(NamedTuple):
    """A draft that somebody may edit, and the history of its lines."""

    partnership: Partnership
    held: Held
    history: tuple[Revision, ...]

    def of(self, target: str) -> tuple[Revision, ...]:
        """The steps of one line."""
        return tuple(one for one in self.history if one.target == target)


class Reviewed(NamedTuple):
    """A line, and every step that was done to it."""

    line: Editable
    history: tuple[Revision, ...]

    @property
    def version(self) -> int:
        """How many steps it has seen; 0 where nobody had edited it."""
        return len(self.history)


def edit(
    store: Store,
    book: Book,
    detectors_for: DetectorsFor,
    cycle_id: str,
    user_id: str,
    wish: Wish,
    now: datetime,
) -> Outcome:
    """Do it, if this version of the line still stands. Repeating a wish changes nothing more."""

    def step(tx: Connection, draft: Drafted) -> Edit | Outcome:
        words, last = cleaned(wish.words), draft.of(wish.target)[-1:]
        if last and _is_hidden_by(wish, last[0]):
            return Outcome("done", last[0].version, last[0].by)
        known = {one.target: one for one in editable(read_digest(draft.held.content))}
        wrong = _wrong(wish, words, known.get(wish.target))
        if wrong:
            return Outcome(wrong, wish.seen)
        found = look(words, detectors_for, draft.partnership)
        if (found.findings or found.failed) and not wish.knowingly:
            return Outcome("noticed", wish.seen, None, tuple(one.reason for one in found.findings))
        if is_held(found):
            subject, on = line_subject(cycle_id, words), today(draft.partnership, now)
            about = About(subject, cycle_id, None, len(words), on, now)
            release_at_once(tx, draft.partnership, about, found, user_id, wish.reason)
        return Edit(
            target=wish.target,
            action=wish.action,
            words=words,
            reason=cleaned(wish.reason),
            about=_about(tx, draft, wish),
        )

    return _changed(store, book, cycle_id, user_id, wish.target, wish.seen, now, step)


def undo(
    store: Store, book: Book, cycle_id: str, user_id: str, target: str, seen: int, now: datetime
) -> Outcome:
    """Take back the last step that was done to a line; again, and the one before it goes too."""

    def step(_: Connection, draft: Drafted) -> Outcome | None:
        return None if standing(draft.of(target)).of(target) else Outcome("nothing", seen)

    return _changed(store, book, cycle_id, user_id, target, seen, now, step)


def lines_of(store: Store, book: Book, cycle_id: str, user_id: str) -> tuple[Reviewed, ...] | None:
    """Every line of a draft that may be edited, with its history, and then those that are out of
    it because somebody hid them; None for whoever may not."""
    with store.read() as tx:
        draft = _draft(tx, book, cycle_id, user_id, None)
        if isinstance(draft, Outcome):
            return None
        found = editable(read_digest(draft.held.content))
        lines = (*found, *_out_of(found, draft.history))
        return tuple(Reviewed(one, draft.of(one.target)) for one in lines)


def _out_of(found: Sequence[Editable], history: Sequence[Revision]) -> tuple[Editable, ...]:
    """What was hidden and left no line behind (a question for the board, a thread): without words,
    and with nothing to do but undo it."""
    there = {one.target for one in found}
    # A hidden reply stands in a draft without its words, until it is taken back.
    replies = {one.target for one in history if one.target.startswith(line(""))}
    return tuple(
        Editable(one.target, "", frozenset())
        for one in standing(history).edits
        if one.action is Action.HIDE and one.target not in there | replies
    )


def changes_of(store: Store, book: Book, cycle_id: str, user_id: str) -> tuple[str, ...]:
    """What changed in a draft from the version before; empty for whoever may not edit it."""
    with store.read() as tx:
        draft = _draft(tx, book, cycle_id, user_id, None)
        return () if isinstance(draft, Outcome) else tuple((draft.held.changes or "").splitlines())


def words_behind(
    store: Store, book: Book, cycle_id: str, user_id: str, target: str
) -> tuple[str, ...]:
    """What was said that a line stands for, in an order that says nothing about who said it; empty
    for whoever may not see it."""
    with store.read() as tx:
        draft = _draft(tx, book, cycle_id, user_id, None)
        cycle = plans.cycle(tx, cycle_id)
        if isinstance(draft, Outcome) or cycle is None:
            return ()
        ids = replies_behind(read_digest(draft.held.content), target)
        said = said_for(tx, draft.partnership, cycle, draft.held.cut_at)
        return tuple(sorted(one.text for one in said if one.id in ids))


def _changed(
    store: Store,
    book: Book,
    cycle_id: str,
    user_id: str,
    target: str,
    seen: int,
    now: datetime,
    step: Callable[[Connection, Drafted], Edit | Outcome | None],
) -> Outcome:
    with store.write() as tx:
        draft = _draft(tx, book, cycle_id, user_id, now)
        if isinstance(draft, Outcome):
            return draft
        before = draft.of(target)
        made = step(tx, draft)
        if isinstance(made, Outcome) and made.name == "done":
            return made
        if before and len(before) > seen:
            is_same = isinstance(made, Edit) and before[-1].edit == made
            return Outcome("done" if is_same else "changed", len(before), before[-1].by)
        if isinstance(made, Outcome):
            return made
        version = len(before) + 1
        revision = Revision(target=target, version=version, edit=made, by=user_id, at=now)
        if not edits.add(tx, cycle_id, revision):
            return Outcome("changed", seen)
        _record(tx, draft.partnership, cycle_id, revision)
        remade(tx, book, cycle_id, now, touched=True)
        return Outcome("done", version)


def _draft(
    tx: Connection, book: Book, cycle_id: str, user_id: str, now: datetime | None
) -> Drafted | Outcome:
    """The draft as it reads now (as it is kept, without a `now`), if this person may edit it."""
    cycle = plans.cycle(tx, cycle_id)
    partnership = book.partnership(cycle.partnership_id) if cycle else None
    if cycle is None or partnership is None:
        return Outcome("gone")
    if not may(tx, partnership, user_id, Role.DEPUTY):
        return Outcome("not-yours")
    held = remade(tx, book, cycle_id, now, whole=True) if now else digests.of_cycle(tx, cycle_id)
    if held is None:
        return Outcome("gone")
    if held.state not in (DigestState.DRAFT, DigestState.HELD):
        return Outcome(held.state.value)
    return Drafted(partnership, held, edits.of_cycle(tx, cycle_id))


def _is_hidden_by(wish: Wish, last: Revision) -> bool:
    """The same wish again, of a line that may be out of the draft since it was hidden."""
    hidden = last.edit
    if hidden is None or wish.action is not Action.HIDE or hidden.action is not Action.HIDE:
        return False
    return hidden.reason == cleaned(wish.reason)


def _wrong(wish: Wish, words: str, found: Editable | None) -> str:
    """Why this cannot be done to that line; "" when it can."""
    if found is None:
        return "gone"
    if wish.action not in found.actions:
        return "quote" if Action.HIDE in found.actions else "not-so"
    if wish.action is Action.HIDE:
        return "" if cleaned(wish.reason) else "no-reason"
    if not words:
        return "no-words"
    return "too-long" if len(words) > longest(wish.target) else ""


def _about(tx: Connection, draft: Drafted, wish: Wish) -> str:
    """For a line said for a member: which of their words it stands for."""
    cycle = plans.cycle(tx, draft.held.cycle_id)
    if wish.action is not Action.PUT or cycle is None:
        return ""
    said = said_for(tx, draft.partnership, cycle, draft.held.cut_at)
    return next((fingerprint(one.text) for one in said if line(one.id) == wish.target), "")


def _record(tx: Connection, partnership: Partnership, cycle_id: str, revision: Revision) -> None:
    edit_ = revision.edit
    did = f"digest-{edit_.action}" if edit_ else "digest-undo"
    about = f"{cycle_id} {revision.target}"[:200]
    reason = edit_.reason if edit_ and edit_.reason else None
    audit.append(tx, Entry(revision.at, partnership.id, revision.by, did, about, reason))
