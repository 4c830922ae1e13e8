"""The private replies of a round, as coordinators read them, page by page. Shows no author and no
time."""

from collections.abc import Sequence

from bot.core.sentences import coordinators as say
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.slack.speech.letters import ask_button
from bot.usecases.answering.reading import InConfidence

A_PAGE = 12
"""Replies on one page: some six blocks each, within a modal's hundred."""


def list_view(cycle_id: str, replies: Sequence[InConfidence], page: int = 0) -> Block:
    """One page of them; `page` counts from 0."""
    shown = replies[page * A_PAGE : (page + 1) * A_PAGE]
    blocks = kit.section(say.private_intro(len(replies)))
    for each in shown:
        blocks += _one(each)
    blocks += kit.turns("private_page", page, more=len(replies) > (page + 1) * A_PAGE)
    return inputs.modal("private_list", "Private replies", blocks, metadata=cycle_id)


def _one(reply: InConfidence) -> list[Block]:
    about = say.private_about(only=reply.for_coordinators_only, held=reply.is_held)
    return [
        {"type": "divider"},
        *kit.section(reply.question, bold=True),
        kit.words_of(reply.words),
        kit.small(about),
        kit.actions(ask_button(reply.reply_id)),
    ]


def not_yours_view() -> Block:
    """For whoever may not read them."""
    return inputs.modal("private_list", "Private replies", kit.section(say.private_not_yours()))
