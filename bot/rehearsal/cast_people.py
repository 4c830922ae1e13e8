"""Names the invented people of a rehearsal, their channels, and which of them sit where.

Decides nothing that they do (`cast.py` does), and resembles no real person, service or place.
"""

from dataclasses import dataclass
from typing import Literal

PARTNERSHIP_NAME = "Anytown Safeguarding Children Partnership"
HOME_TEAM_ID = "T0ANYTOWN"
LANTERNS_TEAM_ID = "T0LANTERNS"
HOMES_TEAM_ID = "T0ANYHOMES"
TEAM_NAMES = {
    HOME_TEAM_ID: PARTNERSHIP_NAME,
    LANTERNS_TEAM_ID: "Anytown Lanterns (a youth charity)",
    HOMES_TEAM_ID: "Anytown Homes (a housing association)",
}

Part = Literal["member", "coordinator", "board"]


@dataclass(frozen=True)
class CastPerson:
    """One invented person. `sector` is the id by which a partnership knows their sector."""

    id: str
    name: str
    role_title: str
    sector: str
    part: Part = "member"
    team_id: str = HOME_TEAM_ID


@dataclass(frozen=True)
class CastChannel:
    """One channel and the ids of the people in it; Dots itself is invited by the wiring."""

    id: str
    name: str
    purpose: str
    members: tuple[str, ...]
    asks: bool = False
    is_private: bool = False
    is_ext_shared: bool = False


PEOPLE = (
    CastPerson("U0POLICE1", "Idris Penhallow-Reed", "Detective superintendent", "police"),
    CastPerson("U0HEALTH1", "Mei Ashdown-Lark", "Designated nurse", "health"),
    CastPerson("U0SOCIAL1", "Tamsin Okoro-Vale", "Head of family help", "social-care"),
    CastPerson("U0SCHOOL1", "Gethin Marlowe-Pike", "Head teachers' representative", "education"),
    CastPerson("U0YOUTHJ1", "Farida Quillfeather", "Youth justice manager", "youth-justice"),
    CastPerson("U0PUBLIC1", "Nadia Winterbourne-Ng", "Public health analyst", "public-health"),
    CastPerson("U0LICENS1", "Piotr Larkspur", "Licensing officer", "licensing"),
    CastPerson("U0FAITH01", "Imran Thistlewood", "Faith forum convenor", "faith"),
    CastPerson("U0PARENT1", "Josie Hartwhistle", "Parent representative", "parents-carers"),
    CastPerson(
        "U0VOLUNT1", "Saoirse Dunnock-Bey", "Youth worker", "voluntary", team_id=LANTERNS_TEAM_ID
    ),
    CastPerson(
        "U0HOUSIN1", "Bram Oyelaran-Stone", "Housing manager", "housing", team_id=HOMES_TEAM_ID
    ),
    CastPerson(
        "U0COORDI1",
        "Ruth Applegarth-Singh",
        "Partnership business manager",
        "social-care",
        "coordinator",
    ),
    CastPerson("U0COORDI2", "Dylan Cloudesley", "Business support", "social-care", "coordinator"),
    CastPerson("U0BOARD01", "Marguerite Osei-Flint", "Independent chair", "lay-member", "board"),
    CastPerson("U0BOARD02", "Alasdair Brindlecombe", "Lead member", "lay-member", "board"),
)

_COORDINATORS = ("U0COORDI1", "U0COORDI2")
_BOARD = ("U0BOARD01", "U0BOARD02")

CHANNELS = (
    CastChannel(
        "C0STRATEGY",
        "exploitation-strategy",
        "How our services work together, never about a child",
        ("U0POLICE1", "U0HEALTH1", "U0SOCIAL1", "U0YOUTHJ1", *_COORDINATORS),
        asks=True,
    ),
    CastChannel(
        "C0PLACES1",
        "places-and-spaces",
        "Licensing, housing and public spaces; shared with Anytown Homes",
        ("U0LICENS1", "U0HOUSIN1", "U0PUBLIC1", "U0POLICE1", *_COORDINATORS),
        asks=True,
        is_ext_shared=True,
    ),
    CastChannel(
        "C0FAMILIES",
        "families-and-community",
        "Parents, faith groups, schools and charities; shared with Anytown Lanterns",
        ("U0PARENT1", "U0VOLUNT1", "U0FAITH01", "U0SCHOOL1", "U0HEALTH1", *_COORDINATORS),
        asks=True,
        is_ext_shared=True,
    ),
    CastChannel(
        "C0COORDIN8",
        "dots-coordinators",
        "Planning and drafts, for the coordinators only",
        _COORDINATORS,
        is_private=True,
    ),
    CastChannel(
        "C0BOARD001",
        "partnership-board",
        "Papers and answers of the board",
        (*_BOARD, *_COORDINATORS),
        is_private=True,
    ),
)
