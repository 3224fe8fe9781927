"""The data of the docs folder, read file by file: what is right in each, and everything that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from handrail.channels.channel import Channel
from handrail.content import (
    glossary,
    guide,
    help_id,
    logo,
    redirect,
    ui_strings,
)
from handrail.content.announcement import Announcement
from handrail.content.category import Category
from handrail.content.detail import Detail
from handrail.content.glossary import Glossary
from handrail.content.guide import Guide
from handrail.content.help_id import HelpId
from handrail.content.issue_type import IssueType
from handrail.content.logo import Logo
from handrail.content.markdown_file import MarkdownFile
from handrail.content.picture import Picture
from handrail.content.redirect import Redirect
from handrail.content.ui_string_keys import RENAMED
from handrail.content.ui_strings import Texts, UIStrings
from handrail.schema import raw as plain
from handrail.schema.fields import is_id
from handrail.schema.problem import Problem
from handrail.schema.raw import Ids
from handrail.schema.renamed import FIX, Renamed, with_new_names
from handrail.schema.source import Source

DATA = "data"
"""The folder, below the docs folder, of what is not a page. It is not published."""

RENAMED_FILES = {"ui_strings.yml": "phrases.yml", logo.FILE: "mark.svg"}
"""By their new names, the old ones, which go on working for one release."""

Entry = TypeVar("Entry", Announcement, Category, Channel, Detail, HelpId, IssueType, Picture)
Check = Callable[[Source, Any], Iterable[Problem]]
"""What a model cannot say of a data file; the data may be wrong in every way."""


def foreign_texts(path: str, languages: Collection[str]) -> list[Problem]:
    """That a file has texts in languages that are none of the site's: one hint a file, however many texts there are."""
    if not languages:
        return []
    message = f"text in {' and '.join(map(repr, sorted(languages)))}, which this site does not have"
    return [Problem(path, 0, message, "Delete it, or add the language in the configuration file.")]


class Folder:
    """One docs folder. It keeps what it found wrong; problems call it by `name`."""

    def __init__(self, codes: tuple[str, ...], docs: Path, name: str) -> None:
        self.codes, self.docs, self.name = codes, docs, name
        self.problems: list[Problem] = []
        self.hints: list[Problem] = []
        """Old names, which go on working for a while."""
        self.unused: list[Problem] = []
        """Texts that no reader gets."""
        self.untranslated: list[Problem] = []
        """Languages in which the interface is not whole."""

    def source(self, path: str) -> Source | None:
        source = Source.read(self.docs / path, f"{self.name}/{path}")
        if isinstance(source, Problem):
            self.problems.append(source)
            return None
        return source

    def renamed_source(self, file: str) -> Source | None:
        """A data file, under its old name where that is the one it has."""
        old = RENAMED_FILES[file]
        if not self.has(old):
            return self.source(f"{DATA}/{file}")
        path = f"{self.name}/{DATA}/{old}"
        if self.has(file):
            message = f"{old} and {file} are the same file under its old and its new name"
            self.problems.append(Problem(path, 0, message, f"Delete {old}."))
            return self.source(f"{DATA}/{file}")
        self.hints.append(Problem(path, 0, f"{old} is now called {file}", FIX, (old, file)))
        return self.source(f"{DATA}/{old}")

    def glossary(self) -> Glossary | None:
        source = self.source(f"{DATA}/glossary.yml")
        if source is None:
            return None
        foreign: set[str] = set()
        terms, problems = glossary.read(source, self.codes, foreign)
        self.problems += problems
        self.unused += foreign_texts(source.path, foreign)
        return terms

    def ui_strings(self) -> UIStrings | None:
        """Those of the site where it has its own, else the built-in ones."""
        texts: Texts | None = {}
        if self.has("ui_strings.yml") or self.has(RENAMED_FILES["ui_strings.yml"]):
            source = self.renamed_source("ui_strings.yml")
            texts = self._own_ui_strings(source) if source else None
        if texts is None:
            return None
        self.untranslated += ui_strings.untranslated(f"{self.name}/{DATA}/ui_strings.yml", texts, self.codes)
        return ui_strings.complete(texts, self.codes)

    def _own_ui_strings(self, source: Source) -> Texts | None:
        data, problems = self._data(source, RENAMED)
        texts, foreign = None, set[str]()
        if not problems:
            texts, problems = ui_strings.read(source, {} if data is None else data, self.codes, foreign)
            self.unused += ui_strings.unknown(source, data)
        self.problems += problems
        self.unused += foreign_texts(source.path, foreign)
        return texts

    def _data(self, source: Source, renamed: Renamed) -> tuple[Any, list[Problem]]:
        """The data in a file, under the new names, and what is wrong with it as YAML."""
        data, problems = source.data()
        data, hints, clashes = with_new_names(source, data, renamed)
        self.hints += hints
        self.problems += clashes
        return data, problems

    def has(self, file: str) -> bool:
        """Whether there is a data file that a site may do without."""
        return os.path.lexists(self.docs / DATA / file)  # a link that leads nowhere is named, not passed over

    def registry(
        self, file: str, entry: type[Entry], check: Check, is_needed: bool = True
    ) -> tuple[dict[str, Entry] | None, Ids]:
        """The entries of a data file by id, None where it is not right; and the ids, None where it cannot be read.

        A file that is not needed and not there has no entries.
        """
        if not (is_needed or self.has(file)):
            return {}, ()
        source = self.source(f"{DATA}/{file}")
        if source is None:
            return None, None
        data, problems = self._data(source, entry.renamed)
        if problems:
            self.problems += problems
            return None, None
        entries: list[Entry] | None
        foreign: set[str] = set()
        entries, problems = source.fit(list[entry], data, self.codes, foreign=foreign)  # type: ignore[valid-type]
        self.unused += foreign_texts(source.path, foreign)
        named = [plain.texts(raw, "id") for raw in data] if isinstance(data, list) else [[]]
        ids: set[str] = set()
        for number, names in enumerate(named):
            for id in ids.intersection(names):
                message = f"duplicate id '{id}'"
                problems.append(source.problem((number,), message, "Rename one of them."))
            ids.update(names)
        problems += check(source, data)
        self.problems += problems
        return {value.id: value for value in entries or ()} if not problems else None, ids if all(named) else None

    def logo(self) -> Logo | None:
        has_own = self.has(logo.FILE) or self.has(RENAMED_FILES[logo.FILE])
        drawing, problems = logo.read(self.renamed_source(logo.FILE) if has_own else None)
        self.problems += problems
        return drawing

    def guides(self) -> dict[str, Guide]:
        """Those that are right, by id."""
        guides: dict[str, Guide] = {}
        for file in sorted((self.docs / DATA / guide.FOLDER).glob("*.yml")):
            source = self.source(f"{DATA}/{guide.FOLDER}/{file.name}")
            if source is None:
                continue
            foreign: set[str] = set()
            written, problems = guide.read(file.stem, source, self.codes, foreign)
            if not is_id(file.stem):
                fix = "Use lower-case letters, digits and hyphens, as in 'lost-phone.yml'."
                problems.append(Problem(source.path, 0, f"'{file.stem}' is not an id", fix))
            self.problems += problems
            self.unused += foreign_texts(source.path, foreign)
            if written:
                guides[written.id] = written
        return dict(sorted(guides.items(), key=lambda item: (item[1].content.order, item[0])))

    def redirects(
        self,
        markdown_files: Iterable[MarkdownFile],
        pages: Mapping[str, str],
        help_ids: Iterable[HelpId],
    ) -> tuple[dict[str, Redirect], list[Problem]]:
        source = self.source(f"{DATA}/{redirect.FILE}") if self.has(redirect.FILE) else None
        named = self.source(f"{DATA}/{help_id.FILE}") if help_ids else None
        screens = [(screen, named) for screen in help_ids] if named else []
        return redirect.read(source, markdown_files, pages, self.codes, screens)
