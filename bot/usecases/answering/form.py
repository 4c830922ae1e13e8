"""Says what the form for a private reply shows to one member, or why there is none. Keeps
nothing."""

from datetime import datetime

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.answering.form import PrivateForm
from bot.core.answering.private import PrivateReply
from bot.core.answering.window import Window
from bot.core.book import Book
from bot.core.sectors import Sector
from bot.store import digests
from bot.store.engine import Store
from bot.usecases.answering.asked import Asked, asked, own_reply


def form_for(
    store: Store, book: Book, occurrence_id: str, user_id: str, now: datetime
) -> PrivateForm | str:
    """The form, or the plain line that is said instead of it."""
    with store.read() as tx:
        found = asked(tx, book, occurrence_id, now)
        if found is None:
            return sentences.members.occurrence_gone()
        reply = own_reply(tx, found.occurrence, user_id)
        earlier = reply if reply and reply.is_live else None
        if earlier is None and not found.window.takes_new:
            return sentences.private.too_late(found.window)
        return _form(tx, found, reply, user_id)


def _form(tx: Connection, found: Asked, reply: PrivateReply | None, user_id: str) -> PrivateForm:
    partnership, cycle = found.partnership, found.cycle
    issue_on = cycle.issue_at.astimezone(partnership.tz).date()
    known = digests.sector_of(tx, user_id) or (reply.sector if reply else None)
    may_say = known is None and found.window is not Window.DRAFTED
    note = sentences.private.late_note(cycle.meeting_on) if found.window is Window.LATE else None
    return PrivateForm(
        occurrence_id=found.occurrence.id,
        question=found.occurrence.question,
        follow_up=found.occurrence.follow_up,
        privacy=sentences.privacy.private_privacy(
            partnership.privacy, partnership.board.name, issue_on
        ),
        safeguarding=partnership.safeguarding,
        may_be_quoted=partnership.privacy.quotes != "never",
        sectors=(partnership.sectors or tuple(Sector)) if may_say else (),
        earlier=reply,
        note=note,
    )
