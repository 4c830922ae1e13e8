"""Where and when a partnership is: nation, zone, channels, people's ids, numbers, runs of dates.

Each refuses what cannot be right by itself. Descriptions finish the sentence "expected ...".
"""

from datetime import date, time
from enum import StrEnum
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from bot.core.values import Value


class Nation(StrEnum):
    """Where the partnership is: bank holidays and some words follow it."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class Weekday(StrEnum):
    """Working days only: Dots never asks at a weekend."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"

    @property
    def number(self) -> int:
        """Monday is 0, as in `date.weekday()`."""
        return list(Weekday).index(self)


@cache
def zone_names() -> frozenset[str]:
    """Every IANA zone that can be named."""
    return frozenset(available_timezones())


def _zone(name: str) -> str:
    if name not in zone_names():
        raise ValueError("expected an IANA time zone such as Europe/London")
    return name


def _phone(number: str) -> str:
    digits = sum(character.isdigit() for character in number)
    if digits < 3 or any(character not in "0123456789 +()-" for character in number):
        raise ValueError("expected a telephone number, in quotes, such as '01632 960001'")
    return number.strip()


def _wall(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("expected a local time without a zone, such as 09:30")
    return at


def _office_hours(at: time) -> time:
    if not time(9) <= at <= time(17):
        raise ValueError("expected a time between 09:00 and 17:00")
    return at


def _described(pattern: str, description: str) -> object:
    return Field(pattern=pattern, description=description)


CASE_WORK = {"case", "cases", "mace", "mase", "mash", "referral", "referrals", "strat"}
"""Words in a channel's name that suggest work on cases, where Dots does not belong."""

ChannelId = Annotated[
    str,
    _described(
        r"^[CG][A-Z0-9]{2,30}$",
        "the channel's id: C or G, then capitals and digits, such as C0123456789 "
        "(in Slack: open the channel, click its name, scroll to the end)",
    ),
]
UserId = Annotated[
    str,
    _described(
        r"^[UW][A-Z0-9]{2,30}$",
        "a person's member id: U or W, then capitals and digits, such as U0123456789 "
        "(in Slack: open their profile, then More, then Copy member ID)",
    ),
]
UserOrGroupId = Annotated[
    str,
    _described(
        r"^[UWS][A-Z0-9]{2,30}$",
        "a person's member id, or a user group's id: S, then capitals and digits, such as "
        "S0123456789 (in Slack: open the group under People, then More, then Copy group ID)",
    ),
]


def is_group(some_id: str) -> bool:
    """True for the id of a Slack user group."""
    return some_id.startswith("S")


PhoneNumber = Annotated[str, AfterValidator(_phone)]
ZoneName = Annotated[str, AfterValidator(_zone)]
LocalTime = Annotated[
    time,
    AfterValidator(_wall),
    # Not JSON Schema's own "time", which demands seconds and an offset.
    WithJsonSchema({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"}),
]
"""Wall time in the partnership's zone; it never carries a zone of its own."""
OfficeTime = Annotated[LocalTime, AfterValidator(_office_hours)]
"""Wall time at which it is kind to ask: nothing before 09:00, nothing after 17:00."""

Reason = Annotated[
    str, Field(max_length=200, description="a few words on why; coordinators see them")
]


class Channel(Value):
    """A Slack channel. The id decides; the name is for people who read the file."""

    id: ChannelId
    name: str = Field(
        min_length=1, max_length=80, description="the channel's name, for people who read the file"
    )


class Span(Value):
    """A run of local dates, both ends included. `until` left out means a single day."""

    start: date = Field(alias="from", description="the first day")
    until: date | None = Field(default=None, description="the last day; leave it out for one day")
    reason: Reason = ""

    @property
    def end(self) -> date:
        """The last day of the span."""
        return self.until or self.start

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @model_validator(mode="after")
    def _forwards(self) -> "Span":
        if self.end < self.start:
            raise ValueError("expected `until` to be on or after `from`")
        return self


class Pause(Value):
    """Everything waits: an incident, an inspection, a bereavement. Open ended without `until`."""

    start: date = Field(alias="from", description="the first day on which nothing is sent")
    until: date | None = Field(
        default=None, description="the last day; leave it out until somebody knows"
    )
    reason: Reason = ""

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)

    @model_validator(mode="after")
    def _forwards(self) -> "Pause":
        if self.until is not None and self.until < self.start:
            raise ValueError("expected `until` to be on or after `from`")
        return self
