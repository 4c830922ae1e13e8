"""The Group port over the table that ships with Dots. Loads it, and numpy, when first needed."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Grouping
from bot.core.themes.said import Said

if TYPE_CHECKING:
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
        from bot.encoder.table import EncoderError, StaticTable

        encoder = self._encoder = self._encoder or StaticTable()
        try:
            vectors = encoder([each.text for each in said])
        except EncoderError as error:
            log.error("%s", error)
            return drafted(said, None, decisions, encoder.id)
        return drafted(said, vectors, decisions, encoder.id)
