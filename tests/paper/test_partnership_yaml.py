"""What was changed in Slack, written as a file, reads back to the same partnership."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.content.folders import read_partnership
from bot.core.partnership import Meeting, Partnership
from bot.core.steering import askings, dates
from bot.core.steering.edit import Edit
from bot.paper.partnership_yaml import partnership_yaml
from tests.core.asking.anytown import anytown
from tests.house.places import TOP

TODAY = date(2026, 11, 3)
EXAMPLE = read_partnership(TOP / "schedules" / "example.yaml", TODAY)
EDITS: list[Edit] = [
    askings.skip(date(2026, 11, 19), "Inspection: a “long” one, #1"),
    askings.reword(date(2026, 11, 19), "What helped us to meet?"),
    askings.move_day(date(2026, 11, 19), date(2026, 11, 20)),
    dates.add_meetings([Meeting(on=date(2027, 2, 24), at=time(14, 5))]),
    dates.pause(TODAY, None, "yes: no"),
    dates.quiet(date(2026, 12, 1), date(2026, 12, 4), "Hanner tymor — half term"),
]


def read_back(partnership: Partnership, folder: Path) -> Partnership:
    file = folder / "anytown.yaml"
    file.write_text(partnership_yaml(partnership), encoding="utf-8")
    return read_partnership(file, TODAY)


def test_the_shipped_example_reads_back(tmp_path: Path) -> None:
    assert read_back(EXAMPLE, tmp_path) == EXAMPLE


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_every_change_reads_back(number: int, tmp_path: Path) -> None:
    changed = EDITS[number](anytown("2027-01-20"), TODAY).partnership
    assert read_back(changed, tmp_path) == changed


def test_an_odd_name_reads_back(tmp_path: Path) -> None:
    odd = anytown("2027-01-20", name="Anytown: \n # 'Partneriaeth' 🧭 \"x\"")
    assert read_back(odd, tmp_path) == odd
