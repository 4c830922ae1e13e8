"""Prints a digest: the same parts in the same order, whichever the paper."""
