"""Listens to /dots: plain words, also misspelt ones. Whatever it offers can be had by buttons too,
because people of other organisations have no commands."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.core import sentences
from bot.core.sentences import desk as say_desk
from bot.core.steering.commands import Understood, understood
from bot.core.steering.wish import WishKind
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.desk import wish_view
from bot.slack.listeners.home import desk_button, in_words
from bot.slack.listeners.opening import Opening
from bot.slack.listeners.proposals import form_here
from bot.slack.listeners.setup import first_view
from bot.slack.speech import blocks as kit
from bot.slack.speech.blocks import Block
from bot.slack.speech.private_form import own_blocks
from bot.usecases.dots import Dots
from bot.usecases.inform import Home

Payload = dict[str, Any]

MOST_BUTTONS, MOST_BLOCKS = 25, 50
"""In one row, and in one message (docs: block-kit)."""


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""

    @app.command("/dots")
    def on_command(
        ack: Ack, command: Payload, client: WebClient, respond: Respond, context: BoltContext
    ) -> None:
        asked, page = understood(command.get("text") or ""), dots.home(command["user_id"])
        view = _form(dots, asked, command, page, context)
        if view is not None:
            Opening(client, answers).open(command, view, say_desk.stale_button())
        ack()
        if view is None:
            here = dots.privacy_here(command.get("channel_id", ""))
            lines, buttons = _answer(asked, page, here)
            groups = [*map(kit.section, lines), *([each] for each in buttons)]
            for blocks in kit.pages(groups, MOST_BLOCKS):
                text = "\n\n".join(each["text"]["text"] for each in blocks if "text" in each)
                answers.later(respond, text=text, blocks=blocks, response_type="ephemeral")


def _form(
    dots: Dots, asked: Understood, command: Payload, page: Home, context: BoltContext
) -> Block | None:
    """The form that a command opens; None for one that is answered in words."""
    user_id = command["user_id"]
    if asked.asked == "setup":
        user = {"id": user_id, "team_id": command.get("team_id")}
        return first_view(dots, user, context)
    if asked.asked == "propose":
        return form_here(dots, user_id, command.get("channel_id", ""))
    kinds = {"pause": WishKind.PAUSE, "resume": WishKind.RESUME}
    if asked.asked in kinds and len(page.upcoming) == 1:
        return wish_view(dots, page.upcoming[0].partnership_id, kinds[asked.asked], user_id)
    return None


def _answer(asked: Understood, page: Home, here: str | None) -> tuple[list[str], list[Block]]:
    buttons = [desk_button(each) for each in page.upcoming]
    plans = [
        kit.actions(*buttons[start : start + MOST_BUTTONS])
        for start in range(0, len(buttons), MOST_BUTTONS)
    ]
    said: dict[str | None, Callable[[], list[str]]] = {
        None: lambda: _not_understood(asked),
        "privacy": lambda: _privacy(page, here),
        "propose": lambda: [sentences.proposing.which_partnership()],
        "help": lambda: [sentences.home.about_dots(), sentences.home.command_help()],
        "": lambda: [sentences.home.about_dots(), *_next(page), sentences.home.command_help()],
    }
    lines = said.get(asked.asked, lambda: _next(page) or [sentences.home.only_coordinators()])()
    if asked.asked == "privacy":
        return lines, [block for each in page.rounds for block in own_blocks(each.privately)]
    about_the_plan = asked.asked in ("", "next", "plan", "pause", "resume")
    return lines, plans if about_the_plan else []


def _next(page: Home) -> list[str]:
    return [f"{each.partnership}\n{in_words(each)}" for each in page.upcoming]


def _privacy(page: Home, here: str | None) -> list[str]:
    own = [each.privacy for each in page.rounds]
    return own or [*([here] if here else []), sentences.members.not_heard_yet()]


def _not_understood(asked: Understood) -> list[str]:
    said = sentences.home.not_understood(asked.meant)
    return [said] if asked.meant else [said, sentences.home.command_help()]
