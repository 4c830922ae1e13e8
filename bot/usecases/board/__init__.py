"""From replies to the board: drafts, decisions, the issue."""
