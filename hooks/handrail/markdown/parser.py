"""Markdown taken apart: from a text to what it is made of.

The site's own Markdown knows no lines. This reads the same text with markdown-it, told to see what the site sees:
admonitions, details, tables, definitions, attributes in braces. A test holds the two readings against each other for
every article; where the site would read a list otherwise than its author meant it, a rule of shape says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin

from handrail.markdown.nodes import (
    ATTRIBUTES,
    Code,
    Element,
    Heading,
    Html,
    Link,
    Misread,
    Note,
    Part,
    Passage,
    Picture,
    Steps,
)
from handrail.markdown.suppressions import blanked

_ID = re.compile(r"(?:^|\s)#([^\s}]+)")
_KINDS = {"admonition_title_open": "title", "heading_open": "heading", "th_open": "cell", "td_open": "cell"}
_OPENED = {"blockquote_open": "quote", "list_item_open": "item", "dd_open": "item", "dt_open": "term"}


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table").disable("text_join")
    reader.use(admon_plugin).use(deflist_plugin)
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # rules are to see the worst of them
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return reader


def parse(markdown: str, first_line: int = 1) -> tuple[Element, ...]:
    """What the text is made of, in the order of the file. A list comes before what stands in it."""
    text = blanked(markdown).replace("\0", "�")
    tokens = _reader().parse(text)
    return (*_elements(tokens, first_line), *_misread(tokens, text.split("\n"), first_line))


def _elements(tokens: Sequence[Token], first_line: int) -> Iterator[Element]:
    around = ["paragraph"]
    for place, token in enumerate(tokens):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield from _inline(token, line, _KINDS.get(tokens[place - 1].type, around[-1]), tokens[place - 1])
        elif token.type in _OPENED:
            around.append(_OPENED[token.type])
        elif token.type.removesuffix("_close") + "_open" in _OPENED:
            around.pop()
        elif token.type in ("fence", "code_block"):
            language = token.info.split()[0] if token.info.strip() else ""
            yield Code(line, language, token.content, int(token.type == "fence"))
        elif token.type == "html_block":
            yield Html(line, token.content)
        elif token.type == "admonition_open":
            yield Note(line, str(token.meta.get("tag", "")))
        elif token.type == "ordered_list_open":
            yield Steps(line, _items(tokens, place))


def _misread(tokens: Sequence[Token], lines: Sequence[str], first_line: int) -> Iterator[Misread]:
    """Where the site sees no list, or the end of one: its Markdown is older than most, and stricter."""
    items: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        start = token.map[0] if token.map else -1
        if token.type == "list_item_close":
            items.pop()
        if items and start > items[-1][0] and token.nesting >= 0 and token.type not in _WITHIN:
            is_new = tokens[place - 1].map != token.map
            if is_new and 0 <= _indent(lines[start]) - items[-1][1] < 4:
                yield Misread(start + first_line, "a part of an item that is not indented by four", "Indent it so.")
        if token.type == "list_item_open":
            items.append((start, _indent(lines[start])))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            if not items and start and lines[start - 1].strip() and tokens[place - 1].type == "paragraph_close":
                yield Misread(start + first_line, "a list without an empty line before it", "Add the empty line.")
            if token.markup == ")":
                yield Misread(start + first_line, "a list numbered with ')'", "Write '1.' instead.")
        elif token.type == "fence" and token.map and not _is_closed(token, lines):
            yield Misread(start + first_line, f"code that begins with {token.markup} and does not end", "Close it.")


_WITHIN = {"inline", "list_item_open", "tr_open", "tbody_open", "thead_open", "admonition_title_open"}


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _is_closed(fence: Token, lines: Sequence[str]) -> bool:
    assert fence.map
    last = lines[fence.map[1] - 1].strip()
    return fence.map[1] - fence.map[0] > 1 and last.startswith(fence.markup) and not last.strip(fence.markup[0])


def _items(tokens: Sequence[Token], place: int) -> int:
    level, count = tokens[place].level, 0
    for token in tokens[place + 1 :]:
        if token.type == "ordered_list_close" and token.level == level:
            break
        count += token.type == "list_item_open" and token.level == level + 1
    return count


def _inline(token: Token, line: int, kind: str, opening: Token) -> Iterator[Element]:
    """The passage, and what stands in it."""
    parts: list[Part] = []
    found: list[Element] = []
    links: list[tuple[int, Token, int]] = []
    start, cursor = line, 0
    for child in token.children or ():
        match child.type:
            case "softbreak" | "hardbreak":
                parts.append(Part(line, "text", "\n"))
                line += 1
            case "text" | "text_special":
                parts.append(Part(line, "text" if child.type == "text" else "sign", child.content))
            case "code_inline":
                parts.append(Part(line, "code", child.content))
                cursor, ends = _behind(token.content, child.markup, cursor)
                line += ends
            case "html_inline":
                parts.append(Part(line, "html", child.content))
                found.append(Html(line, child.content))
                line += child.content.count("\n")
            case "image":
                parts.append(Part(line, "alt", child.content))
                found.append(Picture(line, child.content, str(child.attrs.get("src", ""))))
            case "link_open":
                links.append((line, child, len(parts)))
            case "link_close":
                at, opened, first = links.pop()
                text = "".join(part.text for part in parts[first:] if part.kind != "html")
                found.append(Link(at, text, str(opened.attrs.get("href", "")), opened.markup == "autolink"))
    passage = Passage(start, kind, tuple(parts))
    if kind == "heading":
        yield _heading(passage, int(opening.tag[1]))
    yield passage
    yield from found


def _behind(source: str, ticks: str, cursor: int) -> tuple[int, int]:
    """The place behind the next piece of code in `source`, and the line ends in it."""
    start = source.find(ticks, cursor)
    end = source.find(ticks, start + len(ticks))
    return end + len(ticks), source.count("\n", start, end)


def _heading(passage: Passage, level: int) -> Heading:
    words = "".join(part.text for part in passage.parts if part.kind != "html")
    behind = [match for match in ATTRIBUTES.finditer(words) if not words[match.end() :].strip()]
    id = _ID.search(behind[-1][1]) if behind else None
    text = words[: behind[-1].start()] if behind else words
    return Heading(passage.line, level, text.strip(), id[1] if id else "")
