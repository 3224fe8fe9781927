"""From the HTML of an article to its sections: each heading with the text up to the next one, as search reads it.

The library's own parser of HTML reads any page there is, and takes several times as long as this, which reads pages
that Markdown made. A test holds the two against each other.
"""

from __future__ import annotations

import re
from html import unescape

from handrail.search.document import Section

_TOKEN = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*)([^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*)>|<!--.*?-->|<[!?][^>]*>",
    re.DOTALL,
)
_UNPARSED = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_UNREAD = {"svg", "template", "noscript"}
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp"),
    *("small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
}
_ASIDE = re.compile(r"\b(headerlink|host)\b")
"""The classes of the link to a heading, and of the note where a link to a channel leads: no words of the article."""
_FOR_DARK = "figure__dark"
"""The class of a picture whose other version was read."""
_SPACE = re.compile(r"\s*\n\s*|[ \t\r\f]+")
"""Between blocks, or within one."""


def sections(page: str) -> tuple[Section, ...]:
    """The sections of an article's HTML. A heading of the first level is the title, which search knows already."""
    reader = _Reader()
    place = 0
    page = _UNPARSED.sub("", page)
    for token in _TOKEN.finditer(page):
        start, end = token.span()
        if start > place:
            reader.read(page[place:start])
        place = end
        closes, tag, attributes = token.groups()
        if tag:
            tag = tag.lower()
            if not closes:
                reader.start(tag, attributes)
            if closes or attributes.endswith("/"):
                reader.end(tag)
    reader.read(page[place:])
    reader.end_section()
    return tuple(reader.found)


class _Reader:
    def __init__(self) -> None:
        self.found: list[Section] = []
        self.level, self.heading, self.anchor = 1, "", ""
        self.text: list[str] = []
        self.in_heading = False
        self.unread: list[str] = []
        """The open elements that nobody reads, from the outermost on; all that is inside them is left out."""

    def start(self, tag: str, attributes: str) -> None:
        if self.unread:
            if tag == self.unread[0]:
                self.unread.append(tag)
        elif tag in _UNREAD or (tag in _INLINE and _ASIDE.search(_value(attributes, "class"))):
            self.unread.append(tag)
        elif tag in _INLINE:
            return
        elif tag in _LEVELS:
            self.end_section()
            self.level, self.heading, self.anchor = _LEVELS[tag], "", _value(attributes, "id")
            self.in_heading = True
        else:
            self.text.append(f" {_value(attributes, 'alt')} " if tag == "img" and _FOR_DARK not in attributes else "\n")

    def end(self, tag: str) -> None:
        if self.unread:
            if tag == self.unread[-1]:
                self.unread.pop()
        elif self.in_heading and tag in _LEVELS:
            self.heading, self.text = _plain(self.text), []
            self.in_heading = False
        elif tag not in _INLINE:
            self.text.append("\n")

    def read(self, text: str) -> None:
        if not self.unread:
            self.text.append(unescape(text) if "&" in text else text)

    def end_section(self) -> None:
        """Keep what was read since the last heading. What the title's own section says counts as the article's lead."""
        heading, anchor = (self.heading, self.anchor) if self.level > 1 else ("", "")
        text = _plain(self.text)
        if heading or text:
            self.found.append(Section(self.level, heading, anchor, text))
        self.text = []


def _value(attributes: str, name: str) -> str:
    """The value of an attribute; empty where there is none."""
    found = re.search(rf"(?:^|\s){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", attributes, re.IGNORECASE)
    return unescape("".join(found.groups(""))) if found else ""


def _plain(parts: list[str]) -> str:
    """Text as it reads: one space for any, blocks apart from each other."""
    return _SPACE.sub(" ", "".join(parts)).strip()
