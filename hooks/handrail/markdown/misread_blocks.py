"""Finds lists and code blocks that the site renders differently from how they look, in what another parser makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from handrail.markdown.nodes import Misread


def misread(tokens: Sequence[Token], lines: Sequence[str], first_line: int) -> Iterator[Misread]:
    """Where Python-Markdown, stricter than CommonMark, sees no list, or the end of one."""
    items: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        start = token.map[0] if token.map else -1
        if token.type == "list_item_close":
            items.pop()
        if items and start > items[-1][0] and token.nesting >= 0 and token.type not in _WITHIN:
            is_new = tokens[place - 1].map != token.map
            if is_new and 0 <= _indent(lines[start]) - items[-1][1] < 4:
                yield Misread(
                    start + first_line,
                    "content of a list item is not indented by four spaces",
                    "Indent it by four spaces.",
                )
        if token.type == "list_item_open":
            items.append((start, _indent(lines[start])))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            if not items and start and lines[start - 1].strip() and tokens[place - 1].type == "paragraph_close":
                yield Misread(start + first_line, "no blank line before the list", "Add one.")
            if token.markup == ")":
                yield Misread(start + first_line, "a list is numbered with ')'", "Write '1.' instead.")
        elif token.type == "fence" and token.map and not _is_closed(token, lines):
            yield Misread(start + first_line, f"a code block opened with {token.markup} is not closed", "Close it.")


_WITHIN = {"inline", "list_item_open", "tr_open", "tbody_open", "thead_open", "admonition_title_open"}


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _is_closed(fence: Token, lines: Sequence[str]) -> bool:
    assert fence.map
    last = lines[fence.map[1] - 1].strip()
    return fence.map[1] - fence.map[0] > 1 and last.startswith(fence.markup) and not last.strip(fence.markup[0])
