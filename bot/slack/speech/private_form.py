"""The form for a private reply, and what stands in its place once it was sent. Decides nothing:
what it says comes from sentences, what it shows from the use cases."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from bot.core import sentences
from bot.core.answering.form import Became, PrivateForm, Thanks
from bot.core.answering.private import LONGEST, Answer, Visibility
from bot.core.guard.examine import Examined
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.core.words import sentence
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block

FORM = "private_reply"
"""The callback_id of the form."""

IN_THREAD = "in-thread"
"""The third way: its author posts it, under their own name."""

SEND_AS_IT_IS, TAKE_BACK = "private_as_it_is", "private_take_back"


class Filled(NamedTuple):
    """A form as it came in. `visibility` may be IN_THREAD, which is kept nowhere."""

    occurrence_id: str
    seen_version: int
    view_id: str
    text: str
    visibility: str
    choice: Choice | None
    sector: Sector | None

    def answer(self, *, insists: bool) -> Answer:
        """What a private reply is made of."""
        return Answer(
            occurrence_id=self.occurrence_id,
            text=self.text,
            visibility=Visibility(self.visibility),
            choice=self.choice,
            sector=self.sector,
            seen_version=self.seen_version,
            form_id=self.view_id,
            insists=insists,
        )


def filled(view: Mapping[str, Any]) -> Filled:
    """Read a form. Raises ValueError or KeyError for one that is not ours."""
    about, given = json.loads(view["private_metadata"]), inputs.answers(view)
    return Filled(
        occurrence_id=str(about["occurrence"]),
        seen_version=int(about["version"]),
        view_id=str(view["id"]),
        text=inputs.typed(view, "words"),
        visibility=given.get("visibility") or Visibility.NOT_NAMED.value,
        choice=Choice(given["quoting"]) if given.get("quoting") else None,
        sector=Sector(given["sector"]) if given.get("sector") else None,
    )


def form_view(
    form: PrivateForm, typed: Filled | None = None, noticed: Examined | None = None
) -> Block:
    """The form: empty, with an earlier reply, or with what was noticed in what was `typed`."""
    version = form.earlier.version if form.earlier else 0
    about = {
        "occurrence": form.occurrence_id,
        "version": typed.seen_version if typed else version,
    }
    return inputs.modal(
        FORM,
        "Before it is kept" if noticed else "Answer privately",
        [*_above(form, typed, noticed), *_boxes(form, typed), *_below(form, noticed)],
        submit="Send what I changed" if noticed else "Save",
        close="Stop, keep nothing" if noticed else "Not now",
        metadata=json.dumps(about),
    )


def _above(form: PrivateForm, typed: Filled | None, noticed: Examined | None) -> list[Block]:
    if noticed is not None:
        length = len(typed.text) if typed else 0
        lines = sentences.safety.before_sending(noticed, form.safeguarding, length)
        return [block for line in lines for block in kit.section(line)]
    earlier = form.earlier if form.earlier and form.earlier.is_live else None
    lines = [sentences.private.earlier(earlier.said_on)] if earlier else []
    lines += [line for line in (form.follow_up, form.note, form.privacy) if line]
    return [
        *kit.section(form.question, bold=True),
        *(block for line in lines for block in kit.section(line)),
        kit.small(sentences.privacy.NOT_A_REFERRAL),
    ]


def _boxes(form: PrivateForm, typed: Filled | None) -> list[Block]:
    earlier = form.earlier if form.earlier and form.earlier.is_live else None
    say = sentences.private
    words = typed.text if typed else earlier.text if earlier else ""
    visible = typed.visibility if typed else earlier.visibility if earlier else "not-named"
    choice = typed.choice if typed else earlier.choice if earlier else None
    sector = typed.sector if typed else None
    boxes = [
        inputs.words(
            "words", say.words_label(), initial=words, hint=say.LONGER, multiline=True,
            longest=LONGEST,
        ),
        inputs.radio("visibility", say.visibility_label(), say.VISIBILITIES, str(visible)),
    ]  # fmt: skip
    if form.may_be_quoted:
        boxes.append(inputs.radio("quoting", say.quoting_label(), say.QUOTING, choice))
    if form.sectors:
        options = [(each.value, sentence(each.label)) for each in form.sectors]
        question = sentences.members.sector_question()
        boxes.append(inputs.choice("sector", question, options, sector, optional=True))
    return boxes


def _below(form: PrivateForm, noticed: Examined | None) -> list[Block]:
    if noticed is not None:
        return [kit.actions(kit.button("Send as it is", SEND_AS_IT_IS, form.occurrence_id))]
    if form.earlier is None or not form.earlier.is_live:
        return []
    asked = kit.confirm(
        "Take it back?",
        "Dots deletes this private reply. This cannot be undone.",
        "Take it back",
        "Keep it",
    )
    return [kit.actions(kit.button("Take it back", TAKE_BACK, form.occurrence_id, confirm=asked))]


def kept_view(thanks: Thanks) -> Block:
    """A private reply is kept."""
    return _told("Kept", sentences.private.kept(thanks))


def taken_back_view() -> Block:
    """A private reply was erased."""
    return _told("Taken back", [sentences.private.taken_back()])


def copy_view(line: str, words: str) -> Block:
    """Nothing was kept: what was typed, for its author to copy."""
    shown = _told("Not kept", [line])
    if words:
        shown["blocks"].append(kit.copyable(words))
    return shown


def not_kept_view(became: Became, words: str) -> Block:
    """Why nothing was kept, and what was typed."""
    return copy_view(sentences.private.not_kept(became.value), words)


def in_thread_view(words: str) -> Block:
    """A named reply is its author's own message."""
    shown = copy_view(sentences.private.in_thread(), words)
    return shown | {"title": kit.plain_text("In the thread", inputs.TITLE_LIMIT)}


def _told(title: str, lines: list[str]) -> Block:
    blocks = [block for line in lines for block in kit.section(line)]
    return inputs.modal("told", title, blocks)


def instead_view(line: str) -> Block:
    """Why there is no form, where a line cannot stand beside what was pressed."""
    return _told("Answer privately", [line])


def own_blocks(privately: Iterable[tuple[str, str]]) -> list[Block]:
    """To one member: what they answered privately, each with the way back to it."""
    return [
        block
        for occurrence_id, question in privately
        for block in (
            *kit.section(sentences.private.own(question)),
            kit.actions(
                kit.button(sentences.private.READ_OR_CHANGE, "answer_privately", occurrence_id)
            ),
        )
    ]
