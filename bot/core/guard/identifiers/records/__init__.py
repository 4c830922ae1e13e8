"""Looks for what leads to a record about somebody: references, court numbers, number plates."""
