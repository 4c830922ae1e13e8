"""What was said, as grouping sees it: words, whose they are, and what they answer."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.core.values import Value

Vectors: TypeAlias = NDArray[np.float32]
"""One row for each text, in the texts' order; rows need not be of length one."""

Embed: TypeAlias = Callable[[Sequence[str]], Vectors]
"""The port behind which an encoder stands: texts in, one row for each out. Always the same."""


class Said(Value):
    """One reply. `author` tells people apart and is never shown; `group` is what it answers.

    Replies of different groups are never put into one theme. Ids that grow with time (as Slack's
    do) keep a theme's id when later replies join it.
    """

    id: str
    text: str
    author: str
    group: str = ""
