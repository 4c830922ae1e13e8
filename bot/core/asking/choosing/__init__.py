"""What to ask next: the order of the principles, then the prompts. Knows no dates."""
