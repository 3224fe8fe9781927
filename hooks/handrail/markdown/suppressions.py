"""Suppression comments: an author lets one place break a rule, and says why.

In Markdown `<!-- check: allow structure/alt-text: a decoration -->`, in front matter or a data file `# check: allow …`.
A comment covers the line that it is on; alone on a line, the next line with content. It is removed before publishing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COMMENT = r"check:\s*allow\b\s*(?P<rule>[^\s:]*)\s*:?\s*(?P<reason>.*?)"
_IN_MARKDOWN = re.compile(rf"<!--\s*{_COMMENT}\s*-->")
_IN_YAML = re.compile(rf"(?:^|(?<=\s))#\s*{_COMMENT}\s*$")


@dataclass(frozen=True)
class Suppression:
    path: str
    line: int
    """Where the comment is."""
    covers: int
    """The line whose findings it suppresses."""
    rule: str
    """The rule's id, as it is written."""
    reason: str


def in_markdown(path: str, lines: list[str], first_line: int = 1) -> Iterator[Suppression]:
    return _suppressions(_IN_MARKDOWN, path, lines, first_line)


def in_yaml(path: str, lines: list[str], first_line: int = 1) -> Iterator[Suppression]:
    return _suppressions(_IN_YAML, path, lines, first_line)


def removed(markdown: str) -> str:
    """The Markdown to publish: without suppression comments, and without lines that hold nothing else."""
    if "check:" not in markdown:
        return markdown
    lines = markdown.split("\n")
    return "\n".join(_IN_MARKDOWN.sub("", line).rstrip() for line in lines if not _is_alone(_IN_MARKDOWN, line))


def blanked(markdown: str) -> str:
    """The Markdown without suppression comments, every line keeping its number."""
    if "check:" not in markdown:
        return markdown
    return "\n".join(_IN_MARKDOWN.sub("", line) for line in markdown.split("\n"))


def _suppressions(pattern: re.Pattern[str], path: str, lines: list[str], first_line: int) -> Iterator[Suppression]:
    for index, line in enumerate(lines):
        if "check:" not in line:
            continue
        for match in pattern.finditer(line):
            covers = _next(pattern, lines, index) if _is_alone(pattern, line) else index
            yield Suppression(path, index + first_line, covers + first_line, match["rule"], match["reason"].strip())


def _is_alone(pattern: re.Pattern[str], line: str) -> bool:
    return "check:" in line and pattern.search(line) is not None and not pattern.sub("", line).strip()


def _next(pattern: re.Pattern[str], lines: list[str], index: int) -> int:
    """The next line that holds more than suppression comments; the last line where there is none."""
    later = range(index + 1, len(lines))
    return next((at for at in later if lines[at].strip() and not _is_alone(pattern, lines[at])), len(lines) - 1)
