"""The port behind which an encoder stands, and what it gives."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
"""One row for each text, in the texts' order; rows need not be of length one."""

Embed: TypeAlias = Callable[[Sequence[str]], Vectors]
"""Texts in, one row for each out; the same text always gets the same row."""
