"""One message of every kind with any words in it, the words that give most trouble, and what a
person reads in the blocks that come of them."""

import html
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from bot.core import sentences
from bot.core.digest.reading.pages import Page
from bot.core.digest.reading.parts import Heading, ListItem, Paragraph, Quote
from bot.core.digest.signoff import DigestState
from bot.core.guard.examine import Examined
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.guard.held import HeldState
from bot.core.messages import (
    AgainMessage,
    AlertMessage,
    AnsweredMessage,
    ConsentItem,
    ConsentMessage,
    DecidedMessage,
    DigestMessage,
    DraftMessage,
    HoldMessage,
    LateMessage,
    NoteMessage,
    Outgoing,
    PostMessage,
    PrivateLine,
    PromptMessage,
    ProposedMessage,
    QuestionMessage,
    ReminderMessage,
    WarningMessage,
    WordingMessage,
)
from bot.core.partnership import Privacy
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.core.sentences import guarding as say
from bot.core.sentences import proposing as say_proposing
from tests.usecases.anytown import partnership

QUESTION, BOARD = 300, 120
"""The most characters of a question and of a board's name, as the files allow them."""

CYCLE, OCCURRENCE, COORDINATOR = "anytown:2027-02-03", "anytown:2027-01-05:C0X", "U0COORDI1"


def privacy(board: str) -> str:
    return sentences.privacy.privacy_in_full(Privacy(), board, date(2027, 1, 26))


def prompt(words: str) -> PromptMessage:
    return PromptMessage(
        partnership="Anytown",
        question=words[:QUESTION],
        follow_up=words[:QUESTION],
        practices=("BB1", "LC4"),
        privacy=privacy(words[:BOARD]),
        safeguarding=partnership().safeguarding,
        occurrence_id=OCCURRENCE,
    )


def reminder(words: str) -> ReminderMessage:
    return ReminderMessage(question=words[:QUESTION], closes_on="Friday 15 January 2027")


def private(words: str) -> PrivateLine:
    return PrivateLine(
        cycle_id=CYCLE,
        question=words[:QUESTION],
        board=words[:BOARD],
        privacy=privacy(words[:BOARD]),
        sector=Sector.HEALTH,
        choice=Choice.QUOTE,
        may_be_quoted=True,
    )


def page(words: str) -> Page:
    """A page with words of people wherever a page can have them."""
    return Page(
        title=f"Digest: {words[:BOARD]}",
        parts=(
            Heading(level=2, text=words[:QUESTION]),
            Heading(level=3, text=words[:QUESTION]),
            Paragraph(text=words[:QUESTION]),
            Quote(words=words, attribution="health"),
            ListItem(text=words[:QUESTION]),
            ListItem(text="Another item."),
            Quote(words="Other words.", attribution="a partner"),
        ),
    )


def draft(words: str) -> DraftMessage:
    return DraftMessage(
        page=page(words),
        page_number=0,
        last_page=2,
        cycle_id=CYCLE,
        version=3,
        state=DigestState.DRAFT,
        standing=sentences.coordinators.standing("draft", date(2027, 1, 26), words[:BOARD]),
        decided_by=COORDINATOR,
    )


def digest(words: str) -> DigestMessage:
    return DigestMessage(page=page(words), page_number=0, last_page=2, signed_off=False)


def question(words: str) -> QuestionMessage:
    lines = sentences.authors.question_to_author(words[:QUESTION], private=False)
    return QuestionMessage(lines=tuple(lines), asked=words[:1000], name="a name of ours")


def answered(words: str) -> AnsweredMessage:
    intro = sentences.authors.answered(words[:QUESTION], words[:1000])
    return AnsweredMessage(intro=intro, words=words[:3000], reply_id="C0STRATEGY/1.000100")


def proposed(words: str) -> ProposedMessage:
    return ProposedMessage(
        intro=say_proposing.proposed(again=False),
        question=words[:QUESTION],
        details=say_proposing.details("CU2", words[:80]),
        weigh=(words[:QUESTION], words[:QUESTION]),
        standing="",
        words=None,
        proposal_id="0" * 32,
        version=3,
        practice="CU2",
    )


def proposed_and_decided(words: str) -> ProposedMessage:
    standing = say_proposing.standing("declined")
    return proposed(words).model_copy(update={"standing": standing, "words": words[:600]})


def decided(words: str) -> DecidedMessage:
    before, after = say_proposing.decision("change", words[:BOARD], words[:80])
    return DecidedMessage(
        question=words[:QUESTION],
        lines=tuple(before),
        words=words[:600],
        after=tuple(after),
        proposal_id="0" * 32,
    )


LINK = "https://anytown.example.org/archives/C0STRATEGY/p1000100"


def noticed_in(words: str) -> Examined:
    """What the three detectors may say, in as many words as they like."""
    several = [
        Finding(
            detector=detector,
            kind="phone",
            start=number,
            end=number + 1,
            certainty=Certainty.LIKELY,
            reason=words[:200] or "It looks like one",
        )
        for number, detector in enumerate(Detector)
    ]
    return Examined(tuple(several), (Detector.CONCERN,))


def warning(words: str) -> WarningMessage:
    numbers = partnership().safeguarding
    lines = say.warning(words[:QUESTION], noticed_in(words), numbers, 400)
    return WarningMessage(lines=tuple(lines), link=LINK)


def wording(words: str) -> WordingMessage:
    lines = say.wording(words[:QUESTION], [words[:300], words[:300]])
    return WordingMessage(lines=tuple(lines), link=LINK)


def hold(words: str, *, private: bool = False) -> HoldMessage:
    lines = say.held(
        words[:QUESTION],
        noticed_in(words),
        400,
        date(2027, 1, 5),
        is_private=private,
        is_concern=True,
    )
    return HoldMessage(
        subject="C0STRATEGY/1.000100",
        version=3,
        lines=tuple(lines),
        is_private=private,
        is_reply=True,
        settled=None,
        decided_by=None,
        link=None if private else LINK,
    )


def hold_private(words: str) -> HoldMessage:
    return hold(words, private=True)


def settled(words: str) -> HoldMessage:
    told = say.settled(HeldState.RELEASED, words[:500])
    return hold(words).model_copy(update={"settled": told, "decided_by": COORDINATOR})


def alert(words: str) -> AlertMessage:
    lines = say.alert(words[:BOARD], is_private=True, is_gone=False)
    return AlertMessage(lines=tuple(lines), partnership_id="anytown")


def alert_with_link(words: str) -> AlertMessage:
    return alert(words).model_copy(update={"link": LINK})


def note(words: str) -> NoteMessage:
    return NoteMessage(text=words)


NASTY = {
    "commands": "<!channel> <!here> <!everyone> <@U0ANNA> <#C0OTHER|x> <!subteam^S0TEAM> "
    "<!date^1799141460^{date}|soon> <https://example.org|a link> <mailto:a@example.org>",
    "escapes": "&amp; &lt;!channel&gt; &amp;lt; &#60;!here&#62; &nbsp;",
    "loose ends": "< > & <<!channel>> <! <@ |> &l &amp",
    "marks": "*bold* _it_ ~no~ `code` ```block``` > quote :smile: #general @here",
    "only emoji": "\U0001f600" * 250,
    "joined emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f466" * 50,
    "right to left": "\u202eabc\u202c \u05e9\u05dc\u05d5\u05dd \u200f\u0645\u0631\u062d",
    "zero width": "\u200b\u200c\u200d\ufeffx\u2060",
    "piled marks": "e" + "\u0301" * 200,
    "lines": "one\n\ntwo\r\n\tthree\u2028four\n" + "\n" * 50,
    "one long word": "x" * 900,
    "one letter": "?",
    "two thousand ands": "& " * 450,
}


def consent(words: str) -> ConsentMessage:
    item = ConsentItem(
        name="a name of ours",
        question=words[:QUESTION],
        words=words[:3000],
        occurrence_id=OCCURRENCE,
    )
    several = (item, item.model_copy(update={"words": None})) * 5
    return ConsentMessage(intro=sentences.members.consent_intro(words[:BOARD]), items=several)


def late(words: str) -> LateMessage:
    return LateMessage(lines=(sentences.members.late(words[:QUESTION], date(2027, 2, 3)),))


def again(words: str) -> AgainMessage:
    questions = ((words[:QUESTION], OCCURRENCE),) * 10
    return AgainMessage(intro=sentences.quiet.again(many=True), questions=questions)


def post(_: str) -> PostMessage:
    return PostMessage(text=sentences.coordinators.private_replies(3), cycle_id=CYCLE)


MAKES: list[Callable[[str], Outgoing]] = [
    prompt,
    reminder,
    private,
    draft,
    digest,
    question,
    answered,
    warning,
    wording,
    hold,
    hold_private,
    settled,
    alert,
    alert_with_link,
    consent,
    late,
    again,
    post,
    proposed,
    proposed_and_decided,
    decided,
    note,
]
"""One message of every kind."""

FORTY_THOUSAND = "Words and words, one after another. " * 1111


def objects(value: object) -> Iterator[dict[str, Any]]:
    """Every JSON object in blocks, outside first."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:  # type: ignore[attr-defined]
        if isinstance(each, dict | list):
            yield from objects(each)


def seen(blocks: list[dict[str, Any]]) -> str:
    """What a person reads in blocks, as one run of plain words."""
    shown = []
    for each in objects(blocks):
        if each.get("type") in ("mrkdwn", "plain_text", "text"):
            words = each["text"]
            shown.append(html.unescape(words) if each["type"] == "mrkdwn" else words)
    return run(" ".join(shown))


def run(words: str) -> str:
    """Words without what differs between a page and a line."""
    return re.sub(r"[\s*]+", "", words)
