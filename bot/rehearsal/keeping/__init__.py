"""Turns a workspace into values that can be kept, and puts them back. Writes no file."""
