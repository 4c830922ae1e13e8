"""Looks for who somebody is: names, initials, birthdays, rows of a list of people."""
