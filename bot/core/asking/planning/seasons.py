"""Which season a local day belongs to, by the meteorological calendar of these islands."""

from datetime import date

from bot.core.prompts import Season

# Three whole months each, as the Met Office counts them:
# https://www.metoffice.gov.uk/weather/learn-about/weather/seasons
_BY_QUARTER = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)


def season_of(day: date) -> Season:
    """The season of a day; December, January and February are winter."""
    return _BY_QUARTER[day.month % 12 // 3]
