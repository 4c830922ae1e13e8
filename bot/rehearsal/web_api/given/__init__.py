"""What a call was given: its arguments, read and checked. Does nothing with them."""
