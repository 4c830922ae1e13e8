"""The forms in which members propose a question or have one set aside, and in which coordinators
answer. Decides nothing: what it says comes from sentences, what it shows from the use cases."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.core.asking.proposing.proposal import (
    LONGEST_CREDIT,
    Draft,
    ProposalState,
    plain_credit,
    same_words,
    tidy,
)
from bot.core.asking.wording import Remark
from bot.core.framework import PRACTICES
from bot.core.guard.consequences import is_concern
from bot.core.guard.examine import Examined
from bot.core.sentences import proposing as say
from bot.core.sentences import safety
from bot.core.words import sentence
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.usecases.proposing.decide import Decision
from bot.usecases.proposing.look import NextAsked, ProposalForm

FORM, DECIDE = "propose_form", "proposal_decide"
LONGEST_QUESTION, LONGEST_WORDS = 300, 600
"""Characters: what a prompt may have, and a short paragraph to its proposer."""

_NOT_SURE = "none"


class Filled(NamedTuple):
    """A form as it came in. `weighed`: the mark of the words whose warnings its sender has seen."""

    draft: Draft
    proposal_id: str
    weighed: str

    @property
    def insists(self) -> bool:
        """True when these very words were shown with what might be changed in them."""
        return self.weighed == same_words(self.draft.text)


def filled(view: Mapping[str, Any]) -> Filled:
    """Read a form. Raises ValueError or KeyError for one that is not ours."""
    about, given = json.loads(view["private_metadata"]), inputs.answers(view)
    practice = given.get("practice")
    draft = Draft(
        partnership_id=str(about["partnership"]),
        text=tidy(given.get("question") or ""),
        practice=practice if practice in PRACTICES else None,
        credit=plain_credit(given.get("credit") or "") or None,
        form=str(view["id"])[:40],
        channel_id=about["channel"] or None,
    )
    return Filled(draft, str(about["proposal"]), str(about["weighed"]))


def form_view(
    form: ProposalForm,
    channel_id: str,
    typed: Filled | None = None,
    above: list[str] | None = None,
    *,
    weighed: bool = False,
    aside: str = "",
) -> Block:
    """The form: empty, with a proposal that came back, or with what was typed and lines above.
    `aside`: what became of the wish to set a question aside, beside the one that is next now."""
    about = {
        "partnership": form.partnership.id,
        "channel": channel_id,
        "proposal": form.earlier.id if form.earlier else "",
        "weighed": same_words(typed.draft.text) if typed and weighed else "",
    }
    lines = above if above is not None else [say.about_proposing(form.partnership.name)]
    return inputs.modal(
        FORM,
        "Help choose questions",
        [
            *(block for line in lines for block in kit.section(line)),
            *_boxes(form, typed),
            kit.small(say.what_follows()),
            *_next_question(form.next_asked, aside),
        ],
        submit="Send it as it is" if weighed else "Send it",
        close="Not now",
        metadata=json.dumps(about),
    )


def _boxes(form: ProposalForm, typed: Filled | None) -> list[Block]:
    shown = typed.draft if typed else form.earlier
    options = [(_NOT_SURE, say.NOT_SURE)]
    options += [(each.id, sentence(each.label)) for each in PRACTICES.values()]
    chosen = (shown.practice or _NOT_SURE) if shown else None
    return [
        inputs.words(
            "question", say.QUESTION, initial=shown.text if shown else "", multiline=True,
            longest=LONGEST_QUESTION,
        ),
        inputs.choice("practice", say.PRACTICE, options, chosen),
        inputs.words(
            "credit", say.CREDIT, initial=(shown.credit or "") if shown else "",
            hint=say.CREDIT_HINT, optional=True, longest=LONGEST_CREDIT,
        ),
    ]  # fmt: skip


def _next_question(asked: NextAsked | None, aside: str) -> list[Block]:
    told = kit.section(aside) if aside else []
    if asked is None:
        return told
    question = kit.section(say.next_question(asked.question, asked.on))
    if asked.wished:
        return [{"type": "divider"}, *question, *(told or [kit.small(say.aside_wished())])]
    value = f"{asked.on.isoformat()}|{asked.prompt_id}"
    press = kit.actions(kit.button("Set this one aside", "aside_ask", value))
    return [{"type": "divider"}, *told, *question, kit.small(say.about_aside()), press]


def noticed_lines(form: ProposalForm, noticed: Examined, length: int) -> list[str]:
    """Above the form, when words could identify somebody or be about somebody at risk."""
    first = safety.concern(form.partnership.safeguarding) if is_concern(noticed) else []
    return [*first, say.take_out(safety.noticed(noticed, length))]


def weigh_lines(remarks: tuple[Remark, ...]) -> list[str]:
    """Above the form, when there is something to weigh."""
    return [say.please_look(), *("• " + say.to_weigh(each) for each in remarks)]


def sent_view(outcome: str, words: str) -> Block:
    """What became of it; with what was typed when that was not kept."""
    blocks = kit.section(say.sent(outcome))
    if outcome == "gone" and words:
        blocks.append(kit.copyable(words))
    return inputs.modal("told", "Help choose questions", blocks)


class Seen(NamedTuple):
    """The proposal that a coordinator pressed a button of, in the version they saw."""

    proposal_id: str
    version: int
    practice: str
    verdict: ProposalState


_TITLES = {
    ProposalState.ACCEPTED: "Accept this question",
    ProposalState.CHANGE: "Ask for a change",
    ProposalState.DECLINED: "Decline this question",
}


def decide_view(seen: Seen) -> Block:
    """What a coordinator fills in to decide."""
    if seen.verdict is ProposalState.ACCEPTED:
        options = [(each.id, sentence(each.label)) for each in PRACTICES.values()]
        boxes = [
            *kit.section(say.ACCEPT_NOTE),
            inputs.choice("practice", say.ACCEPT_PRACTICE, options, seen.practice),
        ]
    else:
        is_change = seen.verdict is ProposalState.CHANGE
        label = say.WISH_LABEL if is_change else say.REASON_LABEL
        hint = say.WISH_HINT if is_change else say.REASON_HINT
        boxes = [inputs.words("words", label, hint=hint, multiline=True, longest=LONGEST_WORDS)]
    title = _TITLES[seen.verdict]
    metadata = json.dumps([seen.proposal_id, seen.version, seen.verdict.value])
    return inputs.modal(DECIDE, title, boxes, submit="Send", close="Not now", metadata=metadata)


def decision_of(view: Mapping[str, Any]) -> Decision:
    """Read what a coordinator decided. Raises ValueError or KeyError for a form not ours."""
    proposal_id, version, verdict = json.loads(view["private_metadata"])
    given = inputs.answers(view)
    return Decision(
        proposal_id=str(proposal_id),
        seen_version=int(version),
        verdict=ProposalState(verdict),
        practice=given.get("practice"),
        words=inputs.typed(view, "words"),
    )


def decided_view(outcome: str) -> Block:
    """What became of a decision."""
    return inputs.modal("told", "A suggested question", kit.section(say.decided(outcome)))
