"""Slack's JSON: how things look to the app, and how it is told of them. Changes nothing."""
