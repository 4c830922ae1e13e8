"""The review of a draft as Slack shows it: every line with what may be done to it, a form for each
deed, and the replies behind a line. Decides nothing."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bot.core.digest.edits import Action, Editable, longest
from bot.core.sentences import edits as say
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.slack.speech.dialect import escaped
from bot.usecases.board.edit import Reviewed

BLOCKS_A_PAGE = 60
"""Of the review: so much can be read before a page is turned, within a modal's hundred."""

WORDS_SHOWN = 600
"""Characters of a line in the list; the form and the draft show the whole."""

QUESTION_SHOWN = 200
"""Characters of the question above a line: enough to know which it is."""

REPLIES_A_PAGE = 50
"""Replies behind a line that are read at once, each a block, within a modal's hundred."""

TITLE = "Line by line"

UNDO, BEHIND = "undo", "behind"
"""What can be done to a line besides editing it."""


class About(NamedTuple):
    """What a view is about; `knowingly`: the coordinator saw what the guard noticed."""

    cycle_id: str
    page: int = 0
    target: str = ""
    action: str = ""
    seen: int = 0
    knowingly: bool = False

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


def list_view(
    lines: Sequence[Reviewed], about: About, changes: Sequence[str] = (), told: str = ""
) -> Block:
    """What changed from the version before, then every line of a draft that may be edited, page by
    page, in the order in which it reads; `told` stands above them."""
    above = kit.section(told, bold=True) if told else []
    since = kit.section(say.changed_since(changes)) if changes else []
    rows = ([_row(one, number), *_last_step(one)] for number, one in enumerate(lines))
    intro = [kit.small(say.about_review()), kit.actions(kit.paper(about.cycle_id))]
    groups = [intro, *([each] for each in since), *rows]
    pages = kit.pages(groups, BLOCKS_A_PAGE)
    page = _page(pages, lines, about)
    blocks = above + pages[page] + kit.turns("review_page", page, more=page + 1 < len(pages))
    metadata = About(about.cycle_id, page).packed()
    return inputs.modal("review", TITLE, blocks, metadata=metadata)


def _page(pages: Sequence[Sequence[Block]], lines: Sequence[Reviewed], about: About) -> int:
    """The page that was seen, or the one beside it to which the changed line went, as what changed
    since the version before stands above and grows. A hidden line goes far: it is not followed."""
    rows = {_row_id(number) for number, one in enumerate(lines) if one.line.target == about.target}
    beside = [
        number
        for number, blocks in enumerate(pages)
        if abs(number - about.page) == 1 and any(each.get("block_id") in rows for each in blocks)
    ]
    return min(beside[0] if beside else about.page, len(pages) - 1)


def _row_id(number: int) -> str:
    return f"line-{number}"


def _last_step(one: Reviewed) -> list[Block]:
    """Who changed a line last, and why: two who review at once see it of each other."""
    if not one.history:
        return []
    *_, last = one.history
    reason = last.edit.reason if last.edit else ""
    said = escaped(say.last_step(last.edit.action if last.edit else UNDO, reason))
    return [{"type": "context", "elements": [kit.mrkdwn(f"{said} (<@{last.by}>)")]}]


def _row(one: Reviewed, number: int) -> Block:
    line = one.line
    label = kit.mrkdwn(
        f"*{say.kind_of_line(line.target)}*{escaped(_under(line))}\n{escaped(_words_of(line))}"
    )
    block: Block = {"type": "section", "text": label}
    offered = [(each.value, say.deed(each.value)) for each in Action if each in line.actions]
    if line.target.startswith("line:") or (
        line.actions and line.target.startswith(("theme:", "thread:"))
    ):
        offered.append((BEHIND, say.deed(BEHIND)))
    if one.history:
        offered.append((UNDO, say.deed(UNDO)))
    if not offered:
        return block
    # By its target and the version that is seen: on a list that has been open for a while, other
    # lines may have come to stand where these stood.
    options = [
        kit.option(json.dumps([each, line.target, one.version]), label) for each, label in offered
    ]
    menu = {"type": "overflow", "action_id": "review_line", "options": options}
    return block | {"block_id": _row_id(number), "accessory": menu}


def _under(line: Editable) -> str:
    return say.stands_under(kit.cut(line.under, QUESTION_SHOWN))


def _words_of(line: Editable) -> str:
    return kit.cut(line.words, WORDS_SHOWN) or say.no_words(line.target, line.actions)


def form_view(one: Reviewed, about: About, typed: str = "", told: str = "") -> Block:
    """The form for one deed. Where it comes again, what was typed stays in it, and `told` says
    why: what the guard noticed, or that somebody else changed the line meanwhile."""
    line = one.line
    is_hide = about.action == Action.HIDE
    name = "reason" if is_hide else "words"
    most = min(longest(line.target), inputs.TEXT_INPUT_LIMIT)
    initial = typed or ("" if is_hide or about.action == Action.PUT else line.words)
    return inputs.modal(
        "review_form",
        "Change a line",
        [
            *(kit.section(told, bold=True) if told else []),
            kit.small(f"{say.kind_of_line(line.target)}{_under(line)}"),
            *kit.section(_words_of(line)),
            *_last_step(one),
            inputs.words(name, say.field(about.action), initial=initial, multiline=not is_hide,
                         longest=200 if is_hide else most),
        ],
        submit="Use it as it is" if about.knowingly else "Change it",
        close="Back",
        metadata=about.packed(),
    )  # fmt: skip


def behind_view(replies: Sequence[str], about: About) -> Block:
    """What was said that stands behind a line, without who said it, page by page."""
    start = about.page * REPLIES_A_PAGE
    blocks = [kit.small(say.about_behind(len(replies)))]
    blocks += [kit.words_of(each) for each in replies[start : start + REPLIES_A_PAGE]]
    more = len(replies) > start + REPLIES_A_PAGE
    blocks += kit.turns("behind_page", about.page, more=more)
    metadata = about.packed()
    return inputs.modal("review_behind", "What was said", blocks, close="Back", metadata=metadata)


def not_done_view(told: str, typed: str) -> Block:
    """Why a change was not made, and what was typed, to be copied from there. Closing it leads back
    to the list."""
    kept = [*kit.section(say.what_you_typed()), *kit.lines(typed)] if typed.strip() else []
    return inputs.modal("review_told", TITLE, [*kit.section(told), *kept], close="Back")


def filled(view: Mapping[str, Any]) -> tuple[str, str]:
    """The words and the reason that were filled in."""
    return inputs.typed(view, "words"), inputs.typed(view, "reason")
