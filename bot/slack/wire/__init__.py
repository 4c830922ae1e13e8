"""The ways in and out: the Web API, Socket Mode, HTTP, and who we are."""
