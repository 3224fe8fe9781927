"""Text as XML wants it. The library's `xml.sax.saxutils` does the same, and brings a whole HTTP client with it."""

from __future__ import annotations

from html import escape


def text(value: str) -> str:
    return escape(value, quote=False)


def attribute(value: str) -> str:
    """A value with its quotes."""
    return f'"{escape(value)}"'
