"""The transcript shows everything that stands, as it ended, and nothing that could run."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from bot.cli import main
from bot.cli.words import OK, UNUSABLE
from bot.rehearsal import Person, Workspace, transcript_html
from tests.rehearsal import anytown
from tests.rehearsal.anytown import CLOSED, OPEN, PAT, SAM, actions, button, plain
from tests.rehearsal.reading import MARKS, Page

LONDON = ZoneInfo("Europe/London")
SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>'


def written(workspace: Workspace) -> Page:
    return Page(transcript_html(workspace, LONDON))


def app_says(workspace: Workspace, method: str = "chat.postMessage", **said: Any) -> str:
    body = workspace.call(method, {"channel": OPEN, **said}, workspace.app.bot_token).body
    assert body["ok"], body
    return str(body.get("ts") or body["message_ts"])


def test_it_is_one_page_in_british_english_that_fetches_nothing(workspace: Workspace) -> None:
    app_says(workspace, text="A question", blocks=[{"type": "header", "text": plain("Question")}])
    page = written(workspace)
    attributes = {name for _, attrs in page.elements for name in attrs}
    assert ("html", {"lang": "en-GB"}) in page.elements
    assert page.tags.isdisjoint({"script", "img", "link", "iframe", "object"})
    assert attributes.isdisjoint({"src", "style", "onclick", "onload"})
    assert page.levels()[0] == 1
    assert page.levels().count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(page.levels()))


def test_a_thread_stands_under_its_message_and_a_private_line_names_its_reader(
    workspace: Workspace,
) -> None:
    asked = app_says(workspace, text="What have we noticed?")
    workspace.people.say(PAT, OPEN, "Elsewhere in the channel")
    workspace.people.say(SAM, OPEN, "That we talk", thread_ts=asked)
    app_says(workspace, "chat.postEphemeral", user=SAM, text="May we quote you?", thread_ts=asked)
    text = written(workspace).text
    order = [
        "What have we noticed?",
        "In its thread: 2",
        "That we talk",
        "Only visible to Sam Example",
    ]
    places = [
        text.index(words) for words in [*order, "May we quote you?", "Elsewhere in the channel"]
    ]
    assert places == sorted(places)


def test_an_edited_message_shows_its_last_words_and_says_so(workspace: Workspace) -> None:
    said = workspace.people.say(PAT, OPEN, "The first words")
    workspace.people.edit(PAT, OPEN, said["ts"], "The last words")
    text = written(workspace).text
    assert "The last words" in text
    assert "Edited Tuesday 5 January 2027, 09:30" in text
    assert "The first words" not in text


def test_a_deleted_message_is_gone_but_for_the_line_its_thread_hangs_on(
    workspace: Workspace,
) -> None:
    gone = workspace.people.say(PAT, OPEN, "Quite alone")
    parent = workspace.people.say(PAT, OPEN, "With an answer")
    workspace.people.say(SAM, OPEN, "The answer", thread_ts=parent["ts"])
    for each in (gone, parent):
        workspace.people.delete(PAT, OPEN, each["ts"])
    text = written(workspace).text
    assert "Quite alone" not in text
    assert "With an answer" not in text
    assert text.index("This message was deleted.") < text.index("The answer")


def test_every_channel_and_direct_message_is_there_with_its_members(workspace: Workspace) -> None:
    workspace.people.say(PAT, workspace.people.open_dm(PAT), "Between us two")
    text = written(workspace).text
    for heading in ("#open", "#closed", "#shared", "#elsewhere"):
        assert text.count(heading) == 2  # in the contents, and above its section
    assert text.count("Direct messages: Dots and Pat Sample") == 2
    assert "This channel is private. Members: Pat Sample, Dots." in text
    assert "This channel is public and shared with other organisations." in text
    assert "Between us two" in text


def test_files_reactions_and_broadcasts_are_told(workspace: Workspace) -> None:
    file_id = workspace.people.upload(PAT, "minutes.txt", b"nothing")
    said = workspace.people.say(PAT, CLOSED, "Here", files=[file_id])
    workspace.people.react(PAT, CLOSED, said["ts"], "raised_hands")
    workspace.people.say(PAT, CLOSED, "And so", thread_ts=said["ts"], broadcast=True)
    text = written(workspace).text
    assert "File minutes.txt (7 bytes)" in text
    assert "Reaction raised hands: Pat Sample" in text
    assert "Also sent to the channel" in text


def test_a_script_in_a_name_a_message_or_a_button_is_only_words(workspace: Workspace) -> None:
    workspace.add_user(Person("U0EVIL0001", SCRIPT))
    workspace.people.join("U0EVIL0001", OPEN)
    workspace.people.say("U0EVIL0001", OPEN, SCRIPT)
    app_says(workspace, text=SCRIPT, blocks=[actions(button(text=SCRIPT))])
    page = written(workspace)
    assert page.tags.isdisjoint({"script", "img"})
    assert page.text.count(SCRIPT) >= 5  # member, author, mention, words, button


def test_a_message_of_fifty_blocks_is_whole(workspace: Workspace) -> None:
    blocks = [{"type": "section", "text": plain(f"Part {place}.")} for place in range(50)]
    app_says(workspace, text="Fifty", blocks=blocks)
    text = written(workspace).text
    assert all(f"Part {place}." in text for place in range(50))


def test_the_apps_own_page_is_there_for_each_person_who_saw_it(workspace: Workspace) -> None:
    view = {"type": "home", "blocks": [{"type": "section", "text": plain("Your next question")}]}
    called = workspace.call(
        "views.publish", {"user_id": PAT, "view": view}, workspace.app.bot_token
    )
    assert called.body["ok"], called.body
    text = written(workspace).text
    assert (
        text.index("App Home") < text.index("Only visible to Pat Sample") < text.index("Your next")
    )


@given(MARKS)
def test_what_somebody_types_can_be_read_whole(typed: str) -> None:
    workspace = anytown.workspace()
    workspace.people.say(PAT, OPEN, f"-{typed}-")
    text = written(workspace).text
    assert f"-{typed}-" in text


def test_a_folder_that_cannot_be_written_to_is_said_before_anything_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "none" / "transcript.html"
    assert main(["rehearse", "--play", "--transcript", str(file)]) == UNUSABLE
    said = capsys.readouterr().err
    assert said == (
        f"The transcript cannot be written to {file} (No such file or directory). Choose a file in "
        "a folder that you may write to.\n"
    )


@pytest.fixture
def rehearsing(tmp_path: Path) -> "Iterator[subprocess.Popen[str]]":
    """A rehearsal for people, with its page open, that will leave a transcript."""
    command = ["-m", "bot", "rehearse", "--port", "0", "--start", "2027-01-04", "--transcript"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, *command, str(tmp_path / "transcript.html")],
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def test_whoever_ends_a_rehearsal_keeps_its_transcript(
    rehearsing: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    assert rehearsing.stdout
    assert "in this rehearsal it is Monday 4 January 2027" in rehearsing.stdout.readline()
    assert "http://127.0.0.1:" in rehearsing.stdout.readline()
    rehearsing.send_signal(signal.SIGTERM)
    assert rehearsing.wait(30) == OK
    page = Page((tmp_path / "transcript.html").read_text(encoding="utf-8"))
    assert "Anytown Safeguarding Children Partnership" in page.text
