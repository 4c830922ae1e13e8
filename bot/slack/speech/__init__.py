"""How Slack writes: its text, its blocks, and what we say in them."""
