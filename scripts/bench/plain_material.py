"""The project's Markdown as a site of plain Material, in one language: what one has without this project.

The articles are the same files, the extensions and the search plugin those that its documentation names. It has no home
page, no categories and no results page of its own: the first two get a page that says what ours say, as Markdown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from handrail.content.markdown_file import MarkdownFile, read
from handrail.markdown.extensions import EXTENSIONS
from handrail.schema.problem import ContentError
from handrail.schema.source import Source

Settings = dict[str, Any]


def write(folder: Path, docs: Path, configuration: Settings, language: str) -> None:
    """Write the site's `mkdocs.yml` and its docs, those of `language` below the project's `docs`, into `folder`."""
    settings = configuration["extra"]["help_center"]
    categories = yaml.safe_load((docs / "data/categories.yml").read_text("utf-8"))
    out, written = folder / "docs", dict(articles(docs / language))
    for path, (head, body) in written.items():
        _write(out / path, f"# {head['title']}\n\n{body}")
    for category in categories:
        shelf = {path: head for path, (head, _) in written.items() if head["category"] == category["id"]}
        ordered = sorted(shelf, key=lambda path: (shelf[path]["order"], path))
        lines = [f"- [{shelf[path]['title']}]({path.name}): {shelf[path]['summary']}" for path in ordered]
        _page(out / category["id"] / "index.md", category["title"][language], category["summary"][language], lines)
    links = [f"- [{one['title'][language]}]({one['id']}/index.md): {one['summary'][language]}" for one in categories]
    asked = [(path, head) for path, (head, _) in written.items() if head["id"] in settings["home"]["popular_articles"]]
    links += [f"- [{head['title']}]({path.as_posix()}): {head['summary']}" for path, head in asked]
    _page(out / "index.md", settings["site_name"][language], settings["description"][language], links)
    (folder / "mkdocs.yml").write_text(json.dumps(_configuration(configuration, language)), "utf-8")  # JSON is YAML


def _configuration(configuration: Settings, language: str) -> Settings:
    settings = configuration["extra"]["help_center"]
    names = {one["code"]: one.get("theme", one["code"]) for one in settings["languages"]}
    return {
        "site_name": settings["site_name"][language],
        "theme": {"name": "material", "language": names[language], "font": False},
        "plugins": [{"search": {"lang": list(dict.fromkeys([language.partition("-")[0], "en"]))}}],
        "markdown_extensions": [{name: options} for name, options in EXTENSIONS.items()],
        "validation": {"links": {"unrecognized_links": "ignore", "not_found": "ignore"}},
    }


def articles(folder: Path) -> Iterator[tuple[Path, tuple[Settings, str]]]:
    """The front matter and the text of each article of a language, by its path below that language's folder."""
    for file in sorted(folder.rglob("*.md")):
        markdown_file = _read(file)
        if markdown_file.is_article:
            yield file.relative_to(folder), (dict(markdown_file.data), markdown_file.content.text)


def head(file: Path) -> Settings:
    """The front matter of an article."""
    return dict(_read(file).data)


def _read(file: Path) -> MarkdownFile:
    markdown_file, problems = read(Source(str(file), file.read_text("utf-8")), file.name, "")
    if markdown_file is None:
        raise ContentError(problems)
    return markdown_file


def _page(file: Path, title: str, text: str, lines: list[str]) -> None:
    _write(file, f"# {title}\n\n{text}\n\n" + "\n".join(lines) + "\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
