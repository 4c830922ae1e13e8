"""What follows when the guard notices something: who is told, what waits, and who decides."""
