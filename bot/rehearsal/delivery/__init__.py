"""Brings what happens in the workspace to the app, over Socket Mode or signed HTTP."""
