"""What a reader gets: built sites, their pages and links. And what the author wrote, read without the core.

Tests compare the one with the other; reading both here by simple means keeps a mistake of the core out of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urljoin

import yaml
from bs4 import BeautifulSoup, Tag

ROOT = Path(__file__).resolve().parents[2]
SITES = ROOT / "tests/sites"
UI = ROOT / "hooks/handrail/content/ui"
CONFIGS = {
    "bitpie": ROOT / "mkdocs.yml",
    "lamplight": SITES / "lamplight/mkdocs.yml",
    "three_languages": SITES / "three_languages/mkdocs.yml",
    "minimal": SITES / "minimal/mkdocs.yml",
}
NEW_SITES = {name: SITES / name / "mkdocs.yml" for name in ("router", "clinic", "bank")}
"""Help centers that `handrail new` began, with articles of their own."""
URL = "https://site.example/"
REFRESH = 'http-equiv="refresh"'
"""What a page has that only leads to another one."""


ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "cite", "background", "xlink:href", "data-home")


class _Loader(yaml.CSafeLoader):
    """Reads past the tags that only an engine understands, ten times as fast as in Python."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def load(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Loader=_Loader)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@dataclass(frozen=True)
class Written:
    """A Markdown file: its path below the folder of its language, its head, the text below it."""

    path: str
    head: dict[str, Any]
    body: str


class Writing:
    """What an author wrote for a site."""

    def __init__(self, config: Path) -> None:
        self.docs = config.parent / "docs"
        self.settings: dict[str, Any] = load(config)["extra"]["help_center"]
        languages = self.settings["languages"]
        self.codes: list[str] = [language["code"] for language in languages]
        self.tags: dict[str, str] = {language["code"]: language.get("lang", language["code"]) for language in languages}

    def data(self, name: str) -> Any:
        return load(self.docs / "data" / f"{name}.yml")

    @cached_property
    def guides(self) -> dict[str, Any]:
        """What the files of guides hold, by id, in the order that readers see."""
        files = {file.stem: load(file) for file in self.docs.glob("data/guides/*.yml")}
        return dict(sorted(files.items(), key=lambda item: item[1]["order"]))

    @cached_property
    def ui_strings(self) -> dict[str, dict[str, str]]:
        """The site's own texts, and the built-in ones for what it does not say: by key, then by language."""
        texts: dict[str, dict[str, str]] = {}
        for code, tag in self.tags.items():
            file = next(file for name in (tag, tag.split("-")[0]) if (file := UI / f"{name}.yml").is_file())
            for key, text in load(file).items():
                texts.setdefault(key, {})[code] = text
        for key, own in self.data("ui_strings").items():
            texts[key] |= own
        return texts

    @cached_property
    def documents(self) -> dict[str, dict[str, Written]]:
        """Each language's files, by path below its folder."""
        return {code: dict(self._documents(self.docs / code)) for code in self.codes}

    def _documents(self, folder: Path) -> list[tuple[str, Written]]:
        found = []
        for file in sorted(folder.rglob("*.md")):
            _, head, body = file.read_text("utf-8").split("---\n", 2)
            path = file.relative_to(folder).as_posix()
            found.append((path, Written(path, yaml.load(head, Loader=_Loader), body)))
        return found

    def articles(self, code: str) -> dict[str, Written]:
        """A language's published articles, by id, in the order of categories and within each."""
        shelves = [category["id"] for category in self.data("categories")]
        written = [document for document in self.documents[code].values() if "template" not in document.head]
        written.sort(key=lambda each: (shelves.index(each.head["category"]), each.head["order"], each.head["id"]))
        return {each.head["id"]: each for each in written if each.head["status"] == "published"}

    def ownership(self, code: str) -> str:
        """The line that says who runs the site."""
        phrase = self.ui_strings[f"ownership.{self.settings['ownership']}"][code]
        return phrase.replace("{vendor}", self.settings["vendor"][code])


class Page:
    """A built page. `url` is its address from the site's root: empty, or with a slash at its end, or 404.html."""

    def __init__(self, site: Site, file: Path) -> None:
        self.site = site
        self.url = file.relative_to(site.folder).as_posix().removesuffix("index.html")
        self.html = file.read_text("utf-8")

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @property
    def language(self) -> str:
        """The code of the language whose folder it is in; empty for the root and the 404 page."""
        folder = self.url.split("/")[0]
        return folder if folder in self.site.written.codes else ""

    @cached_property
    def ids(self) -> list[str]:
        return [str(tag["id"]) for tag in self.soup.find_all(id=True)]

    @cached_property
    def alternates(self) -> dict[str, str]:
        tags = self.soup.head.select("link[rel=alternate][hreflang]")
        return {str(tag["hreflang"]): str(tag["href"]) for tag in tags}

    def resolve(self, href: str) -> str:
        """The whole address that a link of this page leads to."""
        return urljoin(urljoin(URL, quote(self.url)), href)

    def links(self, selector: str = "") -> list[str]:
        """The whole addresses of the links in the parts that `selector` finds."""
        return [self.resolve(str(tag["href"])) for tag in self.soup.select(f"{selector} a[href]")]

    def texts(self, selector: str) -> list[str]:
        return [" ".join(tag.get_text().split()) for tag in self.soup.select(selector)]


class Site:
    """A site built to be read at URL, and what it was made of."""

    def __init__(self, name: str, folder: Path, stderr: str) -> None:
        self.name, self.folder, self.stderr = name, folder, stderr
        self.written = Writing(CONFIGS[name])

    @cached_property
    def all_pages(self) -> dict[str, Page]:
        found = (Page(self, file) for file in sorted(self.folder.rglob("*.html")))
        return {page.url: page for page in found}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Those to read."""
        return {url: page for url, page in self.all_pages.items() if REFRESH not in page.html}

    @cached_property
    def redirects(self) -> dict[str, Page]:
        """Those that only lead to others."""
        return {url: page for url, page in self.all_pages.items() if REFRESH in page.html}

    @property
    def in_a_language(self) -> list[Page]:
        return [page for page in self.pages.values() if page.language]

    def article_pages(self, code: str) -> dict[str, Page]:
        """The pages of a language's published articles, by id."""
        articles = self.written.articles(code)
        return {id: self.pages[f"{code}/{article.path.removesuffix('.md')}/"] for id, article in articles.items()}

    def missing(self, address: str) -> str:
        """What is wrong with an address of this site: no such file, or no such place in it. Empty if it is right.

        Behind the `#` may also stand words for a script, as in `#article=lost-phone`.
        """
        address, fragment = urldefrag(address)
        path = unquote(address.removeprefix(URL))
        file = self.folder / path
        if file.is_dir() and (not path or path.endswith("/")):
            file /= "index.html"
        if not file.is_file():
            return f"no file {path}"
        page = self.all_pages.get(file.relative_to(self.folder).as_posix().removesuffix("index.html"))
        if fragment and "=" not in fragment and (page is None or unquote(fragment) not in page.ids):
            return f"no #{fragment} in {path}"
        return ""


def addresses(page: Page) -> Iterator[tuple[Tag, str]]:
    """Every address in a page's attributes, resolved, with its tag."""
    for tag in page.soup.find_all(True):
        for name in ADDRESSES:
            if tag.get(name):
                yield tag, page.resolve(str(tag[name]))
        for candidate in str(tag.get("srcset", "")).split(","):
            if candidate.strip():
                yield tag, page.resolve(candidate.split()[0])


def theme_folder() -> Path:
    import material

    return Path(material.__file__).parent / "templates"


def theme_name(language: dict[str, Any]) -> str:
    """What the theme calls a language of a site: as the site says, or as its code or the beginning of it."""
    code = language["code"]
    files = theme_folder() / "partials/languages"
    return str(language.get("theme") or (code if (files / f"{code}.html").is_file() else code.split("-")[0]))


def theme_word(language: str, key: str) -> str:
    """A word of the theme in one of its languages, or in English where it lacks the word."""
    for name in (language, "en"):
        text = (theme_folder() / "partials/languages" / f"{name}.html").read_text("utf-8")
        if found := re.search(rf'"{re.escape(key)}": "([^"]*)"', text):
            return found[1]
    raise AssertionError(f"the theme has no word {key}")


def attributes(tag: Tag, name: str) -> set[str]:
    """An attribute's words: `rel`, `class`."""
    value = tag.get(name) or []
    return set(value.split() if isinstance(value, str) else value)
