"""REMEMBERS: rows stay inside; core values go in and out."""
