"""Sends a file into a thread, once: handed over first, then shown, and looked up by the file's id
when it is not known whether it was shown. Prints nothing itself."""

from datetime import datetime

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.book import Book
from bot.core.digest.digest import Digest
from bot.core.digest.earlier import read_digest
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.picture import in_words, picture
from bot.core.digest.signoff import DigestState
from bot.core.messages import FileMessage, Outgoing, PaperForm, PaperMessage
from bot.core.outbox import FRESH_FILE_AFTER, OutboxMessage
from bot.core.partnership import Partnership
from bot.store import digests, outbox, plans
from bot.store.engine import Store
from bot.usecases.ports import InDoubtError, Messenger, NotSentError, Posted, RefusedError

LONGEST_ALT = 1000
"""Characters of a picture's description. Slack names no limit for a file's; an image block takes
2,000 (docs: block-kit). All of it is also said in the thread."""


def about_paper(
    tx: Connection, _: Book, partnership: Partnership, message: OutboxMessage, __: datetime
) -> Outgoing | None:
    """The digest as it stands, in the form that the message asks for; None when there is none, or
    when it may not be seen where the message goes."""
    held = digests.of_cycle(tx, message.subject)
    if held is None or not held.content or message.note not in set(PaperForm):
        return None
    coordinators = plans.current_channel(tx, partnership.coordinators.channel.id)
    if held.state is not DigestState.PUBLISHED and message.target != coordinators:
        return None
    draft = held.state is not DigestState.PUBLISHED
    return paper_of(read_digest(held.content), PaperForm(message.note), draft=draft)


def paper_of(digest: Digest, form: PaperForm, *, draft: bool = False) -> PaperMessage | None:
    """A digest in one form, marked where it is a draft; None for the picture of one in which
    nothing joins."""
    if draft:
        cover = digest.cover.model_copy(update={"standing": sentences.papers.DRAFT})
        digest = digest.model_copy(update={"cover": cover})
    drawn = picture(digest) if digest.kind == "digest" else None
    if form is PaperForm.PICTURE and drawn is None:
        return None
    described = " ".join(in_words(drawn)) if drawn and form is PaperForm.PICTURE else ""
    return PaperMessage(
        digest=digest,
        form=form,
        title=sentences.papers.title(form, title(digest), draft=draft),
        file_name=sentences.papers.file_name(form, digest.meeting_on, draft=draft),
        alt=described[:LONGEST_ALT],
    )


class Files:
    """Files on their way into threads."""

    def __init__(self, store: Store, messenger: Messenger, worker: str) -> None:
        self._store = store
        self._messenger = messenger
        self._worker = worker

    def hand_over(
        self, message: OutboxMessage, file: FileMessage, earlier: OutboxMessage | None
    ) -> Posted:
        """Hand the file over, unless an earlier attempt did, and show it in the thread of the
        message before it. Raises as ports say."""
        if earlier is None or earlier.channel_id is None or earlier.ts is None:
            raise RefusedError("thread_not_found")
        target = earlier.channel_id
        file_id = message.file_id if message.attempts <= FRESH_FILE_AFTER else None
        if file_id is None:
            file_id = self._messenger.upload(file)
            with self._store.write() as tx:
                if not outbox.keep_file(tx, message.id, self._worker, file_id):
                    raise NotSentError("another worker has taken it over")
        try:
            self._messenger.share(file_id, file, target=target, thread_ts=earlier.ts)
        except RefusedError as error:
            if error.reason == "file_not_found" and message.file_id == file_id:
                raise InDoubtError("shown before, perhaps") from None
            raise
        return Posted(target, "")

    def find(
        self, message: OutboxMessage, earlier: OutboxMessage | None, since: datetime
    ) -> list[Posted]:
        """Where the file is shown already. Before it was handed over it is shown nowhere."""
        if message.file_id is None or earlier is None:
            return []
        if earlier.channel_id is None or earlier.ts is None:
            return []
        return self._messenger.find_file(
            message.file_id, target=earlier.channel_id, thread_ts=earlier.ts, since=since
        )
