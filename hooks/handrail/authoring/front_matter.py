"""Changes a key in the front matter of a file, and keeps everything else in it, comments included."""

from __future__ import annotations

from pathlib import Path

import yaml

from handrail.authoring import whole_file
from handrail.content.markdown_file import fences


def change(text: str, key: str, value: str) -> str:
    """The text of a file with a new value for a key. `value` is YAML, `key:` included; empty deletes the key.

    A missing key is added at the end. Raises ValueError where the file has no front matter.
    """
    start, end = fences(text)
    if start is None or end is None:
        raise ValueError("no front matter")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text[start.end() : end.start()].splitlines(keepends=True)
    new = [line + newline for line in value.splitlines()]
    first, last = _place(lines, key)
    return text[: start.end()] + "".join([*lines[:first], *new, *lines[last:]]) + text[end.start() :]


def write(file: Path, key: str, value: str) -> None:
    """Change a file, and keep its byte order mark and its line endings."""
    raw = file.read_bytes().decode("utf-8")
    bom = "\ufeff" if raw.startswith("\ufeff") else ""
    changed = bom + change(raw.removeprefix(bom), key, value)
    if changed != raw:
        whole_file.write(file, changed)


def _place(lines: list[str], key: str) -> tuple[int, int]:
    """The first line of a key and the line after its last one; twice the end where the key is missing."""
    node = yaml.compose("".join(lines), Loader=yaml.CSafeLoader)
    keys = [key_node for key_node, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    starts = [key_node.start_mark.line for key_node in keys]
    for key_node, start in zip(keys, starts, strict=True):
        if key_node.value == key:
            end = min((other for other in starts if other > start), default=len(lines))
            while end > start + 1 and _is_comment(lines[end - 1]):
                end -= 1  # comments and empty lines before the next key belong to it
            return start, end
    return len(lines), len(lines)


def _is_comment(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
