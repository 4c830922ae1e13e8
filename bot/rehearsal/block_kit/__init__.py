"""Checks blocks and views against Slack's limits; draws nothing."""
