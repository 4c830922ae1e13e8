"""What Dots says, as Slack shows it: for each message its full plain text and its blocks."""

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from bot.core import sentences
from bot.core.digest.reading.pages import Page, plain_text
from bot.core.digest.reading.parts import (
    Drawing,
    Fact,
    Heading,
    ListItem,
    Paragraph,
    Part,
    Quote,
    plain,
)
from bot.core.digest.signoff import DigestState
from bot.core.framework import PRACTICES
from bot.core.messages import (
    AgainMessage,
    AlertMessage,
    AnsweredMessage,
    CallMessage,
    CarriedMessage,
    ConsentMessage,
    DecidedMessage,
    DigestMessage,
    DraftMessage,
    HelloMessage,
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
from bot.core.prompts import PracticeId
from bot.core.sectors import Sector
from bot.core.words import sentence
from bot.slack.speech import blocks as kit
from bot.slack.speech import letters, queue
from bot.slack.speech.blocks import Block, Rendered
from bot.slack.speech.dialect import escaped


def render(message: Outgoing) -> Rendered:
    """Top-level text (complete by itself: screen readers read only that) and blocks."""
    return _WAYS[type(message)](message)


def practice_line(practices: tuple[PracticeId, ...]) -> str:
    """What a question belongs to, such as "Leading with care: ... (LC4)"."""
    named = [PRACTICES[practice_id] for practice_id in practices]
    ids = ", ".join(practices)
    if len(named) > 1:
        joined = " and ".join(practice.label for practice in named)
        return f"Joining the dots: {joined} ({ids})"
    return f"{named[0].principle.title}: {named[0].label} ({ids})"


def _simple(words: str) -> Rendered:
    return escaped(words), kit.section(words)


def _call(message: CallMessage) -> Rendered:
    buttons = [kit.button("Record the board's answers", "board_answers", message.cycle_id)]
    if message.may_go_on:
        buttons.append(kit.button("Go on without", "board_go_on", message.cycle_id))
    return escaped(message.text), [*kit.section(message.text), kit.actions(*buttons)]


def _carried(message: CarriedMessage) -> Rendered:
    lines = [message.intro, *(f"• {each}" for each in message.answers)]
    return escaped("\n\n".join(lines)), [*kit.section(message.intro), *kit.lists(message.answers)]


def _hello(message: HelloMessage) -> Rendered:
    blocks = [block for line in message.lines for block in kit.section(line)]
    button = kit.button("Set up a partnership", "setup_open", "hello")
    return escaped("\n\n".join(message.lines)), [*blocks, kit.actions(button)]


def _reminder(message: ReminderMessage) -> Rendered:
    return _simple(sentences.members.reminder(message.question, message.closes_on))


def _note(message: NoteMessage) -> Rendered:
    return _simple(message.text)


def _prompt(message: PromptMessage) -> Rendered:
    practice = practice_line(message.practices)
    whose = [sentences.proposing.suggested_by(message.credit)] if message.credit else []
    numbers = message.safeguarding
    footer = sentences.privacy.footer(numbers.front_door, numbers.out_of_hours, numbers.lado)
    how = sentences.members.how_to_answer()
    lines = [practice, message.question, message.follow_up, *whose, how, message.privacy, footer]
    text = "\n\n".join(line for line in lines if line)
    blocks = [
        kit.small(practice),
        *kit.section(message.question, bold=True),
        *(kit.section(message.follow_up) if message.follow_up else []),
        *(kit.small(each) for each in whose),
        kit.small(f"{how} {message.privacy}"),
        kit.small(footer),
        kit.actions(
            kit.button("Answer privately", "answer_privately", message.occurrence_id),
            kit.button("Who sees this?", "who_sees", message.occurrence_id),
            kit.button("Not now", "not_now", message.occurrence_id),
            propose_button(f"occurrence|{message.occurrence_id}"),
        ),
    ]
    return escaped(text), blocks


def _private(message: PrivateLine) -> Rendered:
    intro = sentences.members.private_intro(message.question, message.board)
    standing = sentences.members.chosen(message.choice.value) if message.choice else None
    lines = [intro, message.late, message.privacy, standing, sentences.members.sector_question()]
    text = "\n\n".join(line for line in lines if line)
    blocks = [
        *kit.section(intro),
        *(kit.section(message.late) if message.late else []),
        *kit.section(message.privacy),
        *(kit.section(standing, bold=True) if standing else []),
        choice_buttons(message.cycle_id, may_be_quoted=message.may_be_quoted),
        *kit.section(sentences.members.sector_question()),
        kit.actions(sector_select(message.sector), propose_button(f"cycle|{message.cycle_id}")),
    ]
    return escaped(text), blocks


def propose_button(place: str) -> Block:
    """Opens the form in which a member has a say in the questions; `place` says where it stands."""
    return kit.button("Help choose questions", "propose_open", place)


def choice_buttons(cycle_id: str, *, may_be_quoted: bool) -> Block:
    """What a member may do with what they said in a cycle."""
    quote = [kit.button("Quote me by sector", "choose_quote", cycle_id)] if may_be_quoted else []
    return kit.actions(
        *quote,
        kit.button("Leave me out", "choose_leave_out", cycle_id),
        kit.button(
            "Take it back",
            "take_back",
            cycle_id,
            confirm=kit.confirm(
                "Take it back?",
                "Dots deletes its copy of all you said in this round. This cannot be undone.",
                "Take it back",
                "Keep it",
            ),
        ),
    )


def sector_select(chosen: Sector | None) -> Block:
    """The menu in which a member says which sector they bring."""
    options = [(sector.value, sentence(sector.label)) for sector in Sector]
    return kit.select("Choose your sector", "say_sector", options, chosen)


def _digest(message: DigestMessage) -> Rendered:
    text, blocks = _page(message)
    if message.signed_off or message.page_number > 0:
        return text, blocks
    warning = sentences.board.not_signed_off()
    return f"{warning}\n\n{text}", [kit.small(warning), *blocks]


def _page(message: DraftMessage | DigestMessage) -> Rendered:
    text, blocks = escaped(plain_text(message.page)), page_blocks(message.page)
    if message.page_number > 0 or message.last_page == 0:
        return text, blocks
    more = sentences.board.more_pages(message.last_page)
    return f"{text}\n\n{more}", [*blocks, kit.small(more)]


def _draft(message: DraftMessage) -> Rendered:
    words, body = _page(message)
    if message.page_number > 0:
        return words, body
    who = f" (<@{message.decided_by}>)" if message.decided_by else ""
    standing = f"{escaped(message.standing)}{who}"
    text = f"{standing}\n\n{words}"
    context = {"type": "context", "elements": [kit.mrkdwn(standing)]}
    return text, [context, *body, *_decisions(message)]


def _decisions(message: DraftMessage) -> list[Block]:
    value = f"{message.version}|{message.cycle_id}"
    approve = kit.button(
        "Approve",
        "digest_approve",
        value,
        style="primary",
        confirm=kit.confirm(
            "Approve this digest?",
            "It goes to the board as it stands here, on its issue date. Words that their authors "
            "take back before then are taken out.",
            "Approve",
            "Not yet",
        ),
    )
    hold = kit.button("Hold", "digest_hold", value)
    review = kit.button("Line by line", "review_open", message.cycle_id)
    sort = kit.button("Sort replies", "digest_sort", value)
    paper = kit.paper(message.cycle_id)
    offered = {
        DigestState.DRAFT: [approve, hold, sort, review, paper],
        DigestState.HELD: [approve, sort, review, paper],
        DigestState.APPROVED: [hold, paper],
        DigestState.PUBLISHED: [paper],
    }.get(message.state)
    return [kit.actions(*offered)] if offered else []


def page_blocks(page: Page) -> list[Block]:
    """A page of a digest as blocks; neighbouring list items become one list."""
    made = kit.heading(page.title)
    for is_item, run in groupby(page.parts, key=lambda part: isinstance(part, ListItem | Fact)):
        if is_item:
            made.append(kit.items([plain(part).removeprefix("• ") for part in run]))
        else:
            made += [block for part in run for block in _part(part)]
    return made


def _part(part: Part) -> list[Block]:
    match part:
        case Heading(level=2):
            return kit.heading(part.text)
        case Heading():
            return kit.section(part.text, bold=True)
        case Quote():
            return [kit.quote(part.words, part.attribution)]
        case Paragraph(small=True) | Drawing():
            return [kit.small(plain(part))]
        case _:
            return kit.section(plain(part))


_WAYS: Mapping[type[Outgoing], Callable[[Any], Rendered]] = {
    PromptMessage: _prompt,
    ReminderMessage: _reminder,
    PrivateLine: _private,
    DraftMessage: _draft,
    DigestMessage: _digest,
    QuestionMessage: letters.question,
    AnsweredMessage: letters.answered,
    PostMessage: letters.post,
    ConsentMessage: letters.consent,
    LateMessage: letters.late,
    AgainMessage: letters.again,
    WarningMessage: queue.noticed,
    WordingMessage: queue.noticed,
    HoldMessage: queue.held,
    AlertMessage: queue.alert,
    ProposedMessage: letters.proposed,
    DecidedMessage: letters.decided,
    NoteMessage: _note,
    CallMessage: _call,
    CarriedMessage: _carried,
    HelloMessage: _hello,
}
