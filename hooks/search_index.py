"""Search: an index for each language, made of the pages as readers see them, written beside them."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from handrail.center.help_center import HelpCenter
from handrail.content.article import Article
from handrail.content.glossary import Glossary, groups
from handrail.metadata import opensearch
from handrail.pages import search_box
from handrail.publishing import output
from handrail.search import index_files
from handrail.search.document import Document, Section
from handrail.search.html_sections import sections

FOLDER = "search/"
MANY = 2000
"""From so many articles on, in all languages together, processes are worth starting."""
_sections: dict[str, tuple[Section, ...]] = {}


def on_files(files: Any, *, config: Any) -> None:
    _sections.clear()


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> None:
    path = page.file.src_uri
    if config.extra["center"].article_at(path):
        _sections[path] = sections(html)


def on_env(env: Any, *, config: Any, files: Any) -> None:
    """All pages are read and none is rendered yet: now the indexes can be made, and pages told their names."""
    center: HelpCenter = config.extra["center"]
    config.extra["search"], config.extra["search_words"] = {}, {}
    documents = {
        code: [_entry(center, article) for article in edition.articles.values()]
        for code, edition in center.editions.items()
    }
    for (code, edition), built in zip(center.editions.items(), _build(documents, center.glossary), strict=True):
        config.extra["search"][code] = FOLDER + built.entrance
        words, text = search_box.words(center, edition)
        config.extra["search_words"][code] = FOLDER + words
        written = {**dict(built.files), words: text.encode()}
        if config.site_url:
            written[f"{code}.xml"] = opensearch.description(
                center.settings.site_name[code],
                center.settings.description[code],
                code,
                config.site_url + edition.search_url,
            ).encode()
        output.write(Path(config.site_dir, FOLDER), written)


def _build(documents: Mapping[str, Sequence[Document]], glossary: Glossary) -> list[index_files.Files]:
    """The index of each language; those of a site that is not small, each in a process of its own."""
    build = partial(index_files.build, glossary=groups(glossary))
    if len(documents) == 1 or sum(map(len, documents.values())) < MANY:
        return [build(code, held) for code, held in documents.items()]
    with ProcessPoolExecutor(min(len(documents), os.cpu_count() or 1)) as processes:
        return list(processes.map(build, documents.keys(), documents.values()))


def _entry(center: HelpCenter, article: Article) -> Document:
    others = {code: edition.articles.get(article.id) for code, edition in center.editions.items()}
    return Document(
        id=article.id,
        url=article.url,
        language=article.language,
        title=article.title,
        summary=article.summary,
        questions=tuple(article.front_matter.questions),
        sections=_sections[article.path],
        counterparts={
            code: (other.url, other.title) for code, other in others.items() if other and code != article.language
        },
    )
