"""A partnership as its coordinators describe it: one value per file in schedules/.

Holds what was written and refuses what cannot be right by itself; what depends on a date or
on another file is checked by whoever knows that (planning, content).
"""

from datetime import date, time
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bot.core.board_paper import BoardPaper
from bot.core.places import (
    Channel,
    ChannelId,
    LocalTime,
    Nation,
    OfficeTime,
    Pause,
    PhoneNumber,
    Reason,
    Span,
    UserId,
    UserOrGroupId,
    Weekday,
    ZoneName,
    is_group,
)
from bot.core.prompts import Pin, Question, StableId
from bot.core.sectors import Sector
from bot.core.values import Value

__all__ = [
    "Board",
    "Cadence",
    "Care",
    "Channel",
    "ChannelId",
    "Coordinators",
    "Meeting",
    "Move",
    "Nation",
    "Partnership",
    "Pause",
    "PhoneNumber",
    "Privacy",
    "Reword",
    "Safeguarding",
    "Skip",
    "Span",
    "UserId",
    "Weekday",
    "ZoneName",
]

CHANNELS_APART = "channels_apart"
"""The type of the error that Partnership raises when its channels are not kept apart."""


class Skip(Value):
    """One planned asking that will not happen: whatever was planned for that local date."""

    on: date = Field(description="the date of the prompt that will not be sent")
    reason: Reason = ""


class Move(Value):
    """One day of asking that a coordinator put on another day. The days around it stay."""

    on: date = Field(description="the date on which the prompt would have been sent")
    to: date = Field(description="the date on which it is sent instead")
    reason: Reason = ""


class Reword(Value):
    """The question of one day of asking in other words; the practice stays."""

    on: date = Field(description="the date of the prompt, as it is planned now")
    text: Question


class Meeting(Value):
    """One board meeting, in the partnership's local time."""

    on: date = Field(description="the date of the meeting, such as 2027-02-03")
    at: LocalTime = Field(default=time(10, 0), description="when it begins, such as 14:00")
    go_on: bool = Field(
        default=False, description="true to ask even when fewer than three prompts fit before it"
    )


class Board(Value):
    """Who reads the digest, where, and when they meet.

    Days are working days of the nation; `issue_days` are clear days (neither the day of issue
    nor the day of the meeting counts), `draft_days` count the day itself.
    """

    name: str = Field(
        default="the board",
        min_length=1,
        max_length=120,
        description="what people call the board, as it reads inside a sentence",
    )
    channel: Channel = Field(description="the channel in which the board reads the digest")
    meetings: tuple[Meeting, ...] = Field(min_length=1, description="the board's meetings")
    issue_days: int = Field(
        default=5,
        ge=1,
        le=20,
        description="how many clear working days before the meeting the digest goes out",
    )
    draft_days: int = Field(
        default=10,
        ge=2,
        le=30,
        description="how many working days before the meeting coordinators get the draft",
    )
    if_unapproved: Literal["hold", "publish"] = Field(
        default="hold",
        description="what happens to a draft that nobody approved in time: hold or publish",
    )
    paper: BoardPaper = Field(
        default=BoardPaper(), description="what stands on the cover of the paper for the board"
    )

    @model_validator(mode="after")
    def _draft_before_issue(self) -> "Board":
        if self.draft_days <= self.issue_days + 1:
            raise ValueError(
                "expected draft_days to be at least two more than issue_days, "
                "so that there is time to read the draft"
            )
        return self


class Coordinators(Value):
    """Who schedules, reviews and is told: their channel, and the ids of people and user groups."""

    channel: Channel = Field(description="the coordinators' own channel, where drafts are posted")
    people: tuple[UserOrGroupId, ...] = Field(
        min_length=1, description="the coordinators' member ids, or user groups"
    )
    deputies: tuple[UserOrGroupId, ...] = Field(
        default=(),
        description="who may do all that coordinators may, except say who does, and what is kept",
    )
    readers: tuple[UserOrGroupId, ...] = Field(
        default=(), description="who may look at the plan, drafts and papers, and change nothing"
    )
    second_eyes: bool = Field(
        default=False, description="whether two of them must approve a digest before it goes out"
    )
    weekly_line: bool = Field(
        default=False,
        description="whether their channel hears one line at the beginning of a week in which "
        "nothing needs anybody",
    )

    @model_validator(mode="after")
    def _two_for_two_pairs_of_eyes(self) -> "Coordinators":
        may_approve = {*self.people, *self.deputies}
        if self.second_eyes and len(may_approve) < 2 and not any(map(is_group, may_approve)):
            raise ValueError(
                "expected two people who may approve (people or deputies) where second_eyes is on: "
                "name one more, or leave second_eyes out"
            )
        return self


class Cadence(Value):
    """How often and when members are asked. Days are working days; times are local wall time."""

    prompts: int = Field(
        default=6, ge=3, le=6, description="how many prompts before each meeting, at most"
    )
    every: int = Field(
        default=9, ge=5, le=30, description="how many working days from one prompt to the next"
    )
    open_for: int = Field(
        default=8, ge=4, le=29, description="how many working days a prompt stays open"
    )
    weekdays: tuple[Weekday, ...] = Field(
        default=(Weekday.TUE, Weekday.WED, Weekday.THU),
        min_length=1,
        description="the days on which a prompt may be sent: mon, tue, wed, thu, fri",
    )
    start: OfficeTime = Field(
        default=time(9, 30), alias="from", description="the earliest time of day for a prompt"
    )
    until: OfficeTime = Field(
        default=time(11, 30), description="the latest time of day for a prompt"
    )

    @model_validator(mode="after")
    def _sensible(self) -> "Cadence":
        if not self.start < self.until:
            raise ValueError("expected `from` to be before `until`")
        if self.open_for >= self.every:
            raise ValueError(
                "expected open_for to be shorter than every: one open prompt in a channel at a time"
            )
        return self


class Safeguarding(Value):
    """The numbers that stand on every prompt. Nothing is posted without them."""

    front_door: PhoneNumber = Field(
        description="the telephone number, in quotes, for a worry about a child in office hours"
    )
    out_of_hours: PhoneNumber = Field(
        description="the telephone number, in quotes, for a worry about a child at other times"
    )
    lado: PhoneNumber = Field(
        description="the telephone number, in quotes, for a concern about an adult who works "
        "with children"
    )
    checked_on: date = Field(
        description="the date on which somebody last rang or looked up all three numbers"
    )
    contacts: tuple[UserId, ...] = Field(
        default=(),
        description="the member ids of those who are told at once when a reply may be about a "
        "child at risk; leave it out and the coordinators are told",
    )


class Privacy(Value):
    """What the privacy sentence promises. It is generated from these, and tested against them."""

    quotes: Literal["ask", "assumed", "never"] = Field(
        default="ask",
        description="whether members' own words are printed: ask them first, assumed (your terms "
        "say so), or never",
    )
    minimum_people: int = Field(
        default=5, ge=5, le=50, description="how many must reply before sectors are shown"
    )
    minimum_agencies: int = Field(
        default=2, ge=2, le=10, description="how many agencies must reply before sectors are shown"
    )
    keep_replies_months: int = Field(
        default=6, ge=1, le=24, description="how many months after the meeting replies are kept"
    )
    keep_digests_years: int = Field(
        default=6, ge=1, le=20, description="how many years digests are kept"
    )
    legal_hold: bool = Field(
        default=False,
        description="true while everything must be kept, as for an inquiry: nothing is deleted",
    )
    keep_logs_days: int = Field(default=30, ge=1, le=365, description="how many days logs are kept")


PRIVATE_MESSAGES = 6
"""Private messages to one person before a meeting: thanks, one question about quotes, and a few
that they asked for or that help with words. A judgement: about one a fortnight."""


class OwnWords(Value):
    """Words that a partnership asks its members to think about, beside those of the shared list."""

    words: str = Field(
        min_length=2, max_length=80, description="the words, in any case and as whole words"
    )
    why: str = Field(min_length=3, max_length=200, description="why, in one plain sentence")
    instead: str = Field(min_length=2, max_length=120, description="what one could say instead")


class Care(Value):
    """How sparing Dots is with people's time and patience."""

    private_messages: int = Field(
        default=PRIVATE_MESSAGES,
        ge=1,
        le=20,
        description="how many private messages Dots may send one person before each meeting; "
        "those about safety are not counted",
    )
    language: Literal["nudge", "off"] = Field(
        default="nudge",
        description="what follows when a reply blames or labels somebody: nudge (a private line "
        "to its author, with the reason) or off",
    )
    own_words: tuple[OwnWords, ...] = Field(
        default=(), description="words of your own to notice, beside the shared list"
    )
    leave_out_words: tuple[StableId, ...] = Field(
        default=(), description="ids of the shared list's terms that are not noticed here"
    )


class Partnership(Value):
    """One partnership: its channels, its board, its people and its settings."""

    id: str = Field(
        pattern=r"^[a-z0-9][a-z0-9-]{1,39}$",
        description="a short name that never changes: small letters, digits and hyphens, such as "
        "anytown",
    )
    name: str = Field(min_length=1, max_length=120, description="the partnership's full name")
    live: bool = Field(default=True, description="true, or false while nothing may be sent")
    nation: Nation = Field(
        description="where the partnership is: england, wales, scotland or northern-ireland"
    )
    zone: ZoneName = Field(
        default="Europe/London", description="an IANA time zone such as Europe/London"
    )
    channels: tuple[Channel, ...] = Field(
        min_length=1, description="the channels in which members are asked"
    )
    board: Board
    coordinators: Coordinators
    safeguarding: Safeguarding
    cadence: Cadence = Cadence()
    privacy: Privacy = Privacy()
    care: Care = Care()
    sectors: tuple[Sector, ...] = Field(
        default=(), description="the sectors to choose from; leave it out for the whole list"
    )
    quiet: tuple[Span, ...] = Field(
        default=(), description="days on which nobody is asked, such as school holidays"
    )
    closures: tuple[Span, ...] = Field(
        default=(), description="local days that are not working days, beside bank holidays"
    )
    pauses: tuple[Pause, ...] = Field(default=(), description="times when everything waits")
    skip: tuple[Skip, ...] = Field(default=(), description="prompts that will not be sent")
    move: tuple[Move, ...] = Field(
        default=(), description="prompts that are sent on another day than planned"
    )
    reword: tuple[Reword, ...] = Field(
        default=(), description="questions asked in other words on one day"
    )
    pin: tuple[Pin, ...] = Field(default=(), description="prompts chosen for a day of asking")
    leave_out: tuple[StableId, ...] = Field(
        default=(), description="ids of prompts that are never asked here"
    )

    @property
    def tz(self) -> ZoneInfo:
        """The zone in which this partnership's dates and times are meant."""
        return ZoneInfo(self.zone)

    @model_validator(mode="after")
    def _channels_apart(self) -> "Partnership":
        ids = [channel.id for channel in self.channels]
        if len(set(ids)) < len(ids):
            raise PydanticCustomError(CHANNELS_APART, "expected each channel once under channels")
        if self.coordinators.channel.id in {*ids, self.board.channel.id}:
            raise PydanticCustomError(
                CHANNELS_APART,
                "expected the coordinators' channel to be apart from the asking channels and the "
                "board's channel: drafts are posted there",
            )
        return self
