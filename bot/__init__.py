"""Dots: curiosity prompts for child-safeguarding partnerships, in Slack."""

__version__ = "0.1.0"
