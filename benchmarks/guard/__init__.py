"""How much each of the guard's detectors finds, how much it wrongly flags, and how long it takes.

    ./dots bench guard             the same as  python -m benchmarks.guard
    ./dots bench guard --json
    ./dots bench guard --misses    every reply of the tuned part that was judged wrongly

Every detector has two sets of invented replies under `sets/`: it was tuned on the one, and the
other was kept aside. How they are written is told in `sets.py`.
"""

from benchmarks.guard.measuring import measure, misses
from benchmarks.guard.telling import in_words

__all__ = ["in_words", "measure", "misses"]
