"""Private replies in SQL, and what follows them."""
