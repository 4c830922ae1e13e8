"""Everything Dots says unprompted, as values. The Slack room turns them into blocks and text."""

from enum import StrEnum

from bot.core.digest.digest import Digest
from bot.core.digest.reading.pages import Page
from bot.core.digest.signoff import DigestState
from bot.core.evidence import Decision, Evidence
from bot.core.partnership import Partnership, Safeguarding
from bot.core.prompts import PracticeId
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.core.values import Value


class PromptMessage(Value):
    """An asking, with all that must stand on it: who sees the answer, and where concerns go."""

    partnership: str
    question: str
    follow_up: str | None
    practices: tuple[PracticeId, ...]
    privacy: str
    safeguarding: Safeguarding
    occurrence_id: str
    credit: str | None = None


class ReminderMessage(Value):
    """The one reminder, to the channel. It names nobody."""

    question: str
    closes_on: str


class PrivateLine(Value):
    """To one member, after their first reply in a cycle: who sees it, and what they may choose."""

    cycle_id: str
    question: str
    board: str
    privacy: str
    sector: Sector | None
    choice: Choice | None
    may_be_quoted: bool
    late: str | None = None


class DraftMessage(Value):
    """A page of a digest in the coordinators' channel; the first page carries the buttons."""

    page: Page
    page_number: int
    last_page: int
    cycle_id: str
    version: int
    state: DigestState
    standing: str
    decided_by: str | None


class DigestMessage(Value):
    """A page of a digest in the board's channel. Pages count from 0."""

    page: Page
    page_number: int
    last_page: int
    signed_off: bool


class PaperForm(StrEnum):
    """What a digest is printed as, to stand in a thread as a file."""

    PICTURE = "picture"
    PDF = "pdf"
    WORD = "docx"
    HTML = "html"


class EvidenceForm(StrEnum):
    """What the evidence of a period is printed as."""

    HTML = "html"
    WORD = "docx"
    TABLE = "csv"


class FileMessage(Value):
    """A file in a thread. `alt` says in words what a picture shows."""

    title: str
    file_name: str
    alt: str = ""


class PaperMessage(FileMessage):
    """A digest as a file."""

    digest: Digest
    form: PaperForm


class ScheduleMessage(FileMessage):
    """A partnership as a schedule file that reads back to the same thing."""

    partnership: Partnership


class RecordMessage(FileMessage):
    """Who decided what, when and why, as a table."""

    decisions: tuple[Decision, ...]


class EvidenceMessage(FileMessage):
    """A period as a web page, as Word or as a table, from the same value."""

    evidence: Evidence
    form: EvidenceForm


class CallMessage(Value):
    """After a meeting, to the coordinators and to the board: what does it answer?"""

    text: str
    cycle_id: str
    may_go_on: bool


class CarriedMessage(Value):
    """What the board answered, to those who were asked."""

    intro: str
    answers: tuple[str, ...]


class HelloMessage(Value):
    """To a channel that Dots was added to: what it is, and the way to set up a partnership."""

    lines: tuple[str, ...]


class QuestionMessage(Value):
    """To the author of a reply: a coordinator asks something. To a private author it says only
    that: what Slack keeps of it must not lead to the reply. `name` opens it."""

    lines: tuple[str, ...]
    asked: str | None
    name: str


class AnsweredMessage(Value):
    """To the coordinators: what an author answered, in their own words."""

    intro: str
    words: str
    reply_id: str


class AboutMessage(Value):
    """About a message in Slack, at `place` (channel_id, ts): its `link` is asked for at the moment
    this one leaves; None when there is no such message, or not any more."""

    place: tuple[str, str] | None = None
    link: str | None = None


class WarningMessage(AboutMessage):
    """To the author of a reply in which something was noticed; never repeats it."""

    lines: tuple[str, ...]


class WordingMessage(AboutMessage):
    """To the author of a reply, about its wording: a suggestion that may be ignored."""

    lines: tuple[str, ...]


class HoldMessage(AboutMessage):
    """To the coordinators: a reply, or a line of a digest, that waits for one of them. `settled`
    says what became of it, and then nothing is to be done any more."""

    subject: str
    version: int
    lines: tuple[str, ...]
    is_private: bool
    is_reply: bool
    settled: str | None
    decided_by: str | None


class AlertMessage(AboutMessage):
    """To a safeguarding contact: where to look, never the words. `partnership_id` opens the queue
    for a private reply, which stands nowhere in Slack."""

    lines: tuple[str, ...]
    partnership_id: str


class PostMessage(Value):
    """To the coordinators, with the morning's post: there are private replies to read."""

    text: str
    cycle_id: str


class ConsentItem(Value):
    """One reply whose words would stand in the digest. `name` leads to it; `words` are shown of a
    reply in a thread only, for what stands in a direct message must not lead to a private one."""

    name: str
    question: str
    words: str | None
    occurrence_id: str


class ConsentMessage(Value):
    """To the author of replies: may their words be printed? Asked once, when a draft is made."""

    intro: str
    items: tuple[ConsentItem, ...]


class LateMessage(Value):
    """To the author of a late reply: thanks, and which digest it will be in."""

    lines: tuple[str, ...]


class AgainMessage(Value):
    """To somebody who asked to be reminded on this day: the questions that are open."""

    intro: str
    questions: tuple[tuple[str, str], ...]


class ProposedMessage(Value):
    """To the coordinators: a question that a member proposes. `weigh`: what the linter would
    weigh; `standing`: what it became, with the `words` of whoever decided; "" while it waits."""

    intro: str
    question: str
    details: str
    weigh: tuple[str, ...]
    standing: str
    words: str | None
    proposal_id: str
    version: int
    practice: PracticeId | None


class DecidedMessage(Value):
    """To a proposer: what was decided about their question, with the `words` of whoever decided.
    `proposal_id` when they may change it and send it again."""

    question: str
    lines: tuple[str, ...]
    words: str | None
    after: tuple[str, ...]
    proposal_id: str | None


class NoteMessage(Value):
    """A calm line to the coordinators: what happened, and what they can do."""

    text: str


Outgoing = (
    HelloMessage
    | CallMessage
    | CarriedMessage
    | PromptMessage
    | ReminderMessage
    | PrivateLine
    | DraftMessage
    | DigestMessage
    | FileMessage
    | QuestionMessage
    | AnsweredMessage
    | WarningMessage
    | WordingMessage
    | HoldMessage
    | AlertMessage
    | PostMessage
    | ConsentMessage
    | LateMessage
    | AgainMessage
    | ProposedMessage
    | DecidedMessage
    | NoteMessage
)
