"""The parts of a partnership a member may bring. A person says which; nobody infers it."""

from enum import StrEnum


class Sector(StrEnum):
    """A sector's stable id; `label` is what people read."""

    SOCIAL_CARE = "social-care"
    EDUCATION = "education"
    POLICE = "police"
    HEALTH = "health"
    PUBLIC_HEALTH = "public-health"
    YOUTH_JUSTICE = "youth-justice"
    HOUSING = "housing"
    LICENSING = "licensing"
    COMMUNITY_SAFETY = "community-safety"
    VOLUNTARY = "voluntary"
    FAITH = "faith"
    LEISURE_TRANSPORT = "leisure-transport"
    PARENTS_CARERS = "parents-carers"
    YOUNG_PEOPLE = "young-people"
    PROBATION = "probation"
    ADULT_SAFEGUARDING = "adult-safeguarding"
    LAY_MEMBER = "lay-member"
    OTHER = "other"
    UNSAID = "unsaid"

    @property
    def label(self) -> str:
        """The sector in words, as it follows "from" or stands in a list."""
        return _LABELS[self]


_LABELS = {
    Sector.SOCIAL_CARE: "children's social care",
    Sector.EDUCATION: "education and early years",
    Sector.POLICE: "police",
    Sector.HEALTH: "health",
    Sector.PUBLIC_HEALTH: "public health",
    Sector.YOUTH_JUSTICE: "youth justice",
    Sector.HOUSING: "housing",
    Sector.LICENSING: "licensing and trading standards",
    Sector.COMMUNITY_SAFETY: "community safety",
    Sector.VOLUNTARY: "voluntary and community groups",
    Sector.FAITH: "faith groups",
    Sector.LEISURE_TRANSPORT: "sport, leisure, transport and night-time economy",
    Sector.PARENTS_CARERS: "parents and carers",
    Sector.YOUNG_PEOPLE: "young people, through a supported route",
    Sector.PROBATION: "probation",
    Sector.ADULT_SAFEGUARDING: "adult safeguarding",
    Sector.LAY_MEMBER: "lay members",
    Sector.OTHER: "another partner",
    Sector.UNSAID: "prefer not to say",
}
