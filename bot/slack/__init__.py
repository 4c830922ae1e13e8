"""TALKS: Bolt and the Web API; the only door to Slack's dialect."""
