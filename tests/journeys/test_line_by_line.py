"""A coordinator goes through a draft and changes one line after another without opening the list
again. All through the workspace, which stacks forms as Slack does."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.core.digest.digest import Digest
from bot.core.digest.earlier import read_digest
from bot.rehearsal.block_kit.elements import elements_in
from bot.rehearsal.cast.people import COORDINATORS, COORDINATORS_CHANNEL
from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.scenes import new_scene
from bot.store import digests
from tests.house.places import TOP
from tests.journeys.at_desk import ENOUGH, Person
from tests.rehearsal.anytown import eventually

STARTS_AT = datetime(2027, 1, 5, 8, tzinfo=UTC)


class Reviewer(Person):
    """A coordinator with the lines of a draft before them."""

    def open(self) -> None:
        """Press the button under the draft."""
        for message in self.rehearsal.workspace.messages(COORDINATORS_CHANNEL):
            for _, element in elements_in(message.get("blocks") or []):
                if element.get("action_id") == "review_open":
                    ts = message["ts"]
                    pressed = self.people.click(self.who, COORDINATORS_CHANNEL, ts, "review_open")
                    assert pressed.answer.result(ENOUGH).acked
                    assert eventually(lambda: self.depth == 1)
                    return
        raise AssertionError("no draft to be reviewed")

    def shows(self, words: str) -> bool:
        """Whether the view on top says that, by now."""
        return words in self.words

    def rows(self, label: str) -> dict[str, str]:
        """The lines on this page for which that is offered: their block, by their words."""
        return {
            block["text"]["text"]: block["block_id"]
            for block in self.top.content["blocks"]
            if any(
                each["text"]["text"] == label
                for each in block.get("accessory", {}).get("options", ())
            )
        }

    def choose(self, block_id: str, label: str) -> None:
        """In the menu of one line; its form comes on top."""
        block = next(b for b in self.top.content["blocks"] if b["block_id"] == block_id)
        options = block["accessory"]["options"]
        option = next(each for each in options if each["text"]["text"] == label)
        self.press(self.top.id, "review_line", block_id, selected_option=option)
        assert eventually(lambda: self.depth == 2)

    def digest(self) -> Digest:
        (cycle,) = self.rehearsal.cycles()
        with self.rehearsal.bot.store.read() as tx:
            held = digests.of_cycle(tx, cycle.id)
        assert held is not None
        return read_digest(held.content)


@pytest.fixture(scope="module")
def reviewer() -> Iterator[Reviewer]:
    with Rehearsal(TOP / "prompts", new_scene(STARTS_AT, with_cast=True)) as rehearsal:
        rehearsal.workspace.triggers.lives_s = 60  # three in life; a busy machine may take longer
        (cycle,) = rehearsal.cycles()
        rehearsal.go_to(cycle.draft_at + timedelta(minutes=1))
        yield Reviewer(rehearsal, COORDINATORS[0])


@pytest.fixture
def listed(reviewer: Reviewer) -> Iterator[Reviewer]:
    reviewer.open()
    yield reviewer
    reviewer.leave()


def test_one_line_after_another_is_changed_in_the_list_that_was_opened_once(
    listed: Reviewer,
) -> None:
    root, frames = listed.top.id, list(listed.rows("Put it in other words"))[:3]
    for number, words in enumerate(frames):
        block_id, newer = listed.rows("Put it in other words")[words], f"New words {number}"
        listed.choose(block_id, "Put it in other words")
        assert listed.send(words=newer).result == "closed"
        assert (listed.depth, listed.top.id) == (1, root)
        assert eventually(partial(listed.shows, newer))
        assert "Done." in listed.words
    assert "Since the version before" in listed.words
    assert listed.digest().cover.foreword == "New words 0"


def test_a_form_that_lacks_something_stays_and_then_the_list_is_there(listed: Reviewer) -> None:
    block_id = next(iter(listed.rows("Hide it").values()))
    before = len(listed.digest().made.hidden)
    listed.choose(block_id, "Hide it")
    assert listed.send(reason="").result == "errors"
    assert listed.depth == 2
    assert listed.send(reason="It points at one place.").result == "closed"
    assert len(listed.digest().made.hidden) == before + 1
    assert eventually(lambda: "(It points at one place.)" in listed.words)


def test_leaving_a_form_or_what_stands_behind_a_line_leads_back_to_the_list(
    listed: Reviewer,
) -> None:
    seen = listed.top.content
    for label in ("Hide it", "What was said"):
        listed.choose(next(iter(listed.rows(label).values())), label)
        listed.people.close_view(listed.who, listed.top.id)
        assert listed.depth == 1
        assert listed.top.content == seen


def test_what_cannot_be_done_any_more_leads_back_to_the_list_and_keeps_what_was_typed(
    listed: Reviewer,
) -> None:
    other = Reviewer(listed.rehearsal, COORDINATORS[1])
    other.open()
    words = next(each for each in listed.rows("Hide it") if "Question for the board" in each)
    for one in (listed, other):
        one.choose(one.rows("Hide it")[words], "Hide it")
    assert other.send(reason="Theirs.").result == "closed"
    assert listed.send(reason="Mine.").result == "updated"
    assert "Mine." in str(listed.top.content["blocks"])
    listed.people.close_view(listed.who, listed.top.id)
    assert listed.depth == 1
    assert eventually(lambda: words not in listed.rows("Hide it"))
    other.leave()
