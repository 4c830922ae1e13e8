"""Groups rows of numbers. Knows nothing of words, people or themes."""
