"""The Group port over the table that ships with Dots. Loads it, and numpy, when first needed."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Card, Grouping
from bot.core.themes.said import Said

if TYPE_CHECKING:
    from bot.core.themes.vectors import Vectors
    from bot.encoder.table import StaticTable

log = logging.getLogger(__name__)


class Grouper:
    """Groups replies; without the table only those that say the same in the same words."""

    def __init__(self) -> None:
        self._encoder: StaticTable | None = None

    def __call__(self, said: Sequence[Said], decisions: Sequence[Decision]) -> Grouping:
        """See ports.Group."""
        # Here and not above: numpy and the table cost 40 MB, which a bot that waits can spare.
        from bot.core.themes.drafting import drafted

        vectors, table = self._encoded(said)
        return drafted(said, vectors, decisions, table)

    def cards(self, said: Sequence[Said], decisions: Sequence[Decision]) -> tuple[Card, ...]:
        """See ports.NextCards."""
        from bot.core.themes.group import sheets_of
        from bot.core.themes.sorting.cards import next_to_ask

        vectors, _ = self._encoded(said)
        return next_to_ask(sheets_of(said, vectors), decisions)

    def _encoded(self, said: Sequence[Said]) -> "tuple[Vectors | None, str]":
        from bot.encoder.table import EncoderError, StaticTable

        encoder = self._encoder = self._encoder or StaticTable()
        try:
            return encoder([each.text for each in said]), encoder.id
        except EncoderError as error:
            log.error("%s", error)
            return None, ""
