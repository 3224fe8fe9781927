"""From the HTML of an article to its sections: each heading with the text up to the next one, as search reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .entry import Section

_HEADING = re.compile(r"h([1-6])")
_UNREAD = {"script", "style", "svg", "template", "noscript"}
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp"),
    *("small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
}
_PERMALINK = "headerlink"
_SPACE = re.compile(r"[ \t\r\n\f]+")


def sections(page: str) -> tuple[Section, ...]:
    """The sections of an article's HTML. A heading of the first level is the title, which search knows already."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end_section()
    return tuple(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Section] = []
        self.level, self.heading, self.anchor = 1, "", ""
        self.text: list[str] = []
        self.in_heading = False
        self.unread: list[str] = []
        """The open elements that nobody reads, from the outermost on; all that is inside them is left out."""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        if self.unread:
            if tag == self.unread[0]:
                self.unread.append(tag)
        elif tag in _UNREAD or _PERMALINK in (named.get("class") or "").split():
            self.unread.append(tag)
        elif match := _HEADING.fullmatch(tag):
            self.end_section()
            self.level, self.heading, self.anchor = int(match[1]), "", named.get("id") or ""
            self.in_heading = True
        elif tag == "img":
            self.text.append(f" {named.get('alt') or ''} ")
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.unread:
            if tag == self.unread[-1]:
                self.unread.pop()
        elif _HEADING.fullmatch(tag) and self.in_heading:
            self.heading, self.text = _plain(self.text), []
            self.in_heading = False
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.text.append(data)

    def end_section(self) -> None:
        """Keep what was read since the last heading. What the title's own section says counts as the article's lead."""
        heading, anchor = (self.heading, self.anchor) if self.level > 1 else ("", "")
        text = _plain(self.text)
        if heading or text:
            self.found.append(Section(self.level, heading, anchor, text))
        self.text = []


def _plain(parts: list[str]) -> str:
    """Text as it reads: one space for any, blocks apart from each other."""
    blocks = (_SPACE.sub(" ", block).strip() for block in "".join(parts).split("\n"))
    return " ".join(block for block in blocks if block)
