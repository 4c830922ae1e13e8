"""A coordinator's edits of a digest: of our words, never of a member's. Applied while compiling.

Says what may be edited and how; who did it and when is kept by whoever stores it.
"""

from collections.abc import Iterable
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from bot.core.digest.digest import Digest
from bot.core.digest.heard import LineKind
from bot.core.values import Utc, Value


class Action(StrEnum):
    """What may be done to a line. PUT: say in a coordinator's words what may not be quoted."""

    REWORD = "reword"
    HIDE = "hide"
    PUT = "put"


class Frame(StrEnum):
    """The framing words: they are ours, and any coordinator may change them."""

    FOREWORD = "foreword"
    AGENDA_ITEM = "agenda-item"
    AUTHOR = "author"
    PURPOSE = "purpose"
    ASKED_TO = "asked-to"
    INVITATION = "invitation"


class Edit(Value):
    """What a coordinator did to one line.

    `target` is made by `frame`, `theme`, `thread`, `board_question` or `line`. `about`: which
    words of a member's it puts into others (a fingerprint, no words); when they change it lapses.
    """

    target: str
    action: Action
    words: str = ""
    reason: str = ""
    about: str = ""


class Revision(Value):
    """One step in a line's history; without an `edit` it took back the step before it."""

    target: str
    version: int
    edit: Edit | None
    by: str
    at: Utc


class Edits(Value):
    """Every edit that holds now, at most one for a line."""

    edits: tuple[Edit, ...] = ()

    def of(self, target: str) -> Edit | None:
        """The edit of this line, if there is one."""
        return next((one for one in self.edits if one.target == target), None)

    def reworded(self, target: str, words: str) -> str:
        """The words of a line of ours: a coordinator's, or those given."""
        edit = self.of(target)
        return edit.words if edit and edit.action is Action.REWORD else words

    def hides(self, target: str) -> str | None:
        """Why this line is hidden; None when it is not."""
        edit = self.of(target)
        return edit.reason if edit and edit.action is Action.HIDE else None

    def put_for(self, reply_id: str, text: str) -> str:
        """A coordinator's words for what this reply says, while it still says that; else ""."""
        edit = self.of(line(reply_id))
        if edit is None or edit.action is not Action.PUT or edit.about != fingerprint(text):
            return ""
        return edit.words


def standing(history: Iterable[Revision]) -> Edits:
    """What holds after these steps, each line's in order."""
    stacks: dict[str, list[Edit]] = {}
    for step in history:
        stack = stacks.setdefault(step.target, [])
        if step.edit is not None:
            stack.append(step.edit)
        elif stack:
            stack.pop()
    return Edits(edits=tuple(stacks[one][-1] for one in sorted(stacks) if stacks[one]))


def frame(which: Frame) -> str:
    """The target of one of the framing words."""
    return f"frame:{which}"


def theme(theme_id: str) -> str:
    """The target of a theme's name."""
    return f"theme:{theme_id}"


def thread(thread_id: str) -> str:
    """The target of a thread's name."""
    return f"thread:{thread_id}"


def board_question(question_id: str) -> str:
    """The target of a question for the board."""
    return f"question:{question_id}"


def line(reply_id: str) -> str:
    """The target of what one reply says."""
    return f"line:{reply_id}"


# Characters of what a coordinator may write. A name is a heading; the others stand in a sentence's
# or a paragraph's place, in a paper of two pages. Judgements.
_LONGEST = {"theme": 80, "thread": 80, "question": 300, "line": 400}
_LONGEST_FRAME = {Frame.AGENDA_ITEM: 40, Frame.AUTHOR: 120, Frame.PURPOSE: 80}
_LONGEST_WORDS = 600


def longest(target: str) -> int:
    """How many characters a coordinator's words for this line may have."""
    kind, _, which = target.partition(":")
    if kind == "frame":
        return _LONGEST_FRAME.get(Frame(which), _LONGEST_WORDS)
    return _LONGEST.get(kind, _LONGEST_WORDS)


def fingerprint(text: str) -> str:
    """Tells one wording from another without holding either."""
    return sha256(text.encode(errors="replace")).hexdigest()[:16]


class Editable(NamedTuple):
    """A line of a digest, its words as they stand, and what may be done to it. `under`: the
    question to which it was said, where it stands under one."""

    target: str
    words: str
    actions: frozenset[Action]
    under: str = ""


_OURS = frozenset({Action.REWORD, Action.HIDE})
_ACTIONS = {
    LineKind.QUOTED: frozenset({Action.HIDE}),  # nobody can change a quote
    LineKind.PUT: frozenset({Action.PUT, Action.HIDE}),
    LineKind.HIDDEN: frozenset[Action](),
}
_UNSAID = frozenset({Action.PUT, Action.HIDE})


def editable(digest: Digest) -> tuple[Editable, ...]:
    """Every line that may be edited, in the order in which the digest reads, each once."""
    found = [
        *_framing(digest),
        *(
            Editable(theme(one.id), one.label, _OURS, asked.text)
            for asked in digest.questions
            for one in asked.themes
        ),
        *(Editable(thread(one.id), one.label, _OURS) for one in digest.threads),
        *_lines(digest),
        *(Editable(board_question(one.id), one.text, _OURS) for one in digest.board_questions),
    ]
    return tuple({one.target: one for one in reversed(found)}.values())[::-1]


def _lines(digest: Digest) -> tuple[Editable, ...]:
    under = {
        one.reply_ids[0]: asked.text
        for asked in digest.questions
        for one in asked.lines
        if one.reply_ids
    }
    return tuple(
        Editable(
            line(one.reply_ids[0]),
            one.words,
            _ACTIONS.get(one.kind, _UNSAID),
            under.get(one.reply_ids[0], ""),
        )
        for one in digest.lines()
        if one.reply_ids
    )


def replies_behind(digest: Digest, target: str) -> frozenset[str]:
    """The ids of the replies that a line, a theme or a thread stands for."""
    themes = {theme(one.id): one.reply_ids for asked in digest.questions for one in asked.themes}
    threads = {
        thread(one.id): tuple(each for side in one.sides for each in side.reply_ids)
        for one in digest.threads
    }
    lines = {line(one.reply_ids[0]): one.reply_ids for one in digest.lines() if one.reply_ids}
    return frozenset((themes | threads | lines).get(target, ()))


def _framing(digest: Digest) -> tuple[Editable, ...]:
    cover = digest.cover
    words = {
        Frame.FOREWORD: cover.foreword,
        Frame.AGENDA_ITEM: cover.agenda_item,
        Frame.AUTHOR: cover.author,
        Frame.PURPOSE: cover.purpose,
        Frame.ASKED_TO: "\n".join(cover.asked_to),
        Frame.INVITATION: digest.invitation,
    }
    return tuple(
        Editable(frame(which), said, frozenset({Action.REWORD})) for which, said in words.items()
    )
