"""A workspace on this machine that speaks Slack's protocol. The app cannot tell it from Slack."""

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.doors.director import Director, Moment, Upcoming
from bot.rehearsal.doors.guard import is_loopback
from bot.rehearsal.doors.server import RehearsalServer
from bot.rehearsal.permits.registration import AppRegistration
from bot.rehearsal.refusals import PersonRefusalError
from bot.rehearsal.transcript.page import transcript_html
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import Channel, Person, Team

__all__ = [
    "AppRegistration",
    "Channel",
    "Director",
    "Moment",
    "Person",
    "PersonRefusalError",
    "RehearsalClock",
    "RehearsalServer",
    "Team",
    "Upcoming",
    "Workspace",
    "is_loopback",
    "transcript_html",
]
