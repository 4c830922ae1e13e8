"""When to ask, what to ask next, and what a change of plan changes."""
