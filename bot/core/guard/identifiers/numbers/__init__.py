"""Looks for numbers that an authority gave to one person."""
