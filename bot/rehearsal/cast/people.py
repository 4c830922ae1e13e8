"""Names the invented people of a rehearsal, their channels, and which of them sit where.

Decides nothing that they do (`cast.py` does), seats nobody elsewhere (`seating.py` does), and
resembles no real person, service or place.
"""

from bot.rehearsal.world.state import Channel, Person, Team

TEAM = Team("T0ANYTOWN", "Anytown Safeguarding Children Partnership", "anytown")
OTHER_TEAMS = (
    Team("T0LANTERNS", "Anytown Lanterns (a youth charity)", "anytown-lanterns"),
    Team("T0ANYHOMES", "Anytown Homes (a housing association)", "anytown-homes"),
)
_LANTERNS, _HOMES = (team.id for team in OTHER_TEAMS)

COORDINATORS = ("U0COORDI1", "U0COORDI2")
BOARD_MEMBERS = ("U0BOARD01", "U0BOARD02")

_COORDINATOR_NAMES = (
    ("Ruth Applegarth-Singh", "Partnership business manager"),
    ("Dylan Cloudesley", "Business support officer"),
    ("Wren Tolliver-Asante", "Partnership support officer"),
    ("Hamish Duckworth-Rao", "Training coordinator"),
)

ASKING_CHANNELS = ("C0STRATEGY", "C0PLACES01", "C0FAMILIES")
COORDINATORS_CHANNEL = "C0COORDIN8"
BOARD_CHANNEL = "C0BOARD001"


def people() -> tuple[Person, ...]:
    """Everybody, new each time. `sector` is the id by which a partnership knows a sector."""
    return (
        Person("U0POLICE1", "Idris Penhallow-Reed", "Detective superintendent", "police"),
        Person("U0HEALTH1", "Mei Ashdown-Lark", "Designated nurse", "health"),
        Person("U0SOCIAL1", "Tamsin Okoro-Vale", "Head of family help", "social-care"),
        Person("U0SCHOOL1", "Gethin Marlowe-Pike", "Head teachers' representative", "education"),
        Person("U0YOUTHJ1", "Farida Quillfeather", "Youth justice manager", "youth-justice"),
        Person("U0PUBLIC1", "Nadia Winterbourne-Ng", "Public health analyst", "public-health"),
        Person("U0LICENS1", "Piotr Larkspur", "Licensing officer", "licensing"),
        Person("U0FAITH01", "Imran Thistlewood", "Faith forum convenor", "faith"),
        Person(
            "U0PARENT1", "Josie Hartwhistle", "Parent representative", "parents-carers",
            is_guest=True,
        ),
        Person("U0VOLUNT1", "Saoirse Dunnock-Bey", "Youth worker", "voluntary", _LANTERNS),
        Person("U0HOUSIN1", "Bram Oyelaran-Stone", "Housing manager", "housing", _HOMES),
        Person(
            "U0COORDI1", "Ruth Applegarth-Singh", "Partnership business manager",
            part="coordinator",
        ),
        Person(
            "U0COORDI2", "Dylan Cloudesley", "Business support officer",
            part="coordinator",
        ),
        Person(
            "U0BOARD01", "Marguerite Osei-Flint", "Independent chair", "lay-member",
            part="board",
        ),
        Person(
            "U0BOARD02", "Alasdair Brindlecombe", "Lead member", "lay-member",
            part="board",
        ),
    )  # fmt: skip


def coordinator(user_id: str, place: int) -> Person:
    """A coordinator with that id; `place` says which name. After the names come numbers."""
    if place < len(_COORDINATOR_NAMES):
        return Person(user_id, *_COORDINATOR_NAMES[place], part="coordinator")
    name = f"Coordinator {place + 1}"
    return Person(user_id, name, "Business support officer", part="coordinator")


def channels() -> tuple[Channel, ...]:
    """Every channel with its people, new each time. Dots itself is invited by the wiring."""
    strategy = ("U0POLICE1", "U0HEALTH1", "U0SOCIAL1", "U0YOUTHJ1")
    places = ("U0LICENS1", "U0HOUSIN1", "U0PUBLIC1", "U0POLICE1")
    families = ("U0PARENT1", "U0VOLUNT1", "U0FAITH01", "U0SCHOOL1", "U0HEALTH1")
    return (
        Channel(
            ASKING_CHANNELS[0],
            "exploitation-strategy",
            "How our services work together, never about a child",
            members=[*strategy, *COORDINATORS],
        ),
        Channel(
            ASKING_CHANNELS[1],
            "places-and-spaces",
            "Licensing, housing and public spaces; shared with Anytown Homes",
            is_ext_shared=True,
            members=[*places, *COORDINATORS],
        ),
        Channel(
            ASKING_CHANNELS[2],
            "families-and-community",
            "Parents, faith groups, schools and charities; shared with Anytown Lanterns",
            is_ext_shared=True,
            members=[*families, *COORDINATORS],
        ),
        Channel(
            COORDINATORS_CHANNEL,
            "dots-coordinators",
            "Planning and drafts, for the coordinators only",
            is_private=True,
            members=[*COORDINATORS],
        ),
        Channel(
            BOARD_CHANNEL,
            "partnership-board",
            "Papers and answers of the board",
            is_private=True,
            members=[*BOARD_MEMBERS, *COORDINATORS],
        ),
    )
