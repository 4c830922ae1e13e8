"""Writes the JSON Schemas into prompts/ and schedules/ of the folder it is run in."""

from pathlib import Path

from bot.content.shape import write_schemas

write_schemas(Path.cwd())
