"""Tells which sections of a translation fell behind, since when, and by how much."""
