"""Reads an article's Markdown as nodes with lines, sections, and comments that suppress a rule."""
