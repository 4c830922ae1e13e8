"""Answers the Web API methods that an app may call; table.py names them all."""
