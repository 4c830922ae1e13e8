"""What runs across questions, and across digests. Looks at replies, never at the questions."""
