"""Turns what was said to each question into themes, single views and what is not easily grouped.

Their order is drawn by lot: it follows neither volume nor time nor rank.
"""

from collections.abc import Mapping, Sequence

from bot.core.digest.compiling.breadth import PEOPLE_FOR_AMOUNTS, breadth
from bot.core.digest.compiling.gather import Asking, authors
from bot.core.digest.compiling.lines import Lines, Standing
from bot.core.digest.compiling.material import Material
from bot.core.digest.compiling.naming import nameable_sectors, voices
from bot.core.digest.compiling.placing import Place, placed
from bot.core.digest.compiling.threading import threads
from bot.core.digest.edits import theme as theme_target
from bot.core.digest.heard import AskedQuestion, Line, Reading, Strand, ThemeHeard, Thread
from bot.core.digest.lots import lot
from bot.core.replies import Reply
from bot.core.sectors import Sector
from bot.core.themes.grouping import Theme


class Heard:
    """What was heard in one cycle. `named`: the sectors that its digest may name."""

    def __init__(self, material: Material, askings: Sequence[Asking]) -> None:
        self._material = material
        self._cycle_id = material.cycle.id
        self._lines = Lines(material)
        self.askings = tuple(askings)
        self._replies = [reply for asking in askings for reply in asking.replies]
        self._everyone = len(authors(self._replies))
        self.places = tuple(placed(asking, material.grouping) for asking in askings)
        self._place_of = {
            asking.first.id: place for asking, place in zip(askings, self.places, strict=True)
        }
        self._standing: Mapping[str, Standing] = {
            theme.id: self._lines.standing(theme, members)
            for place in self.places
            for theme, members in place.themes
        }
        quoted = [reply for one in self._standing.values() for reply in one.all()]
        privacy = material.partnership.privacy
        self.named = nameable_sectors(self._replies, quoted, privacy, self._cycle_id)

    def threads(self) -> tuple[Thread, ...]:
        """What ran across the principles."""
        standing = {reply.id for one in self._standing.values() for reply in one.all()}
        return threads(self._material, self._lines, self.askings, self.places, self.named, standing)

    def question(self, asking: Asking) -> AskedQuestion:
        """One question with all that was said to it."""
        first, place = asking.first, self._place_of[asking.first.id]
        return AskedQuestion(
            id=first.id,
            prompt_id=first.prompt_id,
            practices=first.practices,
            text=first.question,
            follow_up=first.follow_up,
            asked_on=asking.days,
            channels=asking.channels,
            carried=first.cycle_id != self._cycle_id,
            breadth=breadth(asking.people, self._everyone) if self._everyone else None,
            people=asking.people if asking.people >= PEOPLE_FOR_AMOUNTS else None,
            themes=self._themes(asking, place),
            views=self._single(place.alone),
            loose=self._single(place.loose),
        )

    def _themes(self, asking: Asking, place: Place) -> tuple[ThemeHeard, ...]:
        drawn = sorted(place.themes, key=lambda one: lot(self._cycle_id, one[0].id))
        return tuple(self._theme(asking, theme, members) for theme, members in drawn)

    def _theme(self, asking: Asking, theme: Theme, members: Sequence[Reply]) -> ThemeHeard:
        standing, edits = self._standing[theme.id], self._material.edits
        target = theme_target(theme.id)
        quoted = {one.sector for one in standing.all() if one.sector in self.named}
        own_name = "" if edits.hides(target) is not None else theme.name
        label = edits.reworded(target, own_name)
        return ThemeHeard(
            id=theme.id,
            label=label,
            named=bool(label) and (bool(theme.given_label) or label != own_name),
            breadth=breadth(len(authors(members)), asking.people),
            voices=voices(
                members,
                self.named,
                [one for one in quoted if one is not None],
                self._material.partnership.privacy,
                self._cycle_id,
            ),
            reply_ids=tuple(one.id for one in members),
            lines=tuple(self._quote(theme, one) for one in standing.quotes),
            readings=tuple(
                Reading(reply_ids=side, line=self._quote(theme, one) if one else None)
                for side, one in zip(theme.readings or (), standing.readings, strict=True)
            ),
            strands=tuple(
                Strand(reply_ids=part, line=self._quote(theme, one) if one else None)
                for part, one in zip(theme.subthemes, standing.strands, strict=True)
            ),
        )

    def _quote(self, theme: Theme, reply: Reply) -> Line:
        alike = next((fold for fold in theme.folded if reply.id in fold), ())
        return self._lines.line(reply, alike, self._sector_of(reply))

    def _sector_of(self, reply: Reply) -> Sector | None:
        return reply.sector if reply.sector in self.named else None

    def _single(self, replies: Sequence[Reply]) -> tuple[Line, ...]:
        drawn = sorted(replies, key=lambda one: (lot(self._cycle_id, one.id), one.id))
        return tuple(self._lines.line(one) for one in drawn)
