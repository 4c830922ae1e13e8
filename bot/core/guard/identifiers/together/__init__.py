"""Looks for details that identify nobody by themselves, and one child when they stand together."""
