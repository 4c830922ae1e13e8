"""What can be read from a text without knowing what it means: words, letters, language."""
