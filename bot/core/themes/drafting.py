"""Groups replies for a draft that a coordinator will sort, with threads across its questions."""

from collections.abc import Sequence

from bot.core.themes.across.threads import threads
from bot.core.themes.decisions import Decision
from bot.core.themes.group import grouped, sheets_of
from bot.core.themes.grouping import Grouping
from bot.core.themes.said import Said
from bot.core.themes.vectors import Vectors


def drafted(
    said: Sequence[Said], vectors: Vectors | None, decisions: Sequence[Decision], table: str
) -> Grouping:
    """Where every reply is in a draft; see group.group for what it takes. With threads."""
    sheets = sheets_of(said, vectors)
    named = "" if vectors is None else table
    grouping = grouped(sheets, decisions, table=named, to_be_sorted=True)
    return grouping.model_copy(update={"threads": threads(sheets, grouping)})
