"""Listens to coordinators at the desk: open it, wish for a change, see what it leads to, do it."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import uuid4

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.content.board_calendar import MOST_BYTES
from bot.core.sentences import calendars
from bot.core.sentences import desk as say
from bot.core.steering.edit import CannotSteerError
from bot.core.steering.wish import Wish, WishKind
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import inputs
from bot.slack.speech.blocks import Block
from bot.slack.speech.desk import About, confirmed, desk_view, foreseen_view, told_view
from bot.slack.speech.desk_forms import NO_FORM, first_field, form_view, wish_of
from bot.slack.speech.setup_forms import calendar_at, waiting_view
from bot.slack.wire.download import UnfetchedError, fetch
from bot.slack.wire.places import places_of
from bot.usecases.desk.read_calendar import CALENDAR
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_looking(app, dots, answers)
    _to_changes_of_home(app, dots, answers)
    _to_wishes(app, dots, answers)


def _to_looking(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("desk_open")
    def on_open(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        view = _desk(dots, action["value"], body["user"]["id"])
        Opening(client, answers).open(body, view, say.stale_button())
        ack()

    @app.action(re.compile("^desk_page_(earlier|later)$"))
    def on_page(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        about = About.unpacked(body["view"]["private_metadata"])
        view = _desk(dots, about.partnership_id, body["user"]["id"], int(action["value"]))
        ack()
        Opening(client, answers).replace(body, view)


def _to_changes_of_home(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("desk_take_over")
    def on_take_over(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        view = _taken_over(dots, action["value"], body["user"]["id"])
        ack()
        Opening(client, answers).replace(body, view)

    @app.action("desk_undo")
    def on_undo(ack: Ack, body: Payload, client: WebClient) -> None:
        about, user_id = About.unpacked(body["view"]["private_metadata"]), body["user"]["id"]
        view = _undone(dots, about, user_id)
        ack()
        Opening(client, answers).replace(body, view)


def _to_wishes(app: App, dots: Dots, answers: Answers) -> None:
    @app.action(re.compile("^desk_wish"))
    def on_wish(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        chosen = action.get("selected_option") or action
        kind, _, on = chosen["value"].partition("|")
        about = About.unpacked(body["view"]["private_metadata"])._replace(kind=kind, on=on)
        view = _next_view(dots, about, body["user"]["id"])
        Opening(client, answers).open(body, view, say.stale_button())
        ack()

    @app.view("desk_form")
    def on_form(ack: Ack, body: Payload, view: Payload, client: WebClient) -> None:
        about, filled = About.unpacked(view["private_metadata"]), inputs.answers(view)
        wish = wish_of(about, body["user"]["id"], filled)
        if wish.kind is WishKind.CHANNELS:
            name = uuid4().hex
            ack(response_action="update", view=waiting_view(name))
            show = partial(Opening(client, answers).replace_waiting, name, view["id"])
            answers.later(_look, dots=dots, client=client, about=about, wish=wish, filled=filled,
                          show=show)  # fmt: skip
            return
        try:
            wish, notes = _with_calendar(dots, client, view, about, wish)
            ack(response_action="push", view=_foreseen(dots, about, wish, notes))
        except CannotSteerError as error:
            field = CALENDAR if calendar_at(view) else first_field(view)
            ack(response_action="errors", errors={field: str(error)})

    @app.view("desk_confirm")
    def on_confirm(ack: Ack, view: Payload) -> None:
        about, wish = confirmed(view["private_metadata"])
        try:
            said = say.done(dots.desk.steer(about.partnership_id, wish, about.version))
        except CannotSteerError as error:
            said = str(error)
        ack(response_action="update", view=told_view(said))


def _with_calendar(
    dots: Dots, client: WebClient, view: Payload, about: About, wish: Wish
) -> tuple[Wish, tuple[str, ...]]:
    """The wish with the meetings of a chosen calendar, and what to know of them."""
    at = calendar_at(view)
    if at is None:
        return wish, ()
    if wish.on or wish.at:
        raise CannotSteerError(calendars.file_or_day())
    try:
        file = fetch(client, at, MOST_BYTES)
    except UnfetchedError:
        raise CannotSteerError(calendars.not_fetched()) from None
    found = dots.desk.from_calendar(about.partnership_id, wish.by, file)
    return wish.model_copy(update={"meetings": found.meetings}), found.notes


def _look(
    dots: Dots,
    client: WebClient,
    about: About,
    wish: Wish,
    filled: Payload,
    show: Callable[[Block], None],
) -> None:
    """Ask Slack about the chosen channels, then show what asking there would lead to."""
    places = places_of(client, filled.get("channels") or ())
    try:
        strategic = filled.get("strategic") or ""
        chosen = dots.desk.channels(about.partnership_id, places, strategic)
        view = _foreseen(dots, about, wish.model_copy(update={"channels": chosen}))
    except CannotSteerError as error:
        view = told_view(str(error))
    show(view)


def _desk(dots: Dots, partnership_id: str, user_id: str, page: int = 0) -> Block:
    try:
        return desk_view(dots.desk.look(partnership_id, user_id), page)
    except CannotSteerError as error:
        return told_view(str(error))


def _taken_over(dots: Dots, partnership_id: str, user_id: str) -> Block:
    try:
        dots.desk.take_over(partnership_id, user_id)
        return _desk(dots, partnership_id, user_id)
    except CannotSteerError as error:
        return told_view(str(error))


def _undone(dots: Dots, about: About, user_id: str) -> Block:
    try:
        dots.desk.undo(about.partnership_id, user_id, about.version)
        return _desk(dots, about.partnership_id, user_id)
    except CannotSteerError as error:
        return told_view(str(error))


def _next_view(dots: Dots, about: About, user_id: str) -> Block:
    """The form for a wish; or, where nothing is to be filled in, what it leads to."""
    try:
        if about.kind in NO_FORM:
            return _foreseen(dots, about, wish_of(about, user_id, {}))
        desk = dots.desk.look(about.partnership_id, user_id)
        bank = dots.desk.bank_of(about.partnership_id)
        return form_view(about, desk.home.partnership, bank, dots.desk.today(desk))
    except CannotSteerError as error:
        return told_view(str(error))


def wish_view(dots: Dots, partnership_id: str, kind: WishKind, user_id: str) -> Block:
    """The form for one kind of change, as the first view that is opened."""
    try:
        version = dots.desk.look(partnership_id, user_id).home.version
    except CannotSteerError as error:
        return told_view(str(error))
    return _next_view(dots, About(partnership_id, version, kind), user_id)


def _foreseen(dots: Dots, about: About, wish: Wish, notes: Sequence[str] = ()) -> Block:
    return foreseen_view(about, wish, dots.desk.foresee(about.partnership_id, wish), notes)
