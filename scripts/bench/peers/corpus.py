"""The documents as the pages that a site generator or an indexer reads: the same titles, headings and texts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.search_evaluation import Record

_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")


def sections(document: Record) -> Iterator[tuple[int, str, str]]:
    """The level, heading and text of each part; a part without a heading has none. Questions are headings too."""
    for part in document.get("sections") or [{"text": document["text"]}]:
        yield max(2, part.get("level", 2)), part.get("h", ""), part["text"]
    for question in document.get("questions", ()):
        yield 2, question, ""


def markdown(document: Record) -> str:
    """A page in which nothing but its headings and paragraphs is markup."""
    title = " ".join(document["title"].split())
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "", f"# {_plain(title)}"]
    for level, heading, text in sections(document):
        if heading:
            lines.append(f"{'#' * min(level, 6)} {_plain(heading)}")
        lines += [_plain(paragraph) for paragraph in _paragraphs(text)]
    return "\n\n".join(["\n".join(lines[:3]), *lines[4:]]) + "\n"


def page(document: Record) -> str:
    """A page of HTML whose content stands in `main`."""
    title, language = html.escape(document["title"]), html.escape(document["lang"])
    parts = [f"<h1>{title}</h1>"]
    for level, heading, text in sections(document):
        if heading:
            parts.append(f"<h{min(level, 6)}>{html.escape(heading)}</h{min(level, 6)}>")
        parts += [f"<p>{html.escape(paragraph)}</p>" for paragraph in _paragraphs(text)]
    head = f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{head}<body><main data-pagefind-body>{''.join(parts)}</main></body></html>\n"


def write(folder: Path, documents: Sequence[Record], form: Callable[[Record], str], suffix: str) -> None:
    """A page of each document in this form, named by its number."""
    folder.mkdir(parents=True)
    for number, document in enumerate(documents):
        (folder / f"{number}{suffix}").write_text(form(document), "utf-8")


def read(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by path."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def _plain(text: str) -> str:
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))
