"""The template of a translation: what must be the same in every language, with placeholders for the words.

The text of the original precedes each section as a comment, for the translator.
"""

from __future__ import annotations

import re

from handrail.markdown import code_fences
from handrail.markdown.nodes import ATTRIBUTES
from handrail.schema.fields import PLACEHOLDER
from handrail.translation import drift

_PREFIX = re.compile(r"[ \t]*(?:(?:[-*+]|[0-9]+[.)]|\#{1,6}|>|:)[ \t]+|(?:!!!|\?\?\?\+?)[ \t]+[\w-]+[ \t]*)?")
_DEFINITION = re.compile(r"[ \t]*\[[^\]]+\]:[ \t]")
_TABLE_ROW = re.compile(r"[ \t]*\|")
_DELIMITER_ROW = re.compile(r"[-: |\t]+")
_UNTRANSLATED = re.compile(rf"`+[^`]+`+|!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])|<[^>\s][^>]*>|{ATTRIBUTES.pattern}")
_LINK = re.compile(r"(!?)\[[^\]]*\]")


def template(content: str) -> str:
    """The content of an original as the template of its translation."""
    sections = drift.sections("", "", content)
    return "\n".join(_section(text.strip("\n")) for text in sections.values() if text.strip()).rstrip("\n") + "\n"


def _section(text: str) -> str:
    lines = text.split("\n")
    heading = [_line(lines.pop(0)), ""] if lines[0].startswith("#") else []
    original = "\n".join(lines).strip("\n")
    if not original:
        return "\n".join(heading)
    comment = original.replace("-->", "-- >").replace("<!--", "< !--")
    return "\n".join([*heading, "<!--", comment, "-->", "", *_lines(original.split("\n")), ""])


def _lines(lines: list[str]) -> list[str]:
    template = []
    for line, is_code in code_fences.marked(lines):
        if is_code or _DEFINITION.match(line):
            template.append(line)
        elif _TABLE_ROW.match(line):
            cells = line.split("|")
            template.append(line if _DELIMITER_ROW.fullmatch(line) else "|".join(_cell(cell) for cell in cells))
        else:
            template.append(_line(line))
    return template


def _line(line: str) -> str:
    prefix = _PREFIX.match(line)
    start = prefix[0] if prefix else ""
    rest = line[len(start) :]
    if start.strip().startswith(("!!!", "???")):
        return f'{start}"{PLACEHOLDER}"' if rest.strip() else start.rstrip()
    return (start + _words(rest)).rstrip()


def _cell(cell: str) -> str:
    return f" {_words(cell)} " if cell.strip() else cell


def _words(text: str) -> str:
    """A placeholder for each run of words; links, code, images and attributes between them stay."""
    parts, end = [], 0
    for match in [*_UNTRANSLATED.finditer(text), None]:
        words = text[end : match.start() if match else len(text)]
        if re.search(r"\w", words):
            parts.append(PLACEHOLDER)
        if match:
            parts.append(_LINK.sub(rf"\1[{PLACEHOLDER}]", match[0], count=1) if "[" in match[0][:2] else match[0])
            end = match.end()
    return " ".join(parts)
