"""What the files say of one another: every id that one names must stand in another, and only once.

It looks at Markdown files, not at pages: another mistake in the front matter hides none of these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from handrail.center import routes, section_references
from handrail.center.theme_resources import Theme
from handrail.content.article import url_of
from handrail.content.category import Category
from handrail.content.guide import Guide
from handrail.content.markdown_file import MarkdownFile
from handrail.content.settings import KEY
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import Ids, texts
from handrail.schema.source import Source

_NAMED_ARTICLES = (
    ("contact_article",),
    ("home", "emergency"),
    ("home", "popular_articles"),
    ("footer", "about_article"),
)
"""Where the settings name articles."""


@dataclass(frozen=True)
class Known:
    """The ids that may be named, and the files there are."""

    paths: frozenset[str]
    categories: Ids
    channels: Ids
    issue_types: Ids
    articles: Ids
    theme: Theme
    guides: Mapping[str, Guide] = field(default_factory=dict)
    sections: Mapping[str, Collection[str]] = field(default_factory=dict)
    """The ids of the sections of each category that is right."""


def problems(codes: Iterable[str], docs: str, markdown_files: Iterable[MarkdownFile], known: Known) -> list[Problem]:
    """Every id that a file names and that does not exist, or exists twice; every file out of its place."""
    markdown_files = list(markdown_files)
    articles = [markdown_file for markdown_file in markdown_files if markdown_file.is_article]
    found = [*_duplicates(articles), *_places(codes, docs, articles, known), *_addresses(codes, docs, known)]
    for markdown_file in markdown_files:
        found += _names(markdown_file, known)
    return found


def pages(
    codes: Iterable[str],
    categories: Mapping[str, Category],
    markdown_files: Iterable[MarkdownFile],
    guides: Mapping[str, Guide],
    generated: Iterable[routes.GeneratedPage],
) -> dict[str, str]:
    """The paths of all pages that there will be, by address."""
    ids = (*categories, *(page.id for page in generated))
    paths = [routes.source_path(routes.category(code, id)) for code in codes for id in ids]
    paths += [routes.source_path(url) for code in codes for url in _guide_pages(code, guides)]
    paths += [file.path for file in markdown_files if file.published or not file.is_article]
    return {url_of(path): path for path in paths}


def settings_problems(
    settings: Any, configuration: Source, known: Known, published: Collection[str]
) -> Iterator[Problem]:
    """The channels and articles that the settings name and that do not exist, or are not to be read yet.

    `settings` is what the configuration file holds for them, right or wrong.
    """
    for id in texts(settings, "feedback_channel"):
        if known.channels is not None and id not in known.channels:
            message = f"feedback_channel: there is no channel '{id}'"
            yield configuration.problem((*KEY, "feedback_channel"), message, one_of(id, known.channels))
    articles = known.articles
    if articles is None:
        return
    for path in _NAMED_ARTICLES:
        for id in texts(settings, *path):
            key = ".".join(path)
            if id not in articles:
                fix = one_of(id, articles)
                yield configuration.problem((*KEY, *path), f"{key}: there is no article '{id}'", fix)
            elif id not in published:
                fix = "Publish it, or name another one."
                yield configuration.problem((*KEY, *path), f"{key}: the article '{id}' is a draft", fix)


def icon_problems(categories: Source, data: Any, theme: Theme) -> Iterator[Problem]:
    """The icons that the theme does not have. `data` is what the file of the categories holds, right or wrong."""
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        for icon in texts(entry, "icon"):
            if not theme.has_icon(icon):
                fix = one_of(icon, theme.icons, "Name a file below the theme's folder .icons, as in 'material/help'.")
                owner = "".join(f"'{id}': " for id in texts(entry, "id"))
                yield categories.problem((number, "icon"), f"{owner}there is no icon '{icon}'", fix)


def _duplicates(articles: Iterable[MarkdownFile]) -> Iterator[Problem]:
    first: dict[tuple[str, str], MarkdownFile] = {}
    for article in articles:
        earlier = first.setdefault((article.language, article.id), article) if article.id else article
        if earlier is not article:
            message = f"duplicate id '{article.id}': {earlier.content.path} has it too"
            yield article.front_matter.problem(("id",), message, "Rename one of them.")


def _places(codes: Iterable[str], docs: str, articles: Iterable[MarkdownFile], known: Known) -> Iterator[Problem]:
    homes = {f"{code}/index.md": f"the home page in '{code}'" for code in codes}
    roots = {"index.md": "the page that offers the languages", **homes}
    for path, what in roots.items():
        if path not in known.paths:
            template = "home.html" if path in homes else "chooser.html"
            fix = f"Add it, with 'template: {template}', a title and a summary in its front matter."
            yield Problem(f"{docs}/{path}", 0, f"{what} is missing", fix)
    for article in articles:
        if article.path in roots:
            fix = "Name a template in its front matter, as in 'template: home.html', with a title and a summary."
            yield Problem(article.content.path, 1, f"{roots[article.path]} has the front matter of an article", fix)
        elif not article.language:
            folders = " or ".join(f"{docs}/{code}" for code in codes)
            yield Problem(
                article.content.path,
                1,
                "an article outside the folders of the languages",
                f"Move it into {folders}.",
            )


def _addresses(codes: Iterable[str], docs: str, known: Known) -> Iterator[Problem]:
    """Files that would be read at the address of another page."""
    pages = {f"{code}/{id}/": f"the page of the category '{id}'" for code in codes for id in known.categories or ()}
    for page in routes.GENERATED_PAGES:
        if page.id in (known.categories or ()):
            message = f"the id '{page.id}' is that of {page.what}"
            yield Problem(f"{docs}/data/categories.yml", 0, message, "Rename the category.")
        pages |= {page.url(code): page.what for code in codes}
    pages |= {
        url: f"a page of the guide '{id}'" for code in codes for url, id in _guide_pages(code, known.guides).items()
    }
    pages = {url.casefold(): what for url, what in pages.items()}
    for path in sorted(known.paths):
        url = url_of(path)
        other = pages.setdefault(url.casefold(), f"{docs}/{path}")  # some hosts take capitals for small letters
        if other != f"{docs}/{path}":
            yield Problem(f"{docs}/{path}", 0, f"its address, {url}, is that of {other}", "Rename the file.")


def _guide_pages(code: str, guides: Mapping[str, Guide]) -> dict[str, str]:
    """The id of the guide that each page of guides belongs to, by address."""
    return {url: id for id, guide in guides.items() for url in routes.guide_pages(code, guide)}


def _names(markdown_file: MarkdownFile, known: Known) -> Iterator[Problem]:
    """What is wrong with the ids that a file names."""
    allowed: dict[str, Ids] = {
        "category": known.categories,
        "related": known.articles,
        "channels": known.channels,
        "issue_types": known.issue_types,
        "template": known.theme.templates,
    }
    for key, ids in allowed.items():
        for id in markdown_file.named(key):
            if ids is not None and id not in ids:
                message = f"'{id}' is not a template for pages" if key == "template" else f"there is no '{id}'"
                yield markdown_file.front_matter.problem((key,), f"{key}: {message}", one_of(id, ids))
    yield from section_references.unknown(markdown_file, known.sections)
    for line in markdown_file.html_channel_links():
        fix = "Write it in Markdown, as in '[our website](channel:website)'."
        yield Problem(markdown_file.content.path, line, "a link to a channel in HTML", fix)
    if known.channels is None:
        return
    for channel, line in markdown_file.channel_links():
        if channel not in known.channels:
            message = f"broken link: there is no channel '{channel}'"
            yield Problem(markdown_file.content.path, line, message, one_of(channel, known.channels))
