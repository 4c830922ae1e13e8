"""A partnership as its coordinators describe it: one value per file in schedules/.

Holds what was written and refuses what cannot be right by itself; what depends on a date or
on another file is checked by whoever knows that (planning, content).
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field, model_validator

from bot.core.sectors import Sector
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


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("expected an IANA time zone such as Europe/London")
    return name


def _phone(number: str) -> str:
    digits = sum(character.isdigit() for character in number)
    if digits < 3 or any(character not in "0123456789 +()-" for character in number):
        raise ValueError("expected a telephone number, in quotes, such as '01632 960001'")
    return number.strip()


ChannelId = Annotated[str, Field(pattern=r"^[CG][A-Z0-9]{2,30}$")]
UserId = Annotated[str, Field(pattern=r"^[UW][A-Z0-9]{2,30}$")]
PhoneNumber = Annotated[str, AfterValidator(_phone)]
ZoneName = Annotated[str, AfterValidator(_zone)]


class Channel(Value):
    """A Slack channel. The id decides; the name is for people who read the file."""

    id: ChannelId
    name: str = Field(min_length=1, max_length=80)


class Span(Value):
    """A run of local dates, both ends included. `until` left out means a single day."""

    start: date = Field(alias="from")
    until: date | None = None
    reason: str = Field(default="", max_length=200)

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

    start: date = Field(alias="from")
    until: date | None = None
    reason: str = Field(default="", max_length=200)

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)


class Skip(Value):
    """One planned asking that will not happen: whatever was planned for that local date."""

    on: date
    reason: str = Field(default="", max_length=200)


class Meeting(Value):
    """One board meeting, in the partnership's local time."""

    on: date
    at: time = time(10, 0)


class Board(Value):
    """Who reads the digest, where, and when they meet.

    Days are working days of the nation; `issue_days` are clear days (neither the day of issue
    nor the day of the meeting counts), `draft_days` count the day itself.
    """

    name: str = Field(default="the board", min_length=1, max_length=120)
    channel: Channel
    meetings: tuple[Meeting, ...] = Field(min_length=1)
    issue_days: int = Field(default=5, ge=1, le=20)
    draft_days: int = Field(default=10, ge=2, le=30)
    if_unapproved: Literal["hold", "publish"] = "hold"

    @model_validator(mode="after")
    def _draft_before_issue(self) -> "Board":
        if self.draft_days <= self.issue_days + 1:
            raise ValueError(
                "expected draft_days to be at least two more than issue_days, "
                "so that there is time to read the draft"
            )
        return self


class Coordinators(Value):
    """Who schedules, reviews and is told: their channel and their Slack user ids."""

    channel: Channel
    people: tuple[UserId, ...] = Field(min_length=1)


class Cadence(Value):
    """How often and when members are asked. Days are working days; times are local wall time."""

    prompts: int = Field(default=6, ge=3, le=6)
    every: int = Field(default=9, ge=5, le=30)
    open_for: int = Field(default=8, ge=4, le=29)
    weekdays: tuple[Weekday, ...] = Field(
        default=(Weekday.TUE, Weekday.WED, Weekday.THU), min_length=1
    )
    start: time = Field(default=time(9, 30), alias="from")
    until: time = time(11, 30)

    @model_validator(mode="after")
    def _sensible(self) -> "Cadence":
        if not time(9, 0) <= self.start < self.until <= time(17, 0):
            raise ValueError("expected from and until between 09:00 and 17:00, from before until")
        if self.open_for >= self.every:
            raise ValueError(
                "expected open_for to be shorter than every: one open prompt in a channel at a time"
            )
        return self


class Safeguarding(Value):
    """The numbers that stand on every prompt. Nothing is posted without them."""

    front_door: PhoneNumber
    out_of_hours: PhoneNumber
    lado: PhoneNumber
    checked_on: date


class Privacy(Value):
    """What the privacy sentence promises. It is generated from these, and tested against them."""

    quotes: Literal["ask", "assumed", "never"] = "ask"
    minimum_people: int = Field(default=5, ge=5, le=50)
    minimum_agencies: int = Field(default=2, ge=2, le=10)
    keep_replies_months: int = Field(default=6, ge=1, le=24)
    keep_digests_years: int = Field(default=6, ge=1, le=20)
    keep_logs_days: int = Field(default=30, ge=1, le=365)


class Partnership(Value):
    """One partnership: its channels, its board, its people and its settings."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{1,39}$")
    name: str = Field(min_length=1, max_length=120)
    live: bool = True
    nation: Nation
    zone: ZoneName = "Europe/London"
    channels: tuple[Channel, ...] = Field(min_length=1)
    board: Board
    coordinators: Coordinators
    safeguarding: Safeguarding
    cadence: Cadence = Cadence()
    privacy: Privacy = Privacy()
    sectors: tuple[Sector, ...] = ()
    quiet: tuple[Span, ...] = ()
    closures: tuple[Span, ...] = ()
    pauses: tuple[Pause, ...] = ()
    skip: tuple[Skip, ...] = ()

    @property
    def tz(self) -> ZoneInfo:
        """The zone in which this partnership's dates and times are meant."""
        return ZoneInfo(self.zone)

    @model_validator(mode="after")
    def _channels_apart(self) -> "Partnership":
        ids = [channel.id for channel in self.channels]
        if len(set(ids)) < len(ids):
            raise ValueError("expected each channel once under channels")
        if self.coordinators.channel.id in {*ids, self.board.channel.id}:
            raise ValueError(
                "expected the coordinators' channel to be apart from the asking channels and the "
                "board's channel: drafts are posted there"
            )
        return self
