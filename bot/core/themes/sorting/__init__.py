"""What to ask whoever sorts: one card at a time, the most useful first."""
