"""Which days are working days in a nation, and counting in them.

Bank holidays come from the `holidays` library, local closures from the partnership. Quiet
dates, pauses and 24 December to 2 January are not known here: they are working days.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

from bot.core.partnership import Nation, Partnership, Span

BANK_HOLIDAYS_END = date(country_holidays("GB").end_year, 12, 31)
"""The last day for which the library knows any bank holiday."""

_DAY = timedelta(days=1)
_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
_NATION_NAMES = {
    Nation.ENGLAND: "England",
    Nation.WALES: "Wales",
    Nation.SCOTLAND: "Scotland",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
}
# As https://www.gov.uk/bank-holidays writes them, where the library words them otherwise.
_GOV_UK_WORDS = {
    "Saint ": "St ",
    " (observed)": ", substitute day",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "May Day": "Early May bank holiday",
    "New Year Holiday": "2nd January",
    "Bank Holiday": "bank holiday",
}


@lru_cache(maxsize=512)
def _bank_holidays(nation: Nation, year: int) -> Mapping[date, str]:
    return dict(country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))


def _as_gov_uk(name: str) -> str:
    for library, gov_uk in _GOV_UK_WORDS.items():
        name = name.replace(library, gov_uk)
    return name


@dataclass(frozen=True, slots=True)
class Workdays:
    """The working days of one nation, less a partnership's own closures."""

    nation: Nation
    closures: tuple[Span, ...] = ()

    @classmethod
    def of(cls, partnership: Partnership) -> "Workdays":
        """The working days that this partnership's dates are counted in."""
        return cls(partnership.nation, partnership.closures)

    def is_working(self, day: date) -> bool:
        """True from Monday to Friday, unless it is a bank holiday or a closure."""
        return (
            day.weekday() < 5
            and day not in _bank_holidays(self.nation, day.year)
            and not any(day in closure for closure in self.closures)
        )

    def why_not(self, day: date) -> str | None:
        """Why this is not a working day, as the end of a sentence; None when it is one.

        Such as "a bank holiday in Scotland (St Andrew's Day)".
        """
        if day.weekday() >= 5:
            return "a Sunday" if day.weekday() == 6 else "a Saturday"
        if name := _bank_holidays(self.nation, day.year).get(day):
            return f"a bank holiday in {_NATION_NAMES[self.nation]} ({_as_gov_uk(name)})"
        closure = next((closure for closure in self.closures if day in closure), None)
        if closure is None:
            return None
        return f"a closure day ({closure.reason})" if closure.reason else "a closure day"

    def back(self, day: date, count: int) -> date:
        """The working day `count` working days before `day`; `day` itself when `count` is 0."""
        return self._step(day, count, -_DAY)

    def forward(self, day: date, count: int) -> date:
        """The working day `count` working days after `day`; `day` itself when `count` is 0."""
        return self._step(day, count, _DAY)

    def clear_days_before(self, day: date, count: int) -> date:
        """The latest working day with `count` clear working days between it and `day`."""
        return self.back(day, count + 1)

    def _step(self, day: date, count: int, step: timedelta) -> date:
        while count:
            day += step
            count -= self.is_working(day)
        return day
