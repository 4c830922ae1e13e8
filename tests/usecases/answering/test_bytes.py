"""Nothing that is stored, logged, exported or sent to anybody else leads to a private author: no
id, no direct message's place, no form's id, and no time finer than a day."""

import json
import logging
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.core.answering.private import Visibility
from bot.core.digest.signoff import DigestState
from bot.core.guard.finding import Detector
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.store.tables import metadata
from bot.usecases import rights
from bot.usecases.answering.consent import consent
from bot.usecases.ports import InDoubtError, NotSentError
from tests.usecases.answering.privately import (
    PHONE,
    answered,
    asked,
    kept,
    notices,
    send,
    take_back,
)
from tests.usecases.answering.test_consent import names
from tests.usecases.anytown import ISSUE_AT, MEMBERS, Town
from tests.usecases.guarding.watched import CONCERN, release_it

SECRET = "U0SECRETIVE"
"""Somebody who never says a word but privately."""

FORM = "V0SECRETFORM"
MINUTE = timedelta(minutes=1)


class Alone:
    """The private author, who does everything at a moment at which nobody else does anything: at
    seven seconds past 11:37. What the bot does then, it does because of them."""

    def __init__(self, town: Town) -> None:
        self._town = town

    def does(self, act: Callable[[], object]) -> None:
        """One act, whatever follows it at once, and the next morning's post."""
        town = self._town
        town.now = town.now.replace(hour=11, minute=37, second=7)
        act()
        town.tick()
        morning = (town.now + timedelta(days=1)).replace(hour=9, minute=30, second=0)
        town.go_to(morning, rounds=20)


TELLTALE = re.compile(r"11:37|:37:0|T113|\.37")
"""How such a moment is written."""


@pytest.fixture
def told(town: Town, caplog: pytest.LogCaptureFixture) -> Iterator[Town]:
    """A whole round in which somebody does all that can be done privately, up to the issue."""
    with caplog.at_level(logging.DEBUG, logger="bot"):
        _round(town)
        yield town


def _round(town: Town) -> None:
    town.slack.people["C0STRATEGY"].append(SECRET)
    town.answered_by(*MEMBERS[:4])
    town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    alone = Alone(town)
    alone.does(lambda: send(town, SECRET, f"Ring {PHONE}.", form=FORM))
    alone.does(
        lambda: send(town, SECRET, f"Ring {PHONE}.", form=FORM, insists=True, sector=Sector.FAITH)
    )
    release_it(town, kept(town)[0].reply_id)
    asked(town, "What would help?")
    town.slack.fail("post", InDoubtError("connection lost"), NotSentError("unreachable"))
    for _ in range(5):
        town.go_to(town.now + MINUTE)
    alone.does(lambda: answered(town, SECRET, "More time."))
    alone.does(lambda: take_back(town, SECRET))
    alone.does(lambda: send(town, SECRET, "Said anew.", choice=None, form=FORM + "2"))
    town.to_draft()
    for name in names(town, SECRET):
        alone.does(lambda name=name: say_yes(town, name))  # type: ignore[misc]
    alone.does(lambda: send(town, SECRET, "Said anew, and better."))
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)


def say_yes(town: Town, name: str) -> str:
    return consent(town.store, town.book, name, SECRET, Choice.QUOTE, town.now)


def rows(town: Town) -> dict[str, list[str]]:
    with town.store.read() as tx:
        return {
            name: [str(tuple(row)) for row in tx.execute(text(f"SELECT * FROM {name}"))]  # noqa: S608  # our own names
            for name in metadata.tables
        }


def test_no_table_and_no_byte_of_the_database_holds_who_it_was_or_when(told: Town) -> None:
    assert "Said anew, and better." in told.words_in_digest()  # the round was a whole one
    for name, found in rows(told).items():
        for row in found:
            for trace in ("SECRETIVE", FORM, "D0SECRET"):
                assert trace not in row, name
            assert not TELLTALE.search(row), (name, row)
    for content in database(told):
        for trace in ("SECRETIVE", FORM, "Ring 01632"):
            assert trace.encode() not in content


def database(town: Town) -> list[bytes]:
    """SQLite's files as they are; a server's are not ours to read."""
    if not town.store.is_sqlite:
        return []
    path = Path(town.store.url.database or "")
    return [file.read_bytes() for file in path.parent.glob(f"{path.name}*")]


def test_nothing_that_anybody_else_is_shown_no_log_and_no_export_does(
    told: Town, caplog: pytest.LogCaptureFixture
) -> None:
    to_others = [
        (each.message, each.outbox_id)
        for each in told.slack.said
        if each.channel_id != f"D{SECRET[1:]}" and each.only_to != SECRET
    ]
    assert "SECRETIVE" not in str(to_others)
    assert not TELLTALE.search(str(to_others))
    for trace in ("SECRETIVE", FORM, "Said anew", "More time"):
        assert trace not in caplog.text
    for user_id in (*MEMBERS, "U0COORDI1"):
        exported = json.dumps(rights.held_on(told.store, told.book, user_id), default=str)
        assert "SECRETIVE" not in exported
        assert "Said anew" not in exported
    assert told.digest().counts is not None
    assert told.digest().counts.people == 5  # type: ignore[union-attr]


def test_the_key_is_in_no_byte_of_the_database_once_the_digest_is_out(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    send(town, SECRET, "Privately.")
    with town.store.read() as tx:
        key = str(tx.execute(text("SELECT key FROM cycle_keys")).scalar())
    town.to_draft()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    assert rows(town)["cycle_keys"] == []
    assert not any(key.encode() in content for content in database(town))


def test_a_concern_is_told_at_once_and_nothing_ties_that_hour_to_a_reply(town: Town) -> None:
    town.detectors[Detector.CONCERN] = notices(CONCERN, Detector.CONCERN, "at-risk")
    town.answered_by(*MEMBERS[:3])
    text_ = f"Somebody is {CONCERN}."
    only = Visibility.COORDINATORS
    Alone(town).does(lambda: send(town, SECRET, text_, insists=True, visibility=only))
    reply_id = kept(town)[0].id
    for name, found in rows(town).items():
        for row in found:
            assert "SECRETIVE" not in row, name
            assert not (reply_id in row and TELLTALE.search(row)), name
