"""Articles, settings and files made up for tests of the core, each right but for what a test changes."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from built_site import ROOT, load, theme_folder

from handrail.center import loader
from handrail.center.help_center import HelpCenter
from handrail.center.theme_resources import Theme
from handrail.channels.channel import Channel
from handrail.content.article import Article, FrontMatter
from handrail.content.markdown_file import MarkdownFile, read
from handrail.schema.source import Source

HEAD: dict[str, Any] = {
    "id": "lost-lamp",
    "title": "Lost lamp",
    "summary": "Look under the bed.",
    "type": "howto",
    "category": "start",
    "order": 10,
    "questions": ["where is my lamp"],
    "owner": "works",
    "reviewed_on": datetime.date(2026, 11, 23),
    "review_every": "6 months",
    "status": "published",
}

CHANNEL: dict[str, Any] = {
    "id": "website",
    "kind": "website",
    "status": "verified",
    "url": "https://www.lamp.example/a?b=1&c=2",
    "name": {"en": "Website"},
    "purpose": {"en": "Ask."},
    "public": False,
    "evidence": [{"source": "The site", "kind": "operator", "seen_on": datetime.date(2026, 11, 23)}],
    "checked_on": datetime.date(2026, 11, 23),
    "check_every": "6 months",
}


def channel(**changes: Any) -> Channel:
    """A verified website, or what the changes make of it. A key that is None is left out."""
    return Channel(**{key: value for key, value in (CHANNEL | changes).items() if value is not None})


def article(id: str = "lost-lamp", language: str = "en", **head: Any) -> Article:
    path = f"{language}/start/{id}.md"
    source = Source(f"docs/{path}", "")
    return Article(path, language, FrontMatter(**(HEAD | {"id": id} | head)), source, source)


def markdown_file(text: str, path: str = "en/start/lost-lamp.md", language: str = "en") -> MarkdownFile:
    """The Markdown file that a text is."""
    found, problems = read(Source(f"docs/{path}", text), path, language)
    assert found, problems
    return found


def help_center(site: Path) -> HelpCenter:
    """The help center in the folder of a configuration file, read without any engine, as of one day."""
    configuration = Source.read(site / "mkdocs.yml", "mkdocs.yml")
    assert isinstance(configuration, Source)
    docs = site / "docs"
    paths = [file.relative_to(docs).as_posix() for file in docs.rglob("*.md")]
    whole = Theme((ROOT / "overrides", theme_folder()))
    loaded = loader.read(configuration, load(site / "mkdocs.yml")["extra"], whole, docs, "docs", paths)
    return loaded.center(datetime.date(2026, 11, 24))


def theme(folder: Path, languages: str = "en fr", icons: str = "lamp", templates: str = "home.html") -> Theme:
    """A theme of empty files."""
    for path in (
        *(f"partials/languages/{name}.html" for name in languages.split()),
        *(f".icons/{name}.svg" for name in icons.split()),
        *templates.split(),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch()
    return Theme((folder,))
