"""Parses an article's Markdown into nodes with line numbers.

The site's own converter, Python-Markdown, reports no lines. This parses the same text with markdown-it, configured for
the same syntax: admonitions, details, tables, definition lists, attribute lists. A test compares the two parsers on
every article; where the site would render a list differently from how it looks, the rule structure/misread says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from handrail.markdown.misread_blocks import misread
from handrail.markdown.nodes import (
    ATTRIBUTES,
    Admonition,
    Bullets,
    Code,
    Element,
    Heading,
    Html,
    Image,
    Link,
    Part,
    Passage,
    Steps,
    Table,
)
from handrail.markdown.suppressions import blanked

_ID = re.compile(r"(?:^|\s)#([^\s}]+)")
_KINDS = {"admonition_title_open": "title", "heading_open": "heading", "th_open": "cell", "td_open": "cell"}
_TAB = re.compile(r'^([ ]*)===[!+]*(?=[ ]+")', re.MULTILINE)
"""The start of a tab, whose text is indented as that of an admonition is."""
_ALERT = re.compile(r"\[!(\w+)\]")
"""The first line of a quotation that GitHub, and the site, shows as an admonition."""
_CONTAINERS = {"blockquote_open": "quote", "list_item_open": "item", "dd_open": "item", "dt_open": "term"}


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("text_join")
    parser.use(admon_plugin).use(deflist_plugin).use(footnote_plugin, inline=False)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # rules must see unsafe ones too
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def parse(markdown: str, first_line: int = 1) -> tuple[Element, ...]:
    """The nodes of the text in document order. A list comes before its content."""
    text = _TAB.sub(r"\1!!! tab", blanked(markdown).replace("\0", "�"))
    tokens = _parser().parse(text)
    return (*_elements(tokens, first_line), *misread(tokens, text.split("\n"), first_line))


def _elements(tokens: Sequence[Token], first_line: int) -> Iterator[Element]:
    enclosing = ["paragraph"]
    for place, token in enumerate(tokens):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield from _inline(token, line, _KINDS.get(tokens[place - 1].type, enclosing[-1]), tokens[place - 1])
        elif token.type in _CONTAINERS:
            if token.type == "blockquote_open":
                yield from _alert(tokens, place, line)
            enclosing.append(_CONTAINERS[token.type])
        elif token.type.removesuffix("_close") + "_open" in _CONTAINERS:
            enclosing.pop()
        elif token.type in ("fence", "code_block"):
            language = token.info.split()[0] if token.info.strip() else ""
            yield Code(line, language, token.content, int(token.type == "fence"))
        elif token.type == "html_block":
            yield Html(line, token.content)
        elif token.type == "admonition_open":
            kind = str(token.meta.get("tag", ""))
            if kind != "tab":
                yield Admonition(line, kind)
        elif token.type == "ordered_list_open":
            yield Steps(line, _count(tokens, place, "list_item_open", 1), int(token.attrs.get("start", 1)))
        elif token.type == "bullet_list_open":
            yield Bullets(line, _count(tokens, place, "list_item_open", 1))
        elif token.type == "table_open":
            cells = _count(tokens, place, "th_open") + _count(tokens, place, "td_open")
            yield Table(line, _count(tokens, place, "tr_open"), cells)


def _alert(tokens: Sequence[Token], place: int, line: int) -> Iterator[Admonition]:
    """The admonition that a quotation is, if it is one. Its mark is taken out of its text."""
    first = next((token for token in tokens[place + 1 : place + 3] if token.type == "inline"), None)
    match = _ALERT.match(first.content) if first else None
    if first and match:
        first.children = (first.children or [])[1:]
        yield Admonition(line, match[1].lower())


def _count(tokens: Sequence[Token], place: int, kind: str, depth: int | None = None) -> int:
    """How many tokens of a kind are inside what opens at `place`; with a `depth`, only so many levels down."""
    level, closing = tokens[place].level, tokens[place].type.replace("_open", "_close")
    count = 0
    for token in tokens[place + 1 :]:
        if token.type == closing and token.level == level:
            break
        count += token.type == kind and (depth is None or token.level == level + depth)
    return count


def _inline(token: Token, line: int, kind: str, opening: Token) -> Iterator[Element]:
    """The passage, then the links, images and HTML in it."""
    parts: list[Part] = []
    inside: list[Element] = []
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
                cursor, breaks = _after_code(token.content, child.markup, cursor)
                line += breaks
            case "html_inline":
                parts.append(Part(line, "html", child.content))
                inside.append(Html(line, child.content))
                line += child.content.count("\n")
            case "image":
                parts.append(Part(line, "alt", child.content))
                inside.append(Image(line, child.content, str(child.attrs.get("src", ""))))
            case "link_open":
                links.append((line, child, len(parts)))
            case "link_close":
                at, opened, first = links.pop()
                text = "".join(part.text for part in parts[first:] if part.kind != "html")
                inside.append(Link(at, text, str(opened.attrs.get("href", ""))))
    passage = Passage(start, kind, tuple(parts))
    if kind == "heading":
        yield _heading(passage, int(opening.tag[1]))
    yield passage
    yield from inside


def _after_code(source: str, ticks: str, cursor: int) -> tuple[int, int]:
    """The offset after the next code span in `source`, and the number of line breaks in it."""
    start = source.find(ticks, cursor)
    end = source.find(ticks, start + len(ticks))
    return end + len(ticks), source.count("\n", start, end)


def _heading(passage: Passage, level: int) -> Heading:
    words = "".join(part.text for part in passage.parts if part.kind != "html")
    attributes = [match for match in ATTRIBUTES.finditer(words) if not words[match.end() :].strip()]
    id = _ID.search(attributes[-1][1]) if attributes else None
    text = words[: attributes[-1].start()] if attributes else words
    return Heading(passage.line, level, text.strip(), id[1] if id else "")
