"""YAML in: prompts/ and schedules/, every mistake reported at once.

Reads and refuses; writes nothing but the schemas for editors, and plans nothing. Imports nothing
here: whoever only reads a file of replies need not wait for word lists and calendars.
"""
