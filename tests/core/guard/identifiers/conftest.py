"""The detector as the bot asks it, with the lists that come with the package."""

import pytest

from bot.content.lexicon import lexicon
from bot.content.names import name_weights
from bot.core.guard.examine import Detect
from bot.core.guard.identifiers import Allowed, identifiers


@pytest.fixture(scope="session")
def detect() -> Detect:
    own = Allowed(numbers=frozenset({"01632960444"}), names=frozenset({"kestrel house"}))
    return identifiers(own, lexicon(), name_weights())
