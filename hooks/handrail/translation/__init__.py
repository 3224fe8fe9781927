"""Finds the sections of a translation that are outdated, since when, and by how much."""
