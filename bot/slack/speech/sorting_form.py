"""The form in which a coordinator sorts: one card, its words, and what can be done with it."""

import json
from collections.abc import Sequence
from typing import Any

from bot.core import sentences
from bot.core.digest.compiling.quoting import cleaned
from bot.core.themes.decisions import Apart, Decision, OffTopic, Rename
from bot.core.themes.sorting.answers import answer
from bot.slack.speech import blocks as kit
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.usecases.board.sort import CardForm

SORT, MOVE, OFF_TOPIC = "sorting_card", "sorting_move", "sorting_off_topic"
PASS, UNDO = "sorting_pass", "sorting_undo"

SHOWN_OF_ONE = 400
"""Characters of a reply beside others: 70 words, more than nearly all have. The reply that is asked
about is shown whole, up to what a section holds."""

IN_THEME = 8
"""Replies already in the theme that are shown; a larger theme is known by then."""

LONGEST_NAME = 80

MOST_THEMES = 100
"""Options of a menu, at most (docs: block-kit)."""

PASSED = 12
"""Questions that are remembered as passed; a quarter has at most nine."""


def card_view(form: CardForm, cycle_id: str, passed: Sequence[str] = ()) -> Block:
    """One card. Its metadata holds ids only."""
    card = form.card
    kept: dict[str, Any] = {"cycle": cycle_id, "card": card.reply, "group": card.group}
    kept |= {"passed": [*passed], "number": form.number}
    kept |= {"others": [each for each, _ in form.candidates]}
    kept |= {"theme": [each for each, _ in form.theme[:IN_THEME]]}
    return inputs.modal(
        SORT,
        "Sort replies",
        [
            *kit.section(form.question, bold=True),
            *kit.section(sentences.sorting.which_go_together()),
            kit.words_of(kit.cut(form.words, kit.SECTION_LIMIT)),
            *_theme(form),
            *_others(form),
            _name(form),
            kit.actions(
                *_move(form),
                kit.button("Off topic", OFF_TOPIC, "off"),
                kit.button("Another question", PASS, "pass"),
                kit.button("Undo my last", UNDO, "undo"),
            ),
            kit.small(sentences.sorting.so_far(form.made)),
        ],
        submit="Save, next one",
        close="Enough for now",
        metadata=json.dumps(kept),
    )


def told_view(line: str) -> Block:
    """What there is to say instead of a card."""
    return inputs.modal("told", "Sort replies", kit.section(line))


def decided(view: dict[str, Any]) -> tuple[Decision, ...]:
    """What an answered card decides, in order."""
    kept, said = read(view), _answers(view)
    ticked = [kept["others"][int(each)] for each in said.get("with_it") or ()]
    strangers = [kept["theme"][int(each)] for each in said.get("strangers") or ()]
    name = cleaned(str(said.get("name") or "")).strip()
    made: list[Decision] = []
    if kept["others"]:
        made.append(answer(kept["card"], kept["others"], ticked))
    stay = [each for each in (kept["card"], *kept["theme"]) if each not in strangers]
    made += [Apart(reply=each, others=tuple(stay)) for each in strangers]
    if name:
        made.append(Rename(replies=(*stay, *ticked), words=name))
    return tuple(made)


def name_field(view: dict[str, Any]) -> str:
    """Where an error about the name is shown."""
    names = inputs.answers(view)
    return next(each for each in names if each.startswith("name:"))


def form_id(view: dict[str, Any]) -> str:
    """Another for each answer, the same when Slack sends one twice."""
    return f"{view['id']}:{read(view)['number']}"[:80]


def off_topic(view: dict[str, Any]) -> OffTopic:
    """The decision that a card's reply is no answer to its question."""
    return OffTopic(reply=read(view)["card"])


def read(view: dict[str, Any]) -> dict[str, Any]:
    """What a card's metadata holds."""
    kept: dict[str, Any] = json.loads(view["private_metadata"])
    return kept


def _theme(form: CardForm) -> list[Block]:
    if not form.theme:
        return []
    shown = form.theme[:IN_THEME]
    label = sentences.sorting.tick_strangers()
    return [
        *kit.section(sentences.sorting.already_with_it(len(form.theme))),
        *(kit.words_of(kit.cut(words, SHOWN_OF_ONE)) for _, words in shown),
        inputs.ticks(_named("strangers", form), label, _options([words for _, words in shown])),
    ]


def _others(form: CardForm) -> list[Block]:
    words = [words for _, words in form.candidates]
    numbered = [f"{at}. {kit.cut(each, SHOWN_OF_ONE)}" for at, each in enumerate(words, start=1)]
    return [
        *kit.section(sentences.sorting.among_these()),
        *(kit.words_of(each) for each in numbered),
        inputs.ticks(_named("with_it", form), sentences.sorting.tick_those(), _options(words)),
    ]


def _options(several: Sequence[str]) -> list[inputs.Option]:
    return [(str(at), f"{at + 1}. {' '.join(words.split())}") for at, words in enumerate(several)]


def _named(name: str, form: CardForm) -> str:
    """An input's name on this card only: what was filled in does not go over to the next card."""
    return f"{name}:{form.number}:{form.card.reply}"[:255]


def _answers(view: dict[str, Any]) -> dict[str, Any]:
    return {name.partition(":")[0]: each for name, each in inputs.answers(view).items()}


def _move(form: CardForm) -> list[Block]:
    """A menu of the themes into which this reply may be put at once."""
    if not form.themes:
        return []
    options = [(each, " ".join(words.split())) for each, words in form.themes[:MOST_THEMES]]
    return [kit.select(sentences.sorting.move_it(), MOVE, options, None)]


def _name(form: CardForm) -> Block:
    label, hint = sentences.sorting.name_for_it(), sentences.sorting.naming_hint()
    return inputs.words(_named("name", form), label, hint=hint, optional=True, longest=LONGEST_NAME)
