"""Files: what people and the app bring, who sees it, and pictures that blocks show."""

from typing import Any
from urllib.parse import quote

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.rehearsal import PersonRefusalError, Workspace
from tests.rehearsal.anytown import CLOSED, OPEN, PAT, SAM, plain
from tests.rehearsal.browsing import Browser

PNG = b"\x89PNG\r\n\x1a\n and so on"


def image(**slack_file: str) -> dict[str, Any]:
    return {"type": "image", "alt_text": "A map", "slack_file": slack_file}


def uploaded(client: WebClient, name: str, content: bytes) -> dict[str, Any]:
    """A file of the app's that is shared nowhere."""
    file_id = client.files_upload_v2(filename=name, content=content)["files"][0]["id"]
    shape: dict[str, Any] = client.files_info(file=file_id)["file"]
    return shape


@pytest.mark.parametrize("by", ["id", "url"])
def test_a_block_shows_a_file_of_the_workspace_to_those_who_see_the_block(
    browser: Browser, client: WebClient, by: str
) -> None:
    shape = uploaded(client, "map.png", PNG)
    named = {"id": shape["id"]} if by == "id" else {"url": shape["url_private"]}
    address = f"/rehearsal/files/{shape['id']}?show=1&as="
    assert browser.send("GET", address + PAT)[0].status == 404
    client.chat_postMessage(channel=CLOSED, text="A map", blocks=[image(**named)])
    answer, body = browser.send("GET", address + PAT)
    assert (answer.status, answer.getheader("Content-Type"), body) == (200, "image/png", PNG)
    assert browser.send("GET", address + SAM)[0].status == 404


@pytest.mark.parametrize(
    ("name", "content"), [("map.png", b"not a picture"), ("digest.pdf", b"%PDF-1.7")]
)
def test_a_block_shows_no_file_that_is_no_picture(
    client: WebClient, name: str, content: bytes
) -> None:
    shape = uploaded(client, name, content)
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=OPEN, text="x", blocks=[image(id=shape["id"])])
    assert refused.value.response["error"] == "invalid_blocks"
    assert refused.value.response["errors"] == [
        "[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]"
    ]


def test_a_view_shows_no_file_that_is_not_there(client: WebClient) -> None:
    view = {"type": "home", "blocks": [{"type": "section", "text": plain("x")}, image(id="F0")]}
    with pytest.raises(SlackApiError) as refused:
        client.views_publish(user_id=PAT, view=view)
    assert refused.value.response["error"] == "invalid_arguments"
    assert "/view/blocks/1/slack_file" in str(refused.value.response["response_metadata"])


def test_somebody_brings_a_file_and_shares_it(browser: Browser, workspace: Workspace) -> None:
    name = quote('a "map" & more.png')
    answer, body = browser.send("POST", f"/rehearsal/upload?as={PAT}&name={name}", "words")
    assert answer.status == 200, body
    (record,) = workspace.state.files.values()
    assert record.name == "a map & more.png"
    theirs = f"/rehearsal/files/{record.id}?as="
    assert browser.send("GET", theirs + PAT)[1] == b'"words"'
    assert browser.send("GET", theirs + SAM)[0].status == 404
    browser.act(PAT, "say", channel=OPEN, text="", files=[record.id])
    (said,) = workspace.messages(OPEN)
    assert (said["subtype"], said["files"][0]["id"]) == ("file_share", record.id)
    answer, _ = browser.send("GET", theirs + SAM)
    assert answer.status == 200
    assert answer.getheader("Content-Disposition") == (
        "attachment; filename*=UTF-8''a%20map%20%26%20more.png"
    )


def test_a_file_is_shared_once_and_by_whoever_brought_it(workspace: Workspace) -> None:
    people = workspace.people
    file_id = people.upload(PAT, "a.txt", b"words")
    with pytest.raises(PersonRefusalError):
        people.say(SAM, OPEN, "Mine", files=[file_id])
    people.say(PAT, OPEN, "Mine", files=[file_id])
    with pytest.raises(PersonRefusalError):
        people.say(PAT, OPEN, "Again", files=[file_id])


def test_an_empty_file_is_refused_in_words(browser: Browser) -> None:
    answer, body = browser.send("POST", f"/rehearsal/upload?as={PAT}&name=a.txt")
    assert answer.status == 409
    assert b"This file is empty." in body


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/minutes.txt", "....etcminutes.txt"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
        ("\u202etxt.exe", "txt.exe"),
        ("x" * 200 + ".pdf", "x" * 96 + ".pdf"),
        ("/", "file"),
    ],
)
def test_a_files_name_is_one_line_and_no_path(workspace: Workspace, given: str, kept: str) -> None:
    file_id = workspace.people.upload(PAT, given, b"words")
    assert workspace.state.files[file_id].name == kept
