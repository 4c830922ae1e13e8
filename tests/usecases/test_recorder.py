"""Replies that arrive together share a transaction, and none is lost or held up by another."""

import threading
from datetime import datetime

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.usecases.asking.recorder import Recorder
from tests.usecases.anytown import STRATEGY, Town
from tests.usecases.fake_slack import heard


def test_every_reply_of_a_rush_is_kept_before_its_caller_goes_on(town: Town) -> None:
    prompt = town.ask()
    recorder = Recorder(town.store, town.clock)
    missing: list[str] = []

    def keep(person: int) -> None:
        for number in range(10):
            words = heard(
                prompt, f"U0{person}", f"{person}/{number}", town.now, number=person * 100 + number
            )
            recorder.keep(words)
            if (STRATEGY, words.ts) not in town.copies():
                missing.append(words.ts)

    threads = [threading.Thread(target=keep, args=(person,)) for person in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert missing == []
    assert len(town.copies()) == 80


def test_a_reply_that_cannot_be_written_takes_no_other_with_it(town: Town) -> None:
    prompt = town.ask()
    recorder = Recorder(town.store, town.clock)
    good = [heard(prompt, "U0ANNA", f"Good {n}.", town.now, number=n) for n in range(6)]
    bad = heard(prompt, "U0BRYN", "half a letter: \ud800", town.now, number=99)
    failures: list[str] = []
    start = threading.Barrier(7)

    def keep(number: int) -> None:
        start.wait()
        try:
            recorder.keep([*good, bad][number])
        except (SQLAlchemyError, UnicodeError) as error:
            failures.append(type(error).__name__)

    threads = [threading.Thread(target=keep, args=(number,)) for number in range(7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(failures) == 1
    assert sorted(town.copies()) == sorted((STRATEGY, each.ts) for each in good)


def test_what_cannot_be_kept_is_said_to_whoever_waits(town: Town) -> None:
    prompt = town.ask()

    def no_clock() -> datetime:
        raise LookupError

    recorder = Recorder(town.store, no_clock)
    with pytest.raises(LookupError):
        recorder.keep(heard(prompt, "U0ANNA", "Not kept.", town.now))
    assert town.copies() == {}
