"""Somebody uses the page on a real rehearsal, with an app behind it that answers."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.rehearsal.cast.cast import Cast
from bot.rehearsal.cast.people import ASKING_CHANNELS, TEAM
from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.doors.director import Moment, Upcoming
from bot.rehearsal.doors.server import RehearsalServer
from bot.rehearsal.permits.registration import AppRegistration
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import JSON
from tests.rehearsal_page.browser import window
from tests.rehearsal_page.snapshot import INPUTS, PRIVATE_LINE, PROMPT, label
from tests.rehearsal_page.test_page import PAGE_MAX, SCRIPTS

START = datetime(2027, 1, 5, 9, 40, tzinfo=UTC)
SCOPES = "chat:write channels:history groups:history im:history im:write channels:read commands"


class Tuesday:
    """A director who knows of one thing to come."""

    cast_answers = False

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def upcoming(self) -> list[Upcoming]:
        return [Upcoming(START + timedelta(days=7), "Dots asks the next question")]

    def next_at(self) -> datetime | None:
        return None

    def go_to(self, at: datetime) -> None:
        self._workspace.clock.go_to(at)

    def moments(self) -> list[Moment]:
        return []

    def keep_moment(self) -> None:
        """Nothing is kept here."""

    def go_back(self, moment_id: str) -> None:
        raise ValueError(moment_id)


def new_workspace() -> Workspace:
    app = AppRegistration(
        scopes=frozenset(SCOPES.split()),
        bot_events=frozenset({"message.channels", "app_home_opened"}),
        commands=frozenset({"/dots"}),
    )
    return Workspace(RehearsalClock(START), app, TEAM)


def on_reply(event: JSON, client: WebClient) -> None:
    if event.get("thread_ts") and not event.get("subtype"):
        where = {"channel": event["channel"], "thread_ts": event["thread_ts"]}
        line = {"text": "Thank you", "blocks": PRIVATE_LINE["blocks"]}
        client.chat_postEphemeral(user=event["user"], **where, **line)


def on_answer(ack: Ack, body: JSON, client: WebClient) -> None:
    ack()
    words = {"title": label("Answer privately"), "submit": label("Send"), "blocks": INPUTS}
    view = {"type": "modal", "callback_id": "answer", **words}
    client.views_open(trigger_id=body["trigger_id"], view=view)


def on_send(ack: Ack, view: JSON) -> None:
    if len(view["state"]["values"]["said"]["words"]["value"]) < 10:
        ack(response_action="errors", errors={"said": "Say a little more."})
    else:
        ack()


def on_leave_out(ack: Ack, respond: Any) -> None:
    ack()
    respond(text="You are left out.", replace_original=True)


def on_home(event: JSON, client: WebClient) -> None:
    client.views_publish(user_id=event["user"], view={"type": "home", "blocks": PROMPT})


def app_on(server: RehearsalServer) -> SocketModeHandler:
    registered = server.workspace.app
    client = WebClient(registered.bot_token, base_url=server.api_url)
    app = App(client=client, token_verification_enabled=False)
    app.event("message")(on_reply)
    app.event("app_home_opened")(on_home)
    app.action("private")(on_answer)
    app.action("leave")(on_leave_out)
    app.view("answer")(on_send)
    return SocketModeHandler(app, registered.app_token)


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    workspace = new_workspace()
    Cast(workspace, seed=1).enter()
    return workspace


@pytest.fixture(scope="module")
def url(workspace: Workspace) -> Iterator[str]:
    """Where the page is, with one prompt in the first channel and an app behind it."""
    server = RehearsalServer(workspace, director=Tuesday(workspace)).start()
    app = app_on(server)
    app.connect()
    asked = {"channel": ASKING_CHANNELS[0], "text": "What word? (LC4)", "blocks": PROMPT}
    workspace.call("chat.postMessage", asked, workspace.app.bot_token)
    try:
        yield server.page_url
    finally:
        app.close()
        server.stop()


@pytest.fixture
def page(browser: Browser, url: str) -> Iterator[Page]:
    """The page, as Idris, in the channel where something was asked."""
    with window(browser, f"{url}#as=U0POLICE1&at={ASKING_CHANNELS[0]}") as opened:
        expect(opened.locator("#messages article").first).to_be_visible()
        yield opened


def write(page: Page, box: str, text: str) -> None:
    """Type as a person does, and send."""
    page.locator(box).fill(text)
    page.locator(box).press("Enter")


def press(page: Page, name: str, within: str) -> None:
    """Press the newest button there that says `name`."""
    page.locator(within).get_by_role("button", name=name).last.click()


def test_a_reply_is_said_reacted_to_and_edited_in_its_thread(
    page: Page, workspace: Workspace
) -> None:
    press(page, "Reply", "#messages")
    write(page, "#thread-composer textarea", "We say <b>risk</b> & mean three things.")
    private = page.locator("#replies .ephemeral")
    expect(private).to_contain_text("Only visible to you")
    press(page, "Leave me out", "#replies")
    expect(private).to_contain_text("You are left out.")
    press(page, "Edit", "#replies")
    editor = page.locator("#replies .editor textarea")
    expect(editor).to_have_value("We say <b>risk</b> & mean three things.")
    write(page, "#replies .editor textarea", "We say risk, and mean three things.")
    reply = page.locator("#replies article").filter(has_text="(edited)")
    reply.hover()
    reply.locator(".tools summary").click()
    reply.get_by_role("button", name="raised hands").click()
    expect(reply.locator(".reaction")).to_have_accessible_name(
        "raised hands, 1: Idris Penhallow-Reed"
    )
    prompt, said = workspace.messages(ASKING_CHANNELS[0])[:2]
    assert prompt["reply_count"] == 1
    assert said["text"] == "We say risk, and mean three things."
    assert said["edited"]["user"] == "U0POLICE1"
    assert said["reactions"] == [{"name": "raised_hands", "users": ["U0POLICE1"], "count": 1}]


def test_a_modal_says_beside_an_input_what_is_wrong_with_it(page: Page) -> None:
    press(page, "Answer privately", "#messages")
    modal = page.get_by_role("dialog", name="Answer privately")
    press(page, "Send", "#modal")
    wrong = modal.locator(".error:visible")
    expect(wrong).to_have_text("Please complete this required field.")
    modal.get_by_label("Your answer").fill("short")
    press(page, "Send", "#modal")
    expect(wrong).to_have_text("Say a little more.")
    expect(modal.get_by_label("Your answer")).to_be_focused()
    expect(modal.get_by_label("Your answer")).to_have_value("short")
    modal.get_by_label("Your answer").fill("Long enough to be an answer.")
    press(page, "Send", "#modal")
    expect(modal).to_be_hidden()


def test_what_goes_wrong_behind_a_modal_is_said_in_it(page: Page) -> None:
    press(page, "Answer privately", "#messages")
    modal = page.get_by_role("dialog", name="Answer privately")
    modal.get_by_label("Your answer").fill("Long enough to be an answer.")
    page.route("**/rehearsal/act", lambda route: route.abort())
    press(page, "Send", "#modal")
    expect(modal.get_by_role("alert")).to_contain_text("The rehearsal does not answer.")
    expect(modal.get_by_label("Your answer")).to_have_value("Long enough to be an answer.")
    page.unroute("**/rehearsal/act")
    press(page, "Send", "#modal")
    expect(modal).to_be_hidden()


def test_a_command_that_is_none_is_refused_in_words(page: Page) -> None:
    write(page, "#composer textarea", "/nothing at all")
    expect(page.get_by_role("alert")).to_have_text("/nothing is not a valid command.")


def test_whoever_deletes_a_message_is_asked_first(page: Page) -> None:
    write(page, "#composer textarea", "To be deleted, @Mei Ashdown-Lark")
    said = page.locator("#messages article").filter(has_text="To be deleted")
    said.hover()
    said.get_by_role("button", name="Delete").click()
    press(page, "Delete", "#ask")
    expect(said).to_have_count(0)


def test_the_home_is_asked_for_and_the_focus_stays(page: Page) -> None:
    home = page.locator("#sidebar").get_by_role("button", name="App Home")
    home.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#messages .home")).to_contain_text("A question to be curious about")
    expect(home).to_have_attribute("aria-current", "page")
    expect(home).to_be_focused()


def test_one_can_look_behind_a_message_and_come_back(page: Page) -> None:
    behind = page.locator("#messages").get_by_role("button", name="Look behind").first
    behind.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel).to_contain_text("chat.postMessage: ok")
    expect(panel).to_contain_text("What word? (LC4)")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(behind).to_be_focused()


def test_a_trouble_is_switched_on_and_off(page: Page) -> None:
    press(page, "Troubles", "#sidebar")
    press(page, "Events twice", "#panel")
    on = page.locator("#panel .choice").filter(has_text="On: 5 to come")
    expect(on).to_have_count(1)
    press(page, "End all troubles", "#panel")
    expect(on).to_have_count(0)


def test_the_cycle_is_played_until_nothing_is_left(page: Page) -> None:
    page.locator(".upcoming").click()
    expect(page.locator("#planned")).to_contain_text("Dots asks the next question")
    press(page, "Play the whole cycle", "#panel")
    expect(page.locator("#clock-now")).to_contain_text("12 January 2027, 09:40")
    expect(page.locator("#go-next")).to_contain_text("Go to what happens next")


def test_somebody_of_another_organisation_sees_neither_private_channels_nor_a_home(
    page: Page,
) -> None:
    page.locator("#who").click()
    press(page, "Bram Oyelaran-Stone", "#panel")
    expect(page.locator("#pane-title")).to_have_text("#places-and-spaces")
    expect(page.locator("#who")).to_contain_text("Bram Oyelaran-Stone")
    press(page, "Close", "#panel")
    expect(page.locator("#who")).to_be_focused()
    expect(page.locator("#sidebar")).not_to_contain_text("exploitation-strategy")
    expect(page.locator("#sidebar")).not_to_contain_text("App Home")
    expect(page.locator("article").filter(has_text="three things")).to_have_count(0)


def test_without_scripts_everything_can_be_read(browser: Browser, url: str) -> None:
    with window(browser, url, scripts=False) as page:
        expect(page.locator("noscript a")).to_be_visible()
        expect(page.locator("#composer")).to_be_hidden()
        page.locator("noscript a").click()
        page.get_by_role("link", name="Idris Penhallow-Reed").click()
        expect(page.locator("body")).to_contain_text("what Idris Penhallow-Reed sees")
        expect(page.locator("body")).to_contain_text("What word? (LC4)")


@pytest.mark.parametrize("path", ["plain", "transcript"])
def test_what_is_read_without_scripts_passes_the_accessibility_checker(
    browser: Browser, url: str, path: str
) -> None:
    with window(browser, url) as page:
        page.goto(f"{url.partition('?')[0]}rehearsal/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert Axe().run(page).response["violations"] == []


def test_the_whole_page_is_light_on_the_wire(browser: Browser, url: str) -> None:
    """Every byte of a first look: scripts, styles, pictures, what is said, and the headers."""
    weights: list[float] = []
    with window(browser, "about:blank") as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda e: weights.append(e["encodedDataLength"]))
        page.goto(f"{url}#as=U0POLICE1&at={ASKING_CHANNELS[0]}")
        expect(page.locator("#messages article").first).to_be_visible()
        page.wait_for_load_state("load")
    assert len(weights) > len(SCRIPTS)
    assert sum(weights) < PAGE_MAX


def test_an_unknown_person_in_the_address_is_said_in_words(browser: Browser, url: str) -> None:
    with window(browser, f"{url}#as=U0NOBODY") as page:
        expect(page.get_by_role("alert")).to_contain_text("nobody here with the id U0NOBODY")
        expect(page.locator("#who-name")).to_have_text("Idris Penhallow-Reed")
