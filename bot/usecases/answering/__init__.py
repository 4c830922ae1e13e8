"""Answering privately: the form, what is kept of it, and reaching an author nobody knows."""
