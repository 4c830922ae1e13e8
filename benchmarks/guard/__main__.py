"""`python -m benchmarks.guard`, the same as `dots bench guard`."""

import sys

from benchmarks.guard import in_words, measure

if __name__ == "__main__":
    sys.stdout.write(in_words(measure()) + "\n")
