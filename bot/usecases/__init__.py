"""DOES: one verb a file, one transaction each."""
