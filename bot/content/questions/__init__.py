"""Files of questions: the shipped bank, a partnership's own beside it, and lists to try out."""
