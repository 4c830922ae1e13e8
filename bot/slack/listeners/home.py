"""The app's home page: what Dots is, and what is yours to see."""

import re
from collections.abc import Iterator
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.core import sentences
from bot.core.words import moment_in_words
from bot.slack.listeners import rights
from bot.slack.listeners.answers import Answers
from bot.slack.speech import blocks as kit
from bot.slack.speech import queue
from bot.slack.speech.blocks import Block
from bot.slack.speech.private_form import own_blocks
from bot.slack.speech.render import choice_buttons, sector_select
from bot.usecases.ahead import Upcoming
from bot.usecases.dots import Dots
from bot.usecases.inform import AboutAnswers, Home

Payload = dict[str, Any]

MOST_BLOCKS = 100
"""A home page's limit (docs: surfaces/app-home)."""


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""

    @app.event("app_home_opened")
    def on_home_opened(event: Payload, client: WebClient) -> None:
        if event.get("tab", "home") == "home":
            page = home_view(dots.home(event["user"]))
            answers.later(client.views_publish, user_id=event["user"], view=page)

    @app.action(re.compile("^home_page_(earlier|later)$"))
    def on_turn(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        user_id = body["user"]["id"]
        page = home_view(dots.home(user_id), int(action["value"]))
        ack()
        answers.later(client.views_publish, user_id=user_id, view=page)


def home_view(home: Home, page: int = 0) -> Block:
    """The home page of one person: nothing on it is anybody else's. `page` counts from 0, for
    somebody of many partnerships; one that is no longer there is the last."""
    pages = kit.pages(_groups(home), MOST_BLOCKS - 1)
    page = min(page, len(pages) - 1)
    turns = kit.turns("home_page", page, more=page + 1 < len(pages))
    return {"type": "home", "blocks": pages[page] + turns}


def _groups(home: Home) -> Iterator[list[Block]]:
    """What belongs together, in the order in which it is read: one's own after what one
    coordinates."""
    yield [kit.header("Dots"), *kit.section(sentences.home.about_dots())]
    for upcoming in home.upcoming:
        buttons = kit.actions(desk_button(upcoming), *_to_read(upcoming))
        yield [*kit.heading(upcoming.partnership), *kit.section(in_words(upcoming)), buttons]
    for waiting in home.waiting:
        yield queue.home_blocks(waiting.partnership_id, waiting.partnership, waiting.held)
    for about in home.rounds:
        yield _round(about)
    yield [
        kit.header("Your sector"),
        *kit.section(sentences.members.sector_question()),
        kit.actions(sector_select(home.sector)),
        kit.header("What is held on you"),
        rights.buttons(),
        kit.small(sentences.privacy.NOT_A_REFERRAL),
        kit.actions(kit.button("Set up a partnership", "setup_open", "home")),
    ]


def _round(about: AboutAnswers) -> list[Block]:
    blocks = [kit.header("Your answers in this round"), *kit.section(about.privacy)]
    blocks += own_blocks(about.privately)
    if about.line is None:
        return blocks
    if about.line.choice is not None:
        blocks += kit.section(sentences.members.chosen(about.line.choice.value), bold=True)
    buttons = choice_buttons(about.line.cycle_id, may_be_quoted=about.line.may_be_quoted)
    return [*blocks, buttons]


def desk_button(upcoming: Upcoming) -> Block:
    """Opens the desk of one partnership."""
    label = f"Open the plan of {upcoming.partnership}"
    return kit.button(label, "desk_open", upcoming.partnership_id)


def _to_read(upcoming: Upcoming) -> list[Block]:
    private, digest = upcoming.private_in, upcoming.digest_of
    return [
        *([kit.button("Read private replies", "private_read", private)] if private else []),
        *([kit.paper(digest)] if digest else []),
    ]


def in_words(upcoming: Upcoming) -> str:
    """What comes next for one partnership, in lines."""
    lines = [sentences.home.open_now(*each) for each in upcoming.now]
    if upcoming.prompt_at and upcoming.question:
        lines.append(f"Next prompt: {moment_in_words(upcoming.prompt_at)}. “{upcoming.question}”")
    if upcoming.draft_at:
        lines.append(f"Next draft digest: {moment_in_words(upcoming.draft_at)}.")
    if upcoming.meeting_at:
        lines.append(f"Next board meeting: {moment_in_words(upcoming.meeting_at)}.")
    told = "\n".join(lines) or sentences.home.nothing_planned()
    return f"{told}\n{sentences.home.needs_you(upcoming.needs)}"
