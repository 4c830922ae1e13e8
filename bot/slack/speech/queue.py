"""What the guard holds, as Slack shows it: the private lines to authors and contacts, the message
and the queue for coordinators, and the form in which one of them releases it."""

import json
from collections.abc import Sequence

from bot.core.messages import AlertMessage, HoldMessage, WarningMessage, WordingMessage
from bot.core.sentences import guarding as say
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block, Rendered
from bot.slack.speech.dialect import escaped
from bot.slack.speech.letters import ask_button, told

RELEASE = "held_release_form"

ON_HOME = 3
"""Things that wait on a home page, which has room for much else. A judgement."""

A_PAGE = 10
"""Things that wait on one page of the queue: some seven blocks each, within a modal's hundred."""


def noticed(message: WarningMessage | WordingMessage) -> Rendered:
    """To an author: what was noticed in their reply. Suggestions can be switched off there."""
    said, blocks = told(message.lines)
    buttons = [kit.link("Go to my message", "open_link", message.link)] if message.link else []
    if isinstance(message, WordingMessage):
        buttons.append(kit.button("No more of these", "wording_mute", "wording"))
    return _with(said, message.link), [*blocks, *([kit.actions(*buttons)] if buttons else [])]


def alert(message: AlertMessage) -> Rendered:
    """To a safeguarding contact: where to look."""
    said, blocks = told(message.lines)
    button = (
        kit.link("Open it in Slack", "open_link", message.link)
        if message.link
        else kit.button("Open the queue", "queue_open", message.partnership_id)
    )
    return _with(said, message.link), [*blocks, kit.actions(button)]


def held(message: HoldMessage) -> Rendered:
    """To the coordinators: what waits, or what became of it."""
    said, blocks = told(message.lines)
    if message.settled is None:
        return _with(said, message.link), [*blocks, kit.actions(*_buttons(message))]
    who = f" (<@{message.decided_by}>)" if message.decided_by else ""
    settled = f"{escaped(message.settled)}{who}"
    context = {"type": "context", "elements": [kit.mrkdwn(settled)]}
    return f"{_with(said, None)}\n\n{settled}", [*blocks, context]


def _with(said: Sequence[str], link: str | None) -> str:
    """The lines as plain text, with the link that the button has."""
    return escaped("\n\n".join([*said, *([link] if link else [])]))


def _buttons(message: HoldMessage) -> list[Block]:
    """What can be done about it. The words stand in Slack, or are shown on request only."""
    version = f"{message.version}|{message.subject}"
    look = (
        [kit.link("Open it in Slack", "open_link", message.link)]
        if message.link
        else [kit.button("Read it", "held_read", message.subject)]
        if message.is_reply
        else []
    )
    ask = [ask_button(message.subject)] if message.is_reply else []
    return [*look, kit.button("Release", "held_release", version), *ask]


def queue_view(partnership_id: str, waiting: Sequence[HoldMessage], page: int = 0) -> Block:
    """Everything that waits for one of the coordinators; `page` counts from 0."""
    shown = waiting[page * A_PAGE : (page + 1) * A_PAGE]
    blocks = kit.section(say.queue_intro(len(waiting)))
    for each in shown:
        blocks += [{"type": "divider"}, *held(each)[1]]
    blocks += kit.turns("queue_page", page, more=len(waiting) > (page + 1) * A_PAGE)
    return inputs.modal("queue", "Held replies", blocks, metadata=partnership_id)


def home_blocks(partnership_id: str, name: str, waiting: Sequence[HoldMessage]) -> list[Block]:
    """What waits, on the home page of one who may decide: the oldest, and a way to the rest."""
    blocks = [*kit.heading(say.waiting_in(name)), *kit.section(say.queue_intro(len(waiting)))]
    for each in waiting[:ON_HOME]:
        blocks += held(each)[1]
    more = len(waiting) - ON_HOME
    label = say.more_waiting(more) if more > 0 else "Open the queue"
    return [*blocks, kit.actions(kit.button(label, "queue_open", partnership_id))]


def read_view(message: HoldMessage, words: str) -> Block:
    """A private reply that waits, with its words."""
    blocks = [*held(message)[1], *kit.section(say.reader_only(private=message.is_private))]
    return inputs.modal("queue", "A held reply", [*blocks, *_words(words)])


def release_view(message: HoldMessage, words: str) -> Block:
    """A coordinator releases it, with a reason that is kept."""
    lines = [block for line in message.lines for block in kit.section(line)]
    box = inputs.words(
        "reason", "Why it may be used", hint=say.why_released(), multiline=True, longest=500
    )
    about = json.dumps({"subject": message.subject, "version": message.version})
    shown = _words(words) if message.is_private else []
    return inputs.modal(
        RELEASE, "Release it", [*lines, *shown, box], submit="Release", metadata=about
    )


def told_view(line: str, who: str | None = None) -> Block:
    """What became of it; `who` was first, where that is what is told."""
    text = f"<@{who}> {escaped(line)}" if who else escaped(line)
    return inputs.modal(
        "queue_told", "Held replies", [{"type": "section", "text": kit.mrkdwn(text)}]
    )


def _words(words: str) -> list[Block]:
    return [kit.words_of(words)] if words else []
