"""What a question asks about: us, and not one partner's faults or one child's life."""
