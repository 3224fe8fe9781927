"""Silences: where an author lets one place break a rule, and says why.

In Markdown `<!-- check: allow shape/alt-text: a decoration -->`, in a head or a data file `# check: allow …`. It covers
the line it stands on; alone on a line, the next line that holds something. Readers never get it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SAID = r"check:\s*allow\b\s*(?P<rule>[^\s:]*)\s*:?\s*(?P<reason>.*?)"
_IN_MARKDOWN = re.compile(rf"<!--\s*{_SAID}\s*-->")
_IN_YAML = re.compile(rf"(?:^|(?<=\s))#\s*{_SAID}\s*$")


@dataclass(frozen=True)
class Silence:
    path: str
    line: int
    """Where it stands."""
    covers: int
    """The line that it speaks of."""
    rule: str
    reason: str


def in_markdown(path: str, lines: list[str], first_line: int = 1) -> Iterator[Silence]:
    return _silences(_IN_MARKDOWN, path, lines, first_line)


def in_yaml(path: str, lines: list[str], first_line: int = 1) -> Iterator[Silence]:
    return _silences(_IN_YAML, path, lines, first_line)


def removed(markdown: str) -> str:
    """The Markdown as readers get it: without silences, and without the lines that held nothing else."""
    if "check:" not in markdown:
        return markdown
    lines = markdown.split("\n")
    return "\n".join(_IN_MARKDOWN.sub("", line).rstrip() for line in lines if not _alone(_IN_MARKDOWN, line))


def blanked(markdown: str) -> str:
    """The Markdown without silences, each line where it was."""
    if "check:" not in markdown:
        return markdown
    return "\n".join(_IN_MARKDOWN.sub("", line) for line in markdown.split("\n"))


def _silences(pattern: re.Pattern[str], path: str, lines: list[str], first_line: int) -> Iterator[Silence]:
    for number, line in enumerate(lines):
        if "check:" not in line:
            continue
        for match in pattern.finditer(line):
            covers = _next(pattern, lines, number) if _alone(pattern, line) else number
            yield Silence(path, number + first_line, covers + first_line, match["rule"], match["reason"].strip())


def _alone(pattern: re.Pattern[str], line: str) -> bool:
    return "check:" in line and pattern.search(line) is not None and not pattern.sub("", line).strip()


def _next(pattern: re.Pattern[str], lines: list[str], number: int) -> int:
    """The next line that holds something, and not only silences; the last one where there is none."""
    later = range(number + 1, len(lines))
    return next((at for at in later if lines[at].strip() and not _alone(pattern, lines[at])), len(lines) - 1)
