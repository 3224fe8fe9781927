"""A page with the modules of search, and whatever else they are to fetch."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from built_site import ROOT
from playwright.sync_api import Browser, Route

from handrail.search import index_files
from handrail.search.document import Document, Section

ASSETS = ROOT / "overrides/assets"
ADDRESS = "http://search.example/"
TYPES = {"js": "text/javascript", "json": "application/json", "": "text/html"}


class Modules:
    """Runs scripts in a page that can fetch `files`, by name, and notes which of them it did."""

    def __init__(self, browser: Browser) -> None:
        modules = [file for folder in ("search", "shared") for file in ASSETS.joinpath(folder).glob("*.js")]
        self.files = {file.relative_to(ASSETS).as_posix(): file.read_bytes() for file in modules}
        self.files[""] = b"<!doctype html>"
        self.fetched: list[str] = []
        self.page = browser.new_page()
        self.page.route(f"{ADDRESS}**", self._answer)
        self.page.goto(ADDRESS)

    def run(self, script: str, **values: Any) -> Any:
        """What an async function of one object returns. Both go as ASCII, so that no surrogate is mended on its way."""
        script = f"async (values) => JSON.stringify(await ({script})(JSON.parse(values)))"
        return json.loads(self.page.evaluate(script, json.dumps(values)))

    def keep(self, files: index_files.IndexFiles) -> str:
        """The address of the entry file of an index, which can be fetched from now on."""
        self.files.update(files.files)
        return f"/{files.entry_file}"

    def _answer(self, route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS)
        self.fetched.append(name)
        if name in self.files:
            kind = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
            route.fulfill(body=self.files[name], content_type=kind)
        else:
            route.fulfill(status=404)


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
