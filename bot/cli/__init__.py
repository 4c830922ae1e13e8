"""The commands. They read arguments and settings, call the wiring and print; decide nothing."""

from bot.cli.main import main

__all__ = ["main"]
