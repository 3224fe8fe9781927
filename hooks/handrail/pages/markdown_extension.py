"""What Markdown lacks for readers of a help center: one extension, which works on the tree that Python-Markdown makes.

It comes last, when links to other pages are addresses already. HTML that somebody wrote into Markdown is no part of the
tree and stays as it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from handrail.center.help_center import HelpCenter
from handrail.channels import channel_links
from handrail.content.article import url_of
from handrail.pages import figures
from handrail.pages.pictures import Pictures

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_HAN = re.compile(
    r"([\u3400-\u4dbf\u4e00-\u9fff]+(?:[\u3001\u3002\u300a-\u300f\uff01-\uff1f]+[\u3400-\u4dbf\u4e00-\u9fff]+)*)"
)
_ALIGNED = re.compile(r"text-align: (left|center|right);")
_SIDES = {"left": "align-start", "center": "align-center", "right": "align-end"}
"""Where a language runs from right to left, so do the columns: the side of a cell turns with them."""


_LEVELS = {
    **dict.fromkeys(("note", "info", "tip"), "info"),
    **dict.fromkeys(("important", "attention"), "warning"),
    **dict.fromkeys(("warning", "caution", "danger"), "critical"),
}
"""What announcements call the kinds of admonitions that GitHub, and Markdown, know."""
_WIDE = r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ ]*\n[ ]*(?={_WIDE})")
"""Where a line ends between two characters that have no space between them."""


class ReaderMarkup(Extension):
    """The extension. One converter makes all pages of a build, so it is told before each which page comes."""

    def __init__(self, center: HelpCenter, docs: Path) -> None:
        super().__init__()
        self.center = center
        self.pictures = Pictures(center, docs)
        """What a hook knows only after this is made."""
        self.begin("", None)

    def begin(self, path: str, url: str | None) -> None:
        """The page at `path` below the docs folder comes next; `url` is its whole address, if that is known."""
        self.edition = self.center.edition_of(path) or self.center.default_edition
        self.url = url
        self.folder = unquote(url_of(path))

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Processor(md, self), "handrail", -1)


class _Processor(Treeprocessor):
    def __init__(self, md: Markdown, markup: ReaderMarkup) -> None:
        super().__init__(md)
        self.markup = markup

    def run(self, root: Element) -> None:
        center, edition = self.markup.center, self.markup.edition
        if self.markup.url:
            add_print_addresses(root, self.markup.url)
        figures.show(root, self.markup.pictures, self.markup.folder, edition.language.code)
        if code := _foreign_language(center, edition.language.code):
            mark_language(root, code)
        channel_links.resolve(root, center.registry.statuses, center.caveat(edition.language.code))
        self.name_admonitions(root)
        self.add_heading_links(root)
        join_lines(root)
        align_by_class(root)

    def name_admonitions(self, root: Element) -> None:
        """Say in the language of the page what Markdown calls an admonition to which its author gave no title."""
        say, code = self.markup.center.ui_strings.say, self.markup.edition.language.code
        for block in root.iter("div"):
            kinds = block.get("class", "").split()
            title = block.find("p[@class='admonition-title']")
            if title is not None and "admonition" in kinds and title.text in [kind.capitalize() for kind in kinds]:
                level = _LEVELS.get(title.text.lower())
                title.text = say(code, f"announcement.{level}") if level else title.text

    def add_heading_links(self, root: Element) -> None:
        """Put a link next to each heading below the title that has an id, so that its own words stay as they were.

        Search leaves out what has the class of these links.
        """
        center, code = self.markup.center, self.markup.edition.language.code
        for parent in list(root.iter()):
            for position, heading in enumerate(parent):
                if heading.tag in HEADINGS and (id := heading.get("id")):
                    title = html.unescape(strip_tags(render_inner_html(heading, self.md)))
                    label = html.escape(center.ui_strings.say(code, "article.section", title=title), quote=False)
                    parent[position] = block = Element("div", {"class": "heading"})
                    block.tail, heading.tail = heading.tail, None
                    block.append(heading)
                    link = {"class": "headerlink", "href": f"#{id}", "aria-label": label}
                    SubElement(block, "a", link).text = "#"


def _foreign_language(center: HelpCenter, code: str) -> str:
    """The language of Han characters on a page in letters; empty where that is not certain.

    It is, where the site has exactly one language that is written with them.
    """
    written_in_han = [language.code for language in center.settings.languages if language.script == "ideographic"]
    return written_in_han[0] if len(written_in_han) == 1 and code not in written_in_han else ""


def mark_language(root: Element, code: str) -> None:
    """Say of Han characters which language they are in, so that a screen reader speaks them right (WCAG 2.2, 3.1.2)."""
    for element in list(root.iter()):
        for position in range(len(element), -1, -1):
            before = element[position - 1] if position else None
            text = element.text if before is None else before.tail
            first, *rest = _HAN.split(text or "")
            if not rest:
                continue
            if before is None:
                element.text = first
            else:
                before.tail = first
            element[position:position] = list(_spans(rest, code))


def _spans(parts: list[str], code: str) -> Iterator[Element]:
    """An element for every second text, followed by the text between it and the next."""
    for words, after in zip(parts[::2], parts[1::2], strict=True):
        span = Element("span", {"lang": code})
        span.text, span.tail = words, after
        yield span


def add_print_addresses(root: Element, url: str) -> None:
    """Give links to other pages of the site their whole address, which print spells out: paper cannot be followed.

    The style sheet cannot make it of `href`, which is relative, so that the site works below any path.
    """
    for link in root.iter("a"):
        href = link.get("href", "")
        if href and ":" not in href and not href.startswith("#"):
            link.set("data-address", urljoin(url, href))


def align_by_class(root: Element) -> None:
    """Say the alignment of table cells by a class: a content security policy forbids the `style` of Markdown."""
    for cell in root.iter():
        side = _ALIGNED.fullmatch(cell.get("style", "")) if cell.tag in ("td", "th") else None
        if side:
            del cell.attrib["style"]
            cell.set("class", " ".join([_SIDES[side[1]], *cell.get("class", "").split()]))


def join_lines(root: Element) -> None:
    """Join lines that an author wrapped between Han characters or Kana: a browser would show a space there."""
    for element in root.iter():
        if element.tag not in ("code", "pre") and element.text:
            element.text = _joined(element.text)
        if element.tail:
            element.tail = _joined(element.tail)


def _joined(text: str) -> str:
    """A text that is no code with its wrapped lines joined."""
    return text if isinstance(text, AtomicString) else _WRAPPED.sub("", text)
