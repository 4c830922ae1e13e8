"""The page's own API: who gets in, what they see, what they do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.client import HTTPConnection
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.rehearsal import Moment, RehearsalClock, RehearsalServer, Upcoming, Workspace
from tests.rehearsal import anytown
from tests.rehearsal.anytown import OPEN, PAT, SAM, STARTS_AT, Ear, actions, button, modal
from tests.rehearsal.browsing import Browser


@dataclass
class Plan:
    """A director with one thing to do."""

    clock: RehearsalClock
    went_to: list[datetime] = field(default_factory=list)
    cast_answers: bool = False

    def next_at(self) -> datetime | None:
        return STARTS_AT + timedelta(hours=2) if self.cast_answers else None

    def upcoming(self) -> list[Upcoming]:
        return [Upcoming(STARTS_AT + timedelta(days=1), "A question is asked")]

    def go_to(self, at: datetime) -> None:
        self.clock.go_to(at)
        self.went_to.append(at)

    def moments(self) -> list[Moment]:
        return []

    def keep_moment(self) -> None:
        """Nothing is kept here."""

    def go_back(self, moment_id: str) -> None:
        raise ValueError(moment_id)


@pytest.fixture
def plan(workspace: Workspace) -> Plan:
    return Plan(workspace.clock)


@pytest.fixture
def server(workspace: Workspace, plan: Plan) -> Iterator[RehearsalServer]:
    running = RehearsalServer(workspace, director=plan).start()
    yield running
    running.stop()


def test_the_key_is_used_once_and_kept_in_a_strict_cookie(server: RehearsalServer) -> None:
    answer, _ = Browser(server).send("GET", server.page_url.removeprefix(server.url))
    assert (answer.status, answer.getheader("Location")) == (303, "/")
    cookie = answer.getheader("Set-Cookie") or ""
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("path", ["/", "/rehearsal/people", "/rehearsal/static/app.js"])
def test_nobody_gets_in_without_the_key(server: RehearsalServer, path: str) -> None:
    stranger = Browser(server)
    assert stranger.send("GET", path)[0].status == 403
    assert stranger.send("GET", f"{path}?key=wrong")[0].status == 403


HERE, BEYOND = "127.0.0.1", "0.0.0.0"  # noqa: S104  only asked about


@pytest.mark.parametrize(
    ("listens_on", "called", "status"),
    [
        (HERE, "127.0.0.1", 200),
        (HERE, "127.8.8.8", 200),
        (HERE, "localhost", 200),
        (HERE, "[::1]", 200),
        (HERE, "evil.example", 403),
        (HERE, "127.0.0.1.evil.example", 403),
        (HERE, "localhost.evil.example", 403),
        (HERE, "192.0.2.7", 403),
        (HERE, "[", 403),
        (BEYOND, "192.0.2.7", 200),
        (BEYOND, "127.0.0.1", 200),
        (BEYOND, "evil.example", 403),
    ],
)
def test_a_name_that_was_made_to_point_here_is_refused(
    workspace: Workspace, plan: Plan, listens_on: str, called: str, status: int
) -> None:
    """DNS rebinding needs a name; told to listen beyond this machine, numbers are taken too."""
    server = RehearsalServer(workspace, listens_on, director=plan).start()
    try:
        browser = Browser(server)
        browser.enter(server.page_url)
        host = f"{called}:{server.url.rpartition(':')[2]}"
        assert browser.send("GET", "/rehearsal/people", Host=host)[0].status == status
    finally:
        server.stop()


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null"])
def test_another_page_acts_for_nobody(browser: Browser, workspace: Workspace, origin: str) -> None:
    body = {"as": PAT, "do": "say", "channel": OPEN, "text": "x"}
    assert browser.send("POST", "/rehearsal/act", body, Origin=origin)[0].status == 403
    assert workspace.messages(OPEN) == []


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_loads_nothing_from_here(browser: Browser, site: str) -> None:
    """`same-site` is a page on another port of this machine: the cookie goes along."""
    assert browser.send("GET", "/rehearsal/people", Sec_Fetch_Site=site)[0].status == 403


@pytest.mark.parametrize(("origin", "status"), [({}, 101), ({"Origin": "http://127.0.0.1"}, 403)])
def test_no_web_page_opens_the_apps_socket(
    browser: Browser, workspace: Workspace, origin: dict[str, str], status: int
) -> None:
    """Not even with a ticket, which it cannot have."""
    connection = HTTPConnection(browser.host, timeout=5)
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    ticket = workspace.tickets.issue()
    connection.request("GET", f"/link/?ticket={ticket}", headers=upgrade | origin)
    assert connection.getresponse().status == status
    connection.close()


def test_a_post_that_names_no_origin_is_refused(browser: Browser) -> None:
    connection = HTTPConnection(browser.host, timeout=30)
    connection.request("POST", "/rehearsal/clock", "{}", {"Cookie": browser.cookie})
    assert connection.getresponse().status == 403
    connection.close()


def test_the_page_runs_no_script_but_its_own(browser: Browser) -> None:
    answer, body = browser.send("GET", "/")
    policy = answer.getheader("Content-Security-Policy") or ""
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert b"<html" in body
    script = browser.send("GET", "/rehearsal/static/app.js")[0]
    assert "javascript" in (script.getheader("Content-Type") or "")


@pytest.mark.parametrize("name", ["../server.py", "..%2Fserver.py", "nothing.js", "app.py"])
def test_only_the_pages_files_are_served(browser: Browser, name: str) -> None:
    assert browser.send("GET", f"/rehearsal/static/{name}")[0].status == 404


def test_a_permalink_leads_to_the_page_at_that_message(browser: Browser, client: WebClient) -> None:
    ts = client.chat_postMessage(channel=OPEN, text="x")["ts"]
    link = client.chat_getPermalink(channel=OPEN, message_ts=ts)["permalink"]
    answer, _ = browser.send("GET", link.removeprefix(browser.url))
    assert (answer.status, answer.getheader("Location")) == (303, f"/#at={OPEN}&thread=&ts={ts}")


def test_everybody_is_named_with_their_organisation(browser: Browser) -> None:
    people = {each["id"]: each for each in browser.get("/rehearsal/people")["people"]}
    assert people[PAT]["role_title"] == "Officer"
    assert people[anytown.EXTERNAL]["organization"] == "Elsewhere Homes"


def test_a_person_acts_and_sees_it(browser: Browser) -> None:
    said = browser.act(PAT, "say", channel=OPEN, text="Hello")["message"]
    browser.act(SAM, "react", channel=OPEN, ts=said["ts"], name="eyes")
    browser.act(PAT, "edit", channel=OPEN, ts=said["ts"], text="Hello all")
    [seen] = browser.get(f"/rehearsal/state?as={SAM}")["channels"][0]["messages"]
    assert (seen["text"], seen["reactions"][0]["count"]) == ("Hello all", 1)
    browser.act(PAT, "delete", channel=OPEN, ts=said["ts"])
    assert browser.get(f"/rehearsal/state?as={SAM}")["channels"][0]["messages"] == []


def test_a_refused_deed_is_a_sentence_and_a_wrong_one_an_error(browser: Browser) -> None:
    refused = browser.act(SAM, "say", 409, channel=anytown.CLOSED, text="x")
    assert refused == {"ok": False, "error": "You are not a member of this conversation."}
    assert "expected one of" in browser.act(PAT, "dance", 400)["error"]
    assert browser.act(PAT, "say", 400, channel=OPEN)["ok"] is False
    assert browser.post("/rehearsal/act", {"as": "U0NOBODY01", "do": "say"}, 400)["ok"] is False
    assert browser.post("/rehearsal/act", ["say"], 400)["error"] == "expected a JSON object"


def test_a_form_is_sent_from_the_page(
    browser: Browser, server: RehearsalServer, client: WebClient, app: App
) -> None:
    @app.action("go")
    def on_go(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=modal())
        ack()

    app.view("form")(lambda ack: ack(response_action="errors", errors={"said": "More, please"}))
    rows = [actions(button())]
    ts = client.chat_postMessage(channel=OPEN, text="x", blocks=rows)["ts"]
    with anytown.connected(server, app):
        browser.act(PAT, "click", channel=OPEN, ts=ts, action_id="go", block_id="row", values={})
        assert anytown.eventually(lambda: server.workspace.view_for(PAT)["modals"])
        [view] = browser.get(f"/rehearsal/state?as={PAT}")["modals"]
        entry = {"type": "plain_text_input", "value": "words"}
        values = {"said": {"words": entry}}
        sent = browser.act(PAT, "submit_view", view_id=view["id"], values=values)
        assert sent["errors"] == {"said": "More, please"}
        browser.act(PAT, "close_view", view_id=view["id"])
    assert browser.get(f"/rehearsal/state?as={PAT}")["modals"] == []


def test_the_stream_tells_of_every_change(browser: Browser, workspace: Workspace) -> None:
    connection = HTTPConnection(browser.host, timeout=30)
    connection.request("GET", f"/rehearsal/stream?as={PAT}", headers={"Cookie": browser.cookie})
    stream = connection.getresponse()
    assert stream.getheader("Content-Type") == "text/event-stream"

    def version() -> int:
        lines = [stream.readline() for _ in range(3)]
        assert lines[0] == b"event: changed\n"
        return int(lines[1].removeprefix(b"data: "))

    first = version()
    workspace.people.say(PAT, OPEN, "news")
    assert version() > first
    connection.close()


def test_the_clock_goes_to_what_happens_next(browser: Browser, plan: Plan) -> None:
    told = browser.get("/rehearsal/clock")
    assert told["upcoming"] == [{"at": "2027-01-06T09:30:00+00:00", "what": "A question is asked"}]
    moved = browser.post("/rehearsal/clock", {"to": "next"})
    assert moved["now"].startswith("2027-01-06T09:30")
    later = "2027-01-07T00:00:00+00:00"
    browser.post("/rehearsal/clock", {"to": later})
    assert plan.went_to == [STARTS_AT + timedelta(days=1), datetime.fromisoformat(later)]
    back = browser.post("/rehearsal/clock", {"to": STARTS_AT.isoformat()}, 400)
    assert back["error"].startswith("Time moves only forward")
    assert browser.post("/rehearsal/clock", {"to": "2027-01-09T00:00"}, 400)["ok"] is False
    assert browser.post("/rehearsal/clock", {"to": "soon"}, 400)["ok"] is False


def test_a_step_stops_where_the_cast_acts(browser: Browser, plan: Plan) -> None:
    assert browser.get("/rehearsal/clock")["cast"] is False
    assert browser.post("/rehearsal/clock", {"cast": True})["cast"] is True
    assert plan.went_to == []
    browser.post("/rehearsal/clock", {"to": "step"})
    assert plan.went_to == [STARTS_AT + timedelta(hours=2)]


def test_a_step_without_the_cast_goes_to_what_is_planned(browser: Browser, plan: Plan) -> None:
    browser.post("/rehearsal/clock", {"to": "step"})
    assert plan.went_to == [STARTS_AT + timedelta(days=1)]


def test_what_should_have_happened_already_is_done_now(browser: Browser, plan: Plan) -> None:
    browser.post("/rehearsal/clock", {"to": (STARTS_AT + timedelta(hours=5)).isoformat()})
    browser.post("/rehearsal/clock", {"to": "step", "cast": True})
    assert plan.went_to[1] >= plan.went_to[0]


def test_the_page_is_told_which_troubles_are_still_to_come(browser: Browser) -> None:
    for asked in (
        {"kind": "delay", "times": 2},
        {"kind": "delay", "times": 3},
        {"kind": "twice", "times": 4},
        {"kind": "dark", "seconds": 60},
    ):
        browser.post("/rehearsal/trouble", asked)
    assert browser.get("/rehearsal/trouble")["on"] == {"delay": 5, "twice": 4, "dark": 1}
    browser.post("/rehearsal/trouble", {"kind": "clear"})
    assert browser.get("/rehearsal/trouble")["on"] == {}


def test_a_lost_answer_leaves_its_trace(
    browser: Browser, client: WebClient, server: RehearsalServer, app: App, ear: Ear
) -> None:
    browser.post("/rehearsal/trouble", {"kind": "error_500", "method": "auth.test"})
    with pytest.raises(SlackApiError):
        client.auth_test()
    with anytown.connected(server, app):
        browser.act(PAT, "say", channel=OPEN, text="x")
        assert anytown.eventually(lambda: ear.heard)
        assert anytown.eventually(lambda: browser.get("/rehearsal/trouble")["tries"] == 1)
    told = browser.get("/rehearsal/trouble")
    assert (told["retried"], told["lost"]) == (0, 0)
    ends = {(each["what"], each["number"], each["outcome"]) for each in told["lately"]}
    assert {("auth.test", None, "error_500"), ("message", 0, "acked")} <= ends


def test_troubles_are_caused_from_the_page(
    browser: Browser, workspace: Workspace, server: RehearsalServer, app: App, ear: Ear
) -> None:
    with anytown.connected(server, app):
        browser.post("/rehearsal/trouble", {"kind": "twice", "times": 1})
        workspace.people.say(PAT, OPEN, "x")
        assert anytown.eventually(lambda: len(ear.heard) == 2)
    browser.post("/rehearsal/trouble", {"kind": "error_500", "method": "auth.test"})
    assert workspace.troubles.for_call("auth.test") is not None
    wrong = browser.post("/rehearsal/trouble", {"kind": "plague"}, 400)
    assert "expected one of" in wrong["error"]
    browser.post("/rehearsal/trouble", {"kind": "twice", "often": 1}, 400)


def test_a_message_is_inspected_without_its_words(
    browser: Browser, workspace: Workspace, client: WebClient
) -> None:
    metadata = {"event_type": "asked", "event_payload": {"n": 1}}
    ts = client.chat_postMessage(channel=OPEN, text="secret words", metadata=metadata)["ts"]
    told = browser.get(f"/rehearsal/inspect?as={SAM}&channel={OPEN}&ts={ts}")
    (call,) = told["calls"]
    assert (call["method"], call["outcome"]) == ("chat.postMessage", "ok")
    assert call["asked"] == {"channel": OPEN, "text": "(12 characters)", "metadata": metadata}
    assert told["metadata"] == metadata
    everything = str(workspace.journal.calls()) + str(workspace.journal.attempts())
    assert "secret words" not in everything
    assert workspace.app.bot_token not in everything


def test_nobody_looks_behind_what_they_do_not_see(browser: Browser, client: WebClient) -> None:
    ts = client.chat_postMessage(channel=anytown.CLOSED, text="x")["ts"]
    behind = f"/rehearsal/inspect?channel={anytown.CLOSED}&ts={ts}&as="
    assert browser.send("GET", behind + PAT)[0].status == 200
    assert browser.send("GET", behind + SAM)[0].status == 404


def test_a_file_is_downloaded_by_those_who_may_see_it(browser: Browser, client: WebClient) -> None:
    upload = client.files_upload_v2(channel=anytown.CLOSED, filename="a.html", content="<b>")
    file_id = upload["files"][0]["id"]
    answer, body = browser.send("GET", f"/rehearsal/files/{file_id}?as={PAT}")
    assert (answer.status, body) == (200, b"<b>")
    assert (answer.getheader("Content-Disposition") or "").startswith("attachment")
    assert browser.send("GET", f"/rehearsal/files/{file_id}?as={SAM}")[0].status == 404


@pytest.mark.parametrize(
    ("name", "kind", "way"),
    [
        ("a.pdf", "application/pdf", "inline"),
        ("a.png", "image/png", "inline"),
        ("a.svg", "application/octet-stream", "attachment"),
        ("a.html", "application/octet-stream", "attachment"),
    ],
)
def test_a_preview_runs_nothing(
    browser: Browser, client: WebClient, name: str, kind: str, way: str
) -> None:
    upload = client.files_upload_v2(channel=OPEN, filename=name, content="<script>")
    file_id = upload["files"][0]["id"]
    answer, _ = browser.send("GET", f"/rehearsal/files/{file_id}?as={PAT}&show=1")
    assert answer.getheader("Content-Type") == kind
    assert (answer.getheader("Content-Disposition") or "").startswith(way)
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert "default-src 'none'" in (answer.getheader("Content-Security-Policy") or "")


def test_without_scripts_there_is_plain_text_of_what_a_person_sees(
    browser: Browser, client: WebClient
) -> None:
    asked = client.chat_postMessage(channel=OPEN, text=f"What do you think, <@{SAM}>?")["ts"]
    browser.act(SAM, "say", channel=OPEN, text="1 < 2", thread_ts=asked)
    client.chat_postEphemeral(channel=OPEN, user=SAM, text="Thank you", thread_ts=asked)
    client.chat_postMessage(channel=anytown.CLOSED, text="For Pat's eyes")
    answer, page = browser.send("GET", "/rehearsal/plain")
    assert f'<a href="/rehearsal/plain/{SAM}">Sam Example</a>' in page.decode()
    answer, body = browser.send("GET", f"/rehearsal/plain/{SAM}")
    told = body.decode()
    assert (answer.getheader("Content-Type") or "").startswith("text/plain")
    lines = ["#open", "What do you think, @Sam Example?", "    1 < 2", "(only visible to you)"]
    places = [told.index(each) for each in lines]
    assert places == sorted(places)
    assert "For Pat's eyes" not in told
    assert "(only visible to you)" not in browser.send("GET", f"/rehearsal/plain/{PAT}")[1].decode()
    assert browser.send("GET", "/rehearsal/plain/U0NOBODY00")[0].status == 404


def test_the_app_downloads_with_its_token(browser: Browser, client: WebClient) -> None:
    upload = client.files_upload_v2(channel=OPEN, filename="a.txt", content="hello")
    link = client.files_info(file=upload["files"][0]["id"])["file"]["url_private_download"]
    path = link.removeprefix(browser.url)
    assert browser.send("GET", path)[0].status == 403
    answer, body = browser.send("GET", path, Authorization=f"Bearer {client.token}")
    assert (answer.status, body) == (200, b"hello")
