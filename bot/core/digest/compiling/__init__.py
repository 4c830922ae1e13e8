"""What the board may see: which replies, in which place, under which name."""
