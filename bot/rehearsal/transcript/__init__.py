"""Writes down a whole rehearsal as one page to keep. Shows everything, so it is for its owner."""
