"""What the use cases rely on, asked of the fake workspace and of the real messenger alike."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

import pytest

from bot.core.messages import NoteMessage, PaperForm, PaperMessage
from bot.rehearsal import RehearsalServer, Workspace
from bot.slack.messenger import SlackMessenger
from bot.usecases.ports import Messenger, NotSentError, Posted, RefusedError
from tests.core.digest.invented_cycle import invented_digest
from tests.rehearsal import anytown as rehearsed
from tests.usecases.fake_slack import FakeSlack, heard

SINCE = rehearsed.STARTS_AT - timedelta(minutes=1)
PLACE, PERSON, ELSEWHERE = rehearsed.OPEN, rehearsed.PAT, rehearsed.ELSEWHERE
PAPER = PaperMessage(
    digest=invented_digest(),
    form=PaperForm.WORD,
    title="A paper",
    file_name="digest.docx",
)
WORDS = NoteMessage(text="Words with <angles> & more.")


class World(NamedTuple):
    """A messenger, and a person who can answer in a thread."""

    messenger: Messenger
    reply: Callable[[str, str], None]


@pytest.fixture(params=["fake", "real"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    if request.param == "fake":
        slack = FakeSlack()
        slack.people[PLACE] = [PERSON, rehearsed.SAM]
        slack.close(ELSEWHERE, NotSentError("not_in_channel", needs_person=True))

        def reply(thread_ts: str, text: str) -> None:
            words = heard((PLACE, thread_ts), PERSON, text, rehearsed.STARTS_AT)
            slack.threads[thread_ts].append(words)

        yield World(slack, reply)
        return
    workspace = rehearsed.workspace()
    server = RehearsalServer(workspace).start()
    client = rehearsed.client_of(server)
    real = SlackMessenger(client, lambda: workspace.app.bot_user_id)
    yield World(real, lambda ts, text: _says(workspace, ts, text))
    server.stop()


def _says(workspace: Workspace, thread_ts: str, text: str) -> None:
    workspace.people.say(PERSON, PLACE, text, thread_ts=thread_ts)


def post(world: World, outbox_id: str, thread_ts: str | None = None, to: str = PLACE) -> Posted:
    return world.messenger.post(WORDS, outbox_id=outbox_id, target=to, thread_ts=thread_ts)


def find(
    world: World, outbox_id: str, thread_ts: str | None = None, to: str = PLACE
) -> list[Posted]:
    return world.messenger.find(outbox_id, target=to, thread_ts=thread_ts, since=SINCE)


def files(world: World, file_id: str, thread_ts: str) -> list[Posted]:
    return world.messenger.find_file(file_id, target=PLACE, thread_ts=thread_ts, since=SINCE)


def test_what_was_posted_is_found_by_its_id_and_nothing_else_is(world: World) -> None:
    posted = post(world, "one")
    post(world, "two")
    assert find(world, "one") == [posted]
    assert find(world, "three") == []


def test_what_was_posted_twice_is_found_twice_the_earlier_first(world: World) -> None:
    first, second = post(world, "one"), post(world, "one")
    assert find(world, "one") == [first, second]


def test_what_stands_in_a_thread_is_found_in_it(world: World) -> None:
    root = post(world, "root")
    answer = post(world, "answer", root.ts)
    assert find(world, "answer", root.ts) == [answer]


def test_what_was_sent_to_a_person_is_found_with_them(world: World) -> None:
    posted = post(world, "one", to=PERSON)
    assert posted.channel_id != PERSON
    assert find(world, "one", to=PERSON) == [posted]


def test_what_was_deleted_is_not_found_and_deleting_again_changes_nothing(world: World) -> None:
    posted = post(world, "one")
    for _ in range(2):
        world.messenger.delete(channel_id=posted.channel_id, ts=posted.ts)
    assert find(world, "one") == []


def test_what_was_updated_is_still_found(world: World) -> None:
    posted = post(world, "one")
    for _ in range(2):
        world.messenger.update(NoteMessage(text="Other words."), channel_id=PLACE, ts=posted.ts)
    assert find(world, "one") == [posted]


def test_a_whisper_leaves_nothing_to_be_found(world: World) -> None:
    root = post(world, "root")
    world.messenger.whisper(WORDS, channel_id=PLACE, user_id=PERSON, thread_ts=root.ts)
    assert world.messenger.thread(PLACE, root.ts) == []


def test_a_thread_holds_what_people_said_and_nothing_of_ours(world: World) -> None:
    root = post(world, "root")
    post(world, "reminder", root.ts)
    world.reply(root.ts, "Our words.")
    (words,) = world.messenger.thread(PLACE, root.ts)
    assert (words.user_id, words.text, words.thread_ts) == (PERSON, "Our words.", root.ts)


def test_a_file_that_was_handed_over_is_seen_only_once_it_is_shared(world: World) -> None:
    root = post(world, "root")
    file_id = world.messenger.upload(PAPER)
    assert files(world, file_id, root.ts) == []
    world.messenger.share(file_id, PAPER, target=PLACE, thread_ts=root.ts)
    (shown,) = files(world, file_id, root.ts)
    assert shown.channel_id == PLACE


def test_a_file_cannot_be_shared_twice_and_stands_once(world: World) -> None:
    root = post(world, "root")
    file_id = world.messenger.upload(PAPER)
    world.messenger.share(file_id, PAPER, target=PLACE, thread_ts=root.ts)
    with pytest.raises(RefusedError) as caught:
        world.messenger.share(file_id, PAPER, target=PLACE, thread_ts=root.ts)
    assert caught.value.reason == "file_not_found"
    assert len(files(world, file_id, root.ts)) == 1


def test_another_file_is_another(world: World) -> None:
    root = post(world, "root")
    first, second = world.messenger.upload(PAPER), world.messenger.upload(PAPER)
    world.messenger.share(first, PAPER, target=PLACE, thread_ts=root.ts)
    assert first != second
    assert files(world, second, root.ts) == []


def test_a_channel_we_are_not_in_says_that_somebody_must_invite_us(world: World) -> None:
    with pytest.raises(NotSentError) as caught:
        post(world, "one", to=ELSEWHERE)
    assert (caught.value.reason, caught.value.needs_person) == ("not_in_channel", True)


def test_reading_a_thread_that_is_not_there_is_refused(world: World) -> None:
    with pytest.raises(RefusedError) as caught:
        world.messenger.thread(PLACE, "1700000000.000001")
    assert caught.value.reason == "thread_not_found"


def test_everybody_in_a_channel_is_named_by_id(world: World) -> None:
    members = world.messenger.members(PLACE)
    assert PERSON in members
    assert rehearsed.EXTERNAL not in members


def test_who_is_in_a_channel_nobody_knows_is_not_told(world: World) -> None:
    with pytest.raises(NotSentError) as caught:
        world.messenger.members("C0NOWHERE1")
    assert caught.value.reason == "channel_not_found"


def test_a_message_has_a_link(world: World) -> None:
    posted = post(world, "one")
    link = world.messenger.permalink(posted.channel_id, posted.ts)
    assert link is not None
    assert posted.ts.replace(".", "") in link
