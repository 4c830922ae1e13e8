"""The forms in which the board's answers are recorded, one question or theme at a time."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from bot.core.digest.since import Answer, BoardAnswer
from bot.core.sentences import board as say
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.usecases.board.respond import Board, Item

ITEMS_A_PAGE = 40
"""Each takes two blocks, within a modal's hundred."""

WORDS_LIMIT, OWNER_LIMIT = 500, 120


class About(NamedTuple):
    """What a view is about. `channel` is where the button was pressed, if in a channel."""

    cycle_id: str
    channel: str = ""
    target: str = ""
    page: int = 0

    def packed(self) -> str:
        """As it travels with a view."""
        return json.dumps(list(self))

    @classmethod
    def unpacked(cls, metadata: str) -> "About":
        """As it came back. Raises ValueError for a view of another version of Dots."""
        values = json.loads(metadata or "[]")
        if not isinstance(values, list) or len(values) != len(cls._fields):
            raise ValueError("a view of another version")
        return cls(*values)


def list_view(board: Board, about: About) -> Block:
    """Everything there is to answer, with what was answered, page by page."""
    start = about.page * ITEMS_A_PAGE
    shown = board.items[start : start + ITEMS_A_PAGE]
    blocks = kit.section(say.answered_so_far(board.answered, len(board.items)), bold=True)
    for number, item in enumerate(shown, start):
        blocks += _row(item, number)
    more = len(board.items) > start + ITEMS_A_PAGE
    blocks += kit.turns("board_page", about.page, more=more)
    return inputs.modal(
        "board_carry",
        "The board's answers",
        blocks,
        submit="Carry it back" if board.answered else None,
        metadata=about.packed(),
    )


def _row(item: Item, number: int) -> list[Block]:
    told = say.carried_answer(item.answer) if item.answer else f"“{item.about}”"
    (block, *_) = kit.section(kit.cut(told, kit.SECTION_LIMIT - 100))
    label = "Change" if item.answer else "Answer"
    button = kit.button(label, "board_item", item.target)
    small = [] if item.answer else [kit.small(say.no_answer_yet())]
    return [block | {"block_id": f"item-{number}", "accessory": button}, *small]


def item_view(item: Item, about: About) -> Block:
    """The form for one answer, with what was answered before filled in."""
    given = item.answer or BoardAnswer(about=item.about, answer=Answer.THINKING)
    choices = [(each.value, say.answer(each)) for each in Answer]
    return inputs.modal(
        "board_item",
        "The board's answer",
        [
            *kit.section(kit.cut(item.about, kit.SECTION_LIMIT - 100), bold=True),
            inputs.radio("answer", say.field("answer"), choices, given.answer),
            inputs.words("words", say.field("words"), initial=given.words, multiline=True,
                         hint=say.field("words-hint"), optional=True, longest=WORDS_LIMIT),
            inputs.words("owner", say.field("owner"), initial=given.owner, optional=True,
                         hint=say.field("owner-hint"), longest=OWNER_LIMIT),
            inputs.day("by", say.field("by"), given.by, optional=True),
        ],
        submit="Keep it",
        close="Close",
        metadata=about._replace(target=item.target).packed(),
    )  # fmt: skip


def given_in(view: Mapping[str, Any]) -> BoardAnswer:
    """What was filled in; what it is about is known by whoever keeps it."""
    filled = inputs.answers(view)
    return BoardAnswer(
        about="",
        answer=Answer(filled["answer"]),
        words=" ".join(inputs.typed(view, "words").split()),
        owner=" ".join((filled.get("owner") or "").split()),
        by=date.fromisoformat(filled["by"]) if filled.get("by") else None,
    )
