"""What is too large, too long or too crowded to be read: a file that would take minutes, or all memory."""

from __future__ import annotations

from pathlib import Path

LONGEST_LINE = 5_000
"""Characters in a line that people write, but of drawings: Markdown takes seconds for some longer ones."""

MOST_SIGNS = {"[": 1_000, "|": 10_000, "<": 1_000}
"""Signs in a paragraph of Markdown, or before the next '>', whose time grows with their square: a second for so many
brackets, several for so many cells of a table.
"""

LARGEST, LARGEST_MARKDOWN = 1_000_000, 500_000
"""Bytes in a file that people write. A check of so much Markdown takes ten seconds."""


def unreadable(file: Path) -> tuple[str, str] | None:
    """What is wrong with a file, and the fix, where reading it may never end or take all memory. Raises OSError."""
    if not file.exists() or file.is_dir():
        return None
    if not file.is_file():  # a pipe or a device
        return "this is not a regular file", "Put a file in its place."
    most = LARGEST_MARKDOWN if file.suffix == ".md" else LARGEST
    return (f"a file of more than {most:,} bytes", "Divide it.") if file.stat().st_size > most else None


def crowded(text: str) -> tuple[int, str, str] | None:
    """The line where a text holds one sign too many of those that take long to read, what is wrong and the fix."""
    for sign, most in MOST_SIGNS.items():
        if text.count(sign) <= most:
            continue
        count = 0
        for number, line in enumerate(text.split("\n"), 1):
            is_end = ">" in line if sign == "<" else not line.strip()
            count = 0 if is_end else count + line.count(sign)
            if count > most and sign == "<":
                return number, f"more than {most:,} '<' without a '>'", "Write '&lt;' where no tag is meant."
            if count > most:
                return number, f"a paragraph of more than {most:,} '{sign}'", "Put empty lines into it."
    return None
