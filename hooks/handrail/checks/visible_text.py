"""The text that readers see or hear of an article or a data file, line by line, whatever markup it is in."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from handrail.content.settings import KEY
from handrail.markdown.nodes import Code, Element, Html, Image, Passage, Tag
from handrail.schema.source import Source

_MARKUP = re.compile(r"<!--.*?(?:-->|$)|<[^<>]*>", re.DOTALL)
_SPOKEN = {"title", "aria-label", "alt"}
"""Attributes whose value readers see or hear."""
CHANNELS = "/channels.yml"
_ADDRESSES = {"url", "address", "handle", "source", "prefill"}
"""The fields of the channel registry that hold addresses."""
_UNSEEN = {"allowed_hosts", "colours", "footer", "published_files", "security", "verification_url"}
"""The settings that are not shown as text, or name hosts by their purpose."""


@dataclass(frozen=True)
class Text:
    """A line of text. `is_code` says that it is shown as code, or has code in it."""

    line: int
    text: str
    is_code: bool = False
    is_running: bool = False
    """Whether it is a line of a passage, whose sentences may go on in the next."""


def texts(elements: Iterable[Element], lines: Sequence[str], first_line: int) -> Iterator[Text]:
    """The text of an article's `elements`; `lines` are those of its Markdown, which begins on `first_line`.

    A line with code in it comes twice: without the code, and with it.
    """
    for element in elements:
        match element:
            case Passage():
                yield from _of_passage(element)
            case Code():
                numbered = enumerate(element.text.split("\n"), element.line + element.fences)
                yield from (Text(line, text, is_code=True) for line, text in numbered)
            case Html():
                shown = _MARKUP.sub(lambda markup: "\n" * markup[0].count("\n"), element.text)
                yield from (
                    Text(line, html.unescape(text)) for line, text in enumerate(shown.split("\n"), element.line)
                )
            case Tag():
                spoken = [value for name, value in element.attributes if name in _SPOKEN and value]
                yield from (Text(_line_of(value, lines, first_line, element.line), value) for value in spoken)
            case Image():
                yield Text(element.line, element.alt)
            case _:
                pass


def of_files(
    data: Iterable[Source], configuration: Source, names: Iterable[PurePosixPath]
) -> Iterator[tuple[str, Text]]:
    """What readers may see of data files, of the settings, and of names of files, each with the path of its file."""
    for source in data:
        addresses = _ADDRESSES if source.path.endswith(CHANNELS) else ()
        yield from ((source.path, Text(line, text)) for line, text in source.texts(without=addresses))
    yield from ((configuration.path, Text(line, text)) for line, text in configuration.texts(KEY, _UNSEEN))
    for name in names:
        yield str(name), Text(0, " ".join([*name.parent.parts, name.stem]), is_code=True)


def _of_passage(passage: Passage) -> Iterator[Text]:
    whole: dict[int, str] = {}
    prose: dict[int, str] = {}
    with_code = set()
    for part in passage.parts:
        if part.kind == "html":
            continue
        if part.kind == "code":
            with_code.add(part.line)
        whole[part.line] = whole.get(part.line, "") + part.text
        prose[part.line] = prose.get(part.line, "") + (" … " if part.kind == "code" else part.text)
    for line, text in whole.items():
        yield Text(line, prose[line], is_running=True)
        if line in with_code:
            yield Text(line, text, is_code=True)


def _line_of(value: str, lines: Sequence[str], first_line: int, otherwise: int) -> int:
    """The first line that holds the value of an attribute."""
    return next((number for number, line in enumerate(lines, first_line) if value in html.unescape(line)), otherwise)
