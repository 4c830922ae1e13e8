"""Whether everybody at the table can read a question once and take it in."""
