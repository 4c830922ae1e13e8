"""Every question that may be asked somewhere: the shipped bank, and what partnerships add to it in
files and through their members."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bot.content.folders import read_own_prompts, read_prompts
from bot.core.book import Book
from bot.core.prompts import Prompt, PromptBank
from bot.settings import Settings
from bot.store import proposals
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.usecases.shelf import with_accepted


class Listed(NamedTuple):
    """A prompt, and the id of the one partnership that asks it; "" for all of them."""

    whose: str
    prompt: Prompt

    def as_json(self) -> dict[str, object]:
        """The prompt with a key that says whose it is; null for everybody's."""
        return self.prompt.model_dump(mode="json") | {"partnership": self.whose or None}


class Questions(NamedTuple):
    """The shipped bank, and every prompt there is."""

    shipped: PromptBank
    every: tuple[Listed, ...]


def read_questions(settings: Settings) -> Questions:
    """The bank and everything beside it. Raises ContentError, with every mistake."""
    shipped = read_prompts(settings.dots_prompts)
    own = _own(settings, shipped)
    theirs = (Listed(whose, prompt) for whose in sorted(own) for prompt in own[whose].prompts)
    return Questions(shipped, (*(Listed("", each) for each in shipped.prompts), *theirs))


def _own(settings: Settings, shipped: PromptBank) -> Mapping[str, PromptBank]:
    in_files = read_own_prompts(settings.dots_schedules, settings.dots_prompts)
    store = Store(settings.dots_database_url)
    if store.is_sqlite and not Path(store.url.database or "").is_file():
        return in_files  # nothing was ever kept: looking must not make a database
    migrate(store)
    with store.read() as tx:
        accepted = proposals.accepted(tx)
    book = Book(bank=shipped, partnerships=(), own=in_files)
    return with_accepted(book, accepted).own
