"""The head of a file, changed a key at a time: all else in it, comments included, stays as its author wrote it."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

_FENCE = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


def change(text: str, key: str, value: str) -> str:
    """A file's text with `key` in its head holding `value`: YAML lines, `key:` among them; or without it, where empty.

    A key that is not there yet is added at the end. Raises ValueError where the file has no head.
    """
    start = _FENCE.match(text)
    end = _FENCE.search(text, start.end()) if start else None
    if start is None or end is None:
        raise ValueError("no front matter")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text[start.end() : end.start()].splitlines(keepends=True)
    new = [line + newline for line in value.splitlines()]
    first, last = _place(lines, key)
    return text[: start.end()] + "".join([*lines[:first], *new, *lines[last:]]) + text[end.start() :]


def write(file: Path, key: str, value: str) -> None:
    """Change a file. Its encoding and its line ends stay what they are."""
    raw = file.read_bytes().decode("utf-8")
    mark = "\ufeff" if raw.startswith("\ufeff") else ""
    changed = mark + change(raw.removeprefix(mark), key, value)
    if changed != raw:
        file.write_bytes(changed.encode("utf-8"))


def _place(lines: list[str], key: str) -> tuple[int, int]:
    """The first line of a key and the one behind its last; the end of the head, twice, where it is not there."""
    node = yaml.compose("".join(lines), Loader=yaml.CSafeLoader)
    keys = [each for each, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    starts = [each.start_mark.line for each in keys]
    for name, start in zip(keys, starts, strict=True):
        if name.value == key:
            end = min((other for other in starts if other > start), default=len(lines))
            while end > start + 1 and _says_nothing(lines[end - 1]):
                end -= 1  # comments and empty lines before the next key belong to it
            return start, end
    return len(lines), len(lines)


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
