"""What the files say of one another: every id that one names must stand in another, and only once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .article import Article, channel_links
from .problem import Problem, one_of
from .settings import KEY, Settings
from .source import Source

Ids = Collection[str] | None
"""None where a file could not be read: then nothing is said of the ids that it may hold."""


@dataclass(frozen=True)
class Known:
    """The ids that may be named, and the documents there are."""

    paths: frozenset[str]
    categories: Ids
    channels: Ids
    issue_types: Ids
    articles: Ids


def problems(codes: Iterable[str], docs: str, articles: Iterable[Article], known: Known) -> list[Problem]:
    """Every id that an article names and that does not exist, or exists twice; every file out of its place."""
    articles = list(articles)
    found = _duplicates(articles) + _places(codes, docs, articles, known)
    for article in articles:
        found += _names(article, known)
    return found


def settings_problems(settings: Settings, configuration: Source, known: Known) -> list[Problem]:
    """The articles that the settings name and that do not exist."""
    named = [("contact", settings.contact), ("home.emergency", settings.home.emergency)]
    named += [("home.most_asked", id) for id in settings.home.most_asked]
    return [
        configuration.problem(
            (*KEY, *key.split(".")), f"{key}: there is no article '{id}'", one_of(id, known.articles)
        )
        for key, id in named
        if id and known.articles is not None and id not in known.articles
    ]


def missing_twins(codes: Iterable[str], articles: Iterable[Article]) -> list[Problem]:
    """The articles that some language lacks."""
    languages: dict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        languages[article.id][article.language] = article
    found = []
    for id, held in languages.items():
        article = next(iter(held.values()))
        for code in set(codes) - held.keys():
            path = article.body.path.replace(f"/{article.language}/", f"/{code}/", 1)
            message = f"'{id}' has no twin in '{code}'"
            found.append(article.head_source.problem(("id",), message, f"Translate it into {path}."))
    return sorted(found)


def _duplicates(articles: Iterable[Article]) -> list[Problem]:
    first: dict[tuple[str, str], Article] = {}
    found = []
    for article in articles:
        earlier = first.setdefault((article.language, article.id), article)
        if earlier is not article:
            message = f"the id '{article.id}' is also that of {earlier.body.path}"
            found.append(article.head_source.problem(("id",), message, "Give one of them another id."))
    return found


def _places(codes: Iterable[str], docs: str, articles: Iterable[Article], known: Known) -> list[Problem]:
    found = []
    for article in articles:
        if not article.language:
            folders = " or ".join(f"{docs}/{code}" for code in codes)
            message = "an article outside the folders of the languages"
            found.append(Problem(article.body.path, 1, message, f"Move it into {folders}."))
    for code in codes:
        if f"{code}/index.md" not in known.paths:
            cure = "Add it, with 'template: home.html', a title and a summary in its head."
            found.append(Problem(f"{docs}/{code}/index.md", 0, f"the home page in '{code}' is missing", cure))
        for category in known.categories or ():
            path = f"{code}/{category}/index.md"
            if path in known.paths:
                message = f"the build makes the page of the category '{category}' itself"
                found.append(Problem(f"{docs}/{path}", 0, message, "Rename the file."))
    return found


def _names(article: Article, known: Known) -> list[Problem]:
    """What is wrong with the ids that an article names."""
    head, source = article.head, article.head_source
    found = []
    for key, ids, allowed in (
        ("category", [head.category], known.categories),
        ("related", head.related, known.articles),
        ("channels", head.channels, known.channels),
        ("issue_types", head.issue_types, known.issue_types),
    ):
        for id in ids if allowed is not None else ():
            if id not in allowed:
                found.append(source.problem((key,), f"{key}: there is no '{id}'", one_of(id, allowed)))
    for channel, line in channel_links(article) if known.channels is not None else ():
        if channel not in known.channels:
            message = f"a link to the channel '{channel}', which is not in the registry"
            found.append(Problem(article.body.path, line, message, one_of(channel, known.channels)))
    return found
