"""The tables. Rows stay inside the store: nothing outside it imports this file."""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept as UTC. SQLite forgets zones and drivers accept naive times;
    this refuses naive ones going in and gives aware ones coming out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime reached the store")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

cycles = Table(
    "cycles",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("partnership_id", String(40), nullable=False, index=True),
    Column("meeting_on", Date, nullable=False),
    Column("meeting_at", UtcDateTime, nullable=False),
    Column("draft_at", UtcDateTime, nullable=False, index=True),
    Column("issue_at", UtcDateTime, nullable=False),
    Column("is_off", Boolean, nullable=False, default=False),
)

occurrences = Table(
    "occurrences",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("cycle_id", ForeignKey("cycles.id"), nullable=False, index=True),
    Column("partnership_id", String(40), nullable=False),
    Column("channel_id", String(40), nullable=False),
    Column("prompt_id", String(60), nullable=False),
    Column("practices", String(20), nullable=False),
    Column("question", Text, nullable=False),
    Column("follow_up", Text),
    Column("on", Date, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("remind_at", UtcDateTime, nullable=False),
    Column("closes_at", UtcDateTime, nullable=False),
    Column("cut_off_at", UtcDateTime, nullable=False),
    Column("state", String(10), nullable=False),
    Column("reminded", Boolean, nullable=False, default=False),
    Column("heard", Integer),
    Index(None, "state", "due_at"),
    Index(None, "partnership_id", "state"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("key", String(200), nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("partnership_id", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("page", Integer, nullable=False, default=0),
    Column("target", String(40), nullable=False),
    Column("cycle_id", String(80)),
    Column("after_key", String(200)),
    Column("note", Text),
    Column("due_at", UtcDateTime, nullable=False),
    Column("cut_off_at", UtcDateTime),
    Column("state", String(10), nullable=False),
    Column("retry_at", UtcDateTime),
    Column("claimed_by", String(64)),
    Column("claimed_at", UtcDateTime),
    Column("sending_at", UtcDateTime),
    Column("not_found_at", UtcDateTime),
    Column("attempts", Integer, nullable=False, default=0),
    Column("channel_id", String(40)),
    Column("ts", String(30)),
    Column("file_id", String(40)),
    Column("sent_at", UtcDateTime),
    Column("solved_at", UtcDateTime),
    Column("reason", String(200)),
    Index(None, "state", "due_at"),
    Index(None, "channel_id", "ts"),
    Index(None, "target", "state"),
    # Not the kind first: where a search could begin at the prompts of all time, SQLite does.
    Index(None, "subject", "kind"),
)

replies = Table(
    "replies",
    metadata,
    Column("channel_id", String(40), primary_key=True),
    Column("ts", String(30), primary_key=True),
    Column("thread_ts", String(30), nullable=False),
    Column("user_id", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("edited_ts", String(30), nullable=False),
    Column("state", String(10), nullable=False),
    Column("choice", String(10)),
    Column("said_at", UtcDateTime, nullable=False),
    Column("touched_at", UtcDateTime, nullable=False),
    Column("greeted", Boolean, nullable=False, default=False),
    Column("examined", Boolean, nullable=False, default=False),
    Index(None, "channel_id", "thread_ts", "touched_at"),
    Index(None, "user_id"),
)

# Of those that wait only: as good as empty, however many replies there are.
for _waiting in (replies.c.greeted, replies.c.examined):
    _where = _waiting.is_(False)
    Index(
        f"ix_replies_not_{_waiting.name}",
        replies.c.ts,
        sqlite_where=_where,
        postgresql_where=_where,
    )

members = Table(
    "members",
    metadata,
    Column("user_id", String(40), primary_key=True),
    Column("sector", String(40), nullable=False),
    Column("touched_at", UtcDateTime, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("cycle_id", ForeignKey("cycles.id"), primary_key=True),
    Column("partnership_id", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("content", Text, nullable=False),
    Column("cut_at", UtcDateTime, nullable=False),
    Column("compiled_at", UtcDateTime, nullable=False),
    Column("decided_by", String(40)),
    Column("decided_at", UtcDateTime),
    Column("published_at", UtcDateTime),
    Column("changes", Text),
)

holds = Table(
    "holds",
    metadata,
    Column("scope", String(80), primary_key=True),
    Column("until", UtcDateTime, nullable=False),
)

partnership_versions = Table(
    "partnership_versions",
    metadata,
    Column("partnership_id", String(40), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content", Text),
    Column("what", Text, nullable=False),
    Column("changed_by", String(40), nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)

board_answers = Table(
    "board_answers",
    metadata,
    Column("cycle_id", ForeignKey("cycles.id"), primary_key=True),
    Column("target", String(200), primary_key=True),
    Column("about", Text, nullable=False),
    Column("answer", String(10), nullable=False),
    Column("words", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("by_day", Date),
    Column("given_by", String(40), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

group_members = Table(
    "group_members",
    metadata,
    Column("group_id", String(40), primary_key=True),
    Column("user_id", String(40), primary_key=True),
)

setups = Table(
    "setups",
    metadata,
    Column("user_id", String(40), primary_key=True),
    Column("content", Text, nullable=False),
    Column("touched_at", UtcDateTime, nullable=False),
)

channel_moves = Table(
    "channel_moves",
    metadata,
    Column("old_id", String(40), primary_key=True),
    Column("new_id", String(40), nullable=False),
)

cycle_keys = Table(
    "cycle_keys",
    metadata,
    Column("cycle_id", String(80), primary_key=True),
    Column("key", String(64), nullable=False),
)
"""Made with a cycle's first private reply, erased when its digest is issued."""

private_replies = Table(
    "private_replies",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("occurrence_id", String(120), nullable=False, index=True),
    Column("cycle_id", String(80), nullable=False, index=True),
    Column("author", String(32), nullable=False),
    Column("text", Text, nullable=False),
    Column("visibility", String(12), nullable=False),
    Column("choice", String(10)),
    Column("sector", String(40)),
    Column("state", String(10), nullable=False),
    Column("said_on", Date, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("touched_on", Date, nullable=False),
    Column("version", Integer, nullable=False),
    Column("form", String(32)),
    UniqueConstraint("occurrence_id", "author"),
    # Kept in the order of their random ids: the order in which rows came would be a clock.
    sqlite_with_rowid=False,
)
"""No user id and no time of day, in this table or beside it (see core.answering)."""

questions = Table(
    "questions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("reply_id", String(80), nullable=False, index=True),
    Column("cycle_id", String(80), nullable=False, index=True),
    Column("asked_by", String(40), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("answer", Text),
    Column("answered_on", Date),
)
"""What coordinators asked the authors of replies, who need not be known to them."""

held = Table(
    "held",
    metadata,
    Column("subject", String(120), primary_key=True),
    Column("partnership_id", String(40), nullable=False, index=True),
    Column("cycle_id", String(80), nullable=False, index=True),
    Column("occurrence_id", String(120)),
    Column("findings", Text, nullable=False),
    Column("failed", String(60), nullable=False),
    Column("length", Integer, nullable=False),
    Column("held_on", Date, nullable=False),
    Column("state", String(10), nullable=False),
    Column("decided_by", String(40)),
    Column("reason", Text),
    Column("version", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What the guard noticed, in which reply or line, and what was decided about it. Never words."""

snoozes = Table(
    "snoozes",
    metadata,
    Column("user_id", String(40), primary_key=True),
    Column("partnership_id", String(40), primary_key=True),
    Column("until_on", Date, nullable=False),
    Column("remind", Boolean, nullable=False),
)
"""Who asked to be left in peace until a day, and whether they want a word from us then."""

mutes = Table(
    "mutes",
    metadata,
    Column("user_id", String(40), primary_key=True),
)
"""Who wants no more suggestions about wording."""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("partnership_id", String(40), nullable=False, index=True),
    Column("who", String(40), nullable=False),
    Column("did", String(40), nullable=False),
    Column("about", String(200), nullable=False),
    Column("reason", Text),
)
"""Who decided what, when and why. Only ever added to; what members wrote is not in it."""

digest_edits = Table(
    "digest_edits",
    metadata,
    Column("cycle_id", ForeignKey("cycles.id"), primary_key=True),
    Column("target", String(200), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("edit", Text),
    Column("by", String(40), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

sorting_decisions = Table(
    "sorting_decisions",
    metadata,
    Column("cycle_id", ForeignKey("cycles.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("form_id", String(80), nullable=False),
    Column("made", Text, nullable=False),
    Column("by", String(40), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime),
    UniqueConstraint("cycle_id", "form_id"),
)
"""What coordinators decided while sorting. `form_id`: of the form whose answer it was, so that an
answer that comes twice is one decision."""

digest_sources = Table(
    "digest_sources",
    metadata,
    Column("cycle_id", ForeignKey("cycles.id"), primary_key=True),
    Column("grouped", Text, nullable=False),
    Column("frozen", Text, nullable=False),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("partnership_id", String(40), nullable=False),
    Column("user_id", String(40)),
    Column("channel_id", String(40)),
    Column("text", Text, nullable=False),
    Column("same_words", String(64)),
    Column("practice", String(3)),
    Column("credit", Text),
    Column("state", String(10), nullable=False),
    Column("words", Text),
    Column("version", Integer, nullable=False),
    Column("form", String(40), unique=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("touched_at", UtcDateTime, nullable=False),
    UniqueConstraint("partnership_id", "same_words"),
)
"""What members propose. Who proposed is forgotten once it is decided."""

asides = Table(
    "asides",
    metadata,
    Column("partnership_id", String(40), primary_key=True),
    Column("cycle_id", String(80), primary_key=True),
    Column("prompt_id", String(60), primary_key=True),
    Column("question", Text, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
)
"""Questions that members set aside before they were asked. Nobody's name."""

aside_wishes = Table(
    "aside_wishes",
    metadata,
    Column("partnership_id", String(40), primary_key=True),
    Column("on", Date, primary_key=True),
    Column("prompt_id", String(60), primary_key=True),
    Column("member", String(32), primary_key=True),
    sqlite_with_rowid=False,
)
"""Who wishes it, under the cycle's key, until it is decided or the question went out."""
