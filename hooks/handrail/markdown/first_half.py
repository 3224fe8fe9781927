"""The first half of a conversion, which the rules and the page of an article share.

Rules must know what readers will get before any page is made, and an engine converts each page when it knows all of
them. What Markdown itself makes of a text is the same for both, and takes most of the time: it is kept for the engine,
which only puts in the addresses of links and all else that the site knows.
"""

from __future__ import annotations

import hashlib
import pickle
import re
from contextlib import suppress
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension

from handrail.markdown.extensions import ALWAYS, EXTENSIONS

LAST = "toc"
"""The last step of the first half. Engines put theirs after it."""
_TAG = re.compile(r"<[A-Za-z]")
"""Of HTML that an author wrote, an engine notes the ids while it reads the text: it has to read that itself."""


class FirstHalves(Extension):
    """Those of texts that were converted, each until it is used; as an extension it has an engine's converter do so."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[bytes, bytes] = {}

    def keep(self, md: Markdown, source: str, root: Element) -> None:
        """Keep the tree that the first half of a conversion made, with all that the second half needs."""
        if not _TAG.search(source):
            state: Any = (root, md.htmlStash.rawHtmlBlocks, md.toc_tokens, md.toc)  # type: ignore[attr-defined]
            with suppress(RecursionError):  # of elements inside each other: the engine says what it thinks of them
                self._kept[_key(source)] = pickle.dumps(state, pickle.HIGHEST_PROTOCOL)

    def taken(self) -> dict[bytes, bytes]:
        """All that are kept, for another process to learn. They are kept here no longer."""
        kept, self._kept = self._kept, {}
        return kept

    def learn(self, taken: dict[bytes, bytes]) -> None:
        self._kept |= taken

    def extendMarkdown(self, md: Markdown) -> None:
        convert = md.convert

        def converted(source: str) -> str:
            half = self._kept.pop(_key(source), None)
            if half is None:
                return convert(source)
            root, blocks, md.toc_tokens, md.toc = pickle.loads(half)  # type: ignore[attr-defined]
            md.htmlStash.rawHtmlBlocks, md.htmlStash.html_counter = blocks, len(blocks)
            return second(md, root)

        md.convert = converted  # type: ignore[method-assign]


def is_known(extensions: Any) -> bool:
    """Whether nothing takes part but extensions of which we know that their second half needs nothing else."""
    return {LAST} <= set(extensions) <= {*ALWAYS, *EXTENSIONS}


def first(md: Markdown, source: str) -> Element:
    """What Markdown makes of a text that is not blank, as `Markdown.convert` begins."""
    lines = source.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    return _run(md, md.parser.parseDocument(lines).getroot(), slice(0, _place(md)))


def second(md: Markdown, root: Element) -> str:
    """The HTML of a text of which that is the first half, as `Markdown.convert` ends."""
    html = md.serializer(_run(md, root, slice(_place(md), None)))
    html = html[html.index(">") + 1 : html.rindex("</")].strip() if "</" in html else ""
    for postprocessor in md.postprocessors:
        html = postprocessor.run(html)
    return html.strip()


def _run(md: Markdown, root: Any, steps: slice) -> Element:
    for step in list(md.treeprocessors)[steps]:
        new = step.run(root)
        root = root if new is None else new
    tree: Element = root
    return tree


def _place(md: Markdown) -> int:
    """How many steps of a tree are of the first half."""
    return md.treeprocessors.get_index_for_name(LAST) + 1


def _key(source: str) -> bytes:
    return hashlib.blake2b(source.encode("utf-8", "surrogatepass"), digest_size=16).digest()
