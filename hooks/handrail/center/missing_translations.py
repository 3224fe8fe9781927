"""The published articles that some language lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from handrail.content.markdown_file import MarkdownFile
from handrail.schema.problem import Problem


def problems(codes: Iterable[str], markdown_files: Iterable[MarkdownFile]) -> list[Problem]:
    """One for each article and language, at the id of the article that there is. Sorted."""
    codes = list(codes)
    articles: dict[str, dict[str, MarkdownFile]] = defaultdict(dict)
    by_path: dict[str, MarkdownFile] = {}
    for markdown_file in markdown_files:
        if markdown_file.is_article and markdown_file.language:
            articles[markdown_file.id][markdown_file.language] = markdown_file
            by_path[markdown_file.content.path] = markdown_file
    found = []
    for id, by_language in articles.items():
        article = next((article for article in by_language.values() if article.published), None)
        for code in codes if article else ():
            if article is None or code in by_language:
                continue
            path = article.content.path.replace(f"/{article.language}/", f"/{code}/", 1)
            message, fix = f"'{id}' has no '{code}' translation", f"Translate it into {path}."
            other = by_path.get(path)
            if other:
                message, fix = f"{message}: {path} has the id '{other.id}'", "Make the ids the same."
            is_said_of_other = other and other.published and article.language not in articles[other.id]
            if not (is_said_of_other and codes.index(code) < codes.index(article.language)):
                found.append(article.front_matter.problem(("id",), message, fix))
    return sorted(found)
