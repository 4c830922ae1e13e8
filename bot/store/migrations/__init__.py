"""The history of the tables, oldest first. A landed migration is never edited."""
