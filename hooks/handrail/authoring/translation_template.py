"""The start of a translation: all that must be the same in every language is there, and a … wherever words belong.

What the original says stands above each part, in a comment, for whoever translates it.
"""

from __future__ import annotations

import re

from handrail.markdown.nodes import ATTRIBUTES
from handrail.translation import drift

GAP = "…"
_FENCE = re.compile(r"[ \t]*(```+|~~~+)")
_MARK = re.compile(r"[ \t]*(?:(?:[-*+]|[0-9]+[.)]|\#{1,6}|>|:)[ \t]+|(?:!!!|\?\?\?\+?)[ \t]+[\w-]+[ \t]*)?")
_NAMED = re.compile(r"[ \t]*\[[^\]]+\]:[ \t]")
_ROW = re.compile(r"[ \t]*\|")
_RULE = re.compile(r"[-: |\t]+")
_KEPT = re.compile(rf"`+[^`]+`+|!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])|<[^>\s][^>]*>|{ATTRIBUTES.pattern}")
_LINK = re.compile(r"(!?)\[[^\]]*\]")


def skeleton(body: str) -> str:
    """The body of an original as the start of its translation."""
    parts = drift.sections("", "", body)
    return "\n".join(_section(text.strip("\n")) for text in parts.values() if text.strip()).rstrip("\n") + "\n"


def _section(text: str) -> str:
    lines = text.split("\n")
    heading = [_line(lines.pop(0)), ""] if lines[0].startswith("#") else []
    said = "\n".join(lines).strip("\n")
    if not said:
        return "\n".join(heading)
    comment = said.replace("-->", "-- >").replace("<!--", "< !--")
    return "\n".join([*heading, "<!--", comment, "-->", "", *_lines(said.split("\n")), ""])


def _lines(lines: list[str]) -> list[str]:
    made = []
    fence = ""
    for line in lines:
        if fence:
            made.append(line)
            fence = "" if line.strip().startswith(fence) else fence
        elif start := _FENCE.match(line):
            made.append(line)
            fence = start[1]
        elif _NAMED.match(line):
            made.append(line)
        elif _ROW.match(line):
            cells = line.split("|")
            made.append(line if _RULE.fullmatch(line) else "|".join(_cell(cell) for cell in cells))
        else:
            made.append(_line(line))
    return made


def _line(line: str) -> str:
    mark = _MARK.match(line)
    start = mark[0] if mark else ""
    rest = line[len(start) :]
    if start.strip().startswith(("!!!", "???")):
        return f'{start}"{GAP}"' if rest.strip() else start.rstrip()
    return (start + _words(rest)).rstrip()


def _cell(cell: str) -> str:
    return f" {_words(cell)} " if cell.strip() else cell


def _words(text: str) -> str:
    """A gap for each run of words; links, code, pictures and attributes between them stay."""
    found, place = [], 0
    for kept in [*_KEPT.finditer(text), None]:
        between = text[place : kept.start() if kept else len(text)]
        if re.search(r"\w", between):
            found.append(GAP)
        if kept:
            found.append(_LINK.sub(rf"\1[{GAP}]", kept[0], count=1) if "[" in kept[0][:2] else kept[0])
            place = kept.end()
    return " ".join(found)
