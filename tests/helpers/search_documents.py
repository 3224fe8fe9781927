"""Documents and indexes for the tests of search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from handrail.search import index_files
from handrail.search.document import Document, Section


def plain(number: int, text: str, language: str = "zh") -> Document:
    """An article with nothing but a text."""
    return Document(f"a{number}", f"{language}/a{number}/", language, "", sections=(Section(1, "", "", text),))


def index_of(texts: Sequence[str], glossary: Sequence[Sequence[str]] = ()) -> index_files.IndexFiles:
    return index_files.build("zh", [plain(number, text) for number, text in enumerate(texts)], glossary, "small")


def article(language: str, id: str, title: str, counterparts: Mapping[str, tuple[str, str]], **parts: Any) -> Document:
    """An article with questions, and sections given as pairs of heading and text."""
    sections = tuple(
        Section(2 if heading else 1, heading, f"s{number}" if heading else "", text)
        for number, (heading, text) in enumerate(parts.get("sections", ()))
    )
    questions = tuple(parts.get("questions", ()))
    return Document(
        id, f"{language}/{id}/", language, title, parts.get("summary", ""), questions, sections, counterparts
    )
