"""What the board may see: replies become a Digest."""
