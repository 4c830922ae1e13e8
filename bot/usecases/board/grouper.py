"""The Group port over the table that ships with Dots. Loads it, and numpy, when first needed."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.core.digest.since import Lately, Told
from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Card, Grouping
from bot.core.themes.said import Said

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.themes.vectors import Vectors
    from bot.encoder.table import StaticTable

log = logging.getLogger(__name__)


class Grouper:
    """Groups replies; without the table only those that say the same in the same words. `folder`:
    where the table is, if not where it was installed."""

    def __init__(self, folder: "Path | None" = None) -> None:
        self._folder = folder
        self._encoder: StaticTable | None = None

    def __call__(self, said: Sequence[Said], decisions: Sequence[Decision]) -> Grouping:
        """See ports.Group."""
        # Here and not above: numpy and the table cost 40 MB, which a bot that waits can spare.
        from bot.core.themes.drafting import drafted

        vectors, table = self._encoded([each.text for each in said])
        return drafted(said, vectors, decisions, table)

    def lately(self, now: Sequence[Told], earlier: Sequence[Told]) -> Lately:
        """See ports.Group."""
        from bot.core.themes.across import lately

        both = [
            [lately.Told(id=one.id, text=one.text) for one in several] for several in (now, earlier)
        ]
        vectors, _ = self._encoded([one.text for one in (*now, *earlier)])
        found = lately.changes(both[0], both[1], vectors)
        persisting = tuple(one.now for one in found.persisting)
        return Lately(new=found.new, persisting=persisting, faded=found.faded)

    def cards(self, said: Sequence[Said], decisions: Sequence[Decision]) -> tuple[Card, ...]:
        """See ports.NextCards."""
        from bot.core.themes.group import sheets_of
        from bot.core.themes.sorting.cards import next_to_ask

        vectors, _ = self._encoded([each.text for each in said])
        return next_to_ask(sheets_of(said, vectors), decisions)

    def _encoded(self, texts: Sequence[str]) -> "tuple[Vectors | None, str]":
        from bot.encoder.table import HERE, EncoderError, StaticTable

        encoder = self._encoder = self._encoder or StaticTable(self._folder or HERE)
        try:
            return encoder(texts), encoder.id
        except EncoderError as error:
            log.error("%s", error)
            return None, ""
