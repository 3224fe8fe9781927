"""Turns Markdown articles into a static help center. README.md has the map of the rooms below."""

__version__ = "1.0.0"
