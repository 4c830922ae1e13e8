"""Turns texts into vectors with the table it ships (see PROVENANCE.md). Asks no network."""
