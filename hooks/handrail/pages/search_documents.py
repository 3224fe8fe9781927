"""The articles and guides of a help center as documents of search: what a page says, and where its translations are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from handrail.center import routes
from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.content.article import Article
from handrail.content.guide import SEARCHED_AS, Guide
from handrail.pages import link_texts
from handrail.pages.page_view import PageView
from handrail.search.document import Document, Section


def search_documents(center: HelpCenter, views: Mapping[str, PageView]) -> dict[str, list[Document]]:
    """The documents of each language. `views` are those of all pages, by path."""
    return {code: list(_documents(center, views, edition, code)) for code, edition in center.editions.items()}


def _documents(center: HelpCenter, views: Mapping[str, PageView], edition: Edition, code: str) -> Iterator[Document]:
    articles = edition.articles.values()
    called = link_texts.by_target(link for article in articles for link in views[article.path].links)
    for document in (
        *(_document(center, views[article.path], article) for article in articles),
        *(_guide(center, guide, code) for guide in center.guides.values()),
    ):
        texts = called.get(document.url, ())
        yield replace(document, link_texts=tuple(text for text in texts if text != document.title))


def _document(center: HelpCenter, view: PageView, article: Article) -> Document:
    return Document(
        id=article.id,
        url=article.url,
        language=article.language,
        title=article.title,
        summary=article.summary,
        questions=(*article.front_matter.questions, *article.front_matter.search_phrases),
        query_shapes=tuple(article.front_matter.query_shapes),
        sections=view.sections,
        category=article.front_matter.category_path,
        counterparts={
            code: (url, center.editions[code].articles[article.id].title)
            for code, url in view.counterparts.items()
            if code != article.language
        },
    )


def _guide(center: HelpCenter, guide: Guide, code: str) -> Document:
    texts = [question.text[code] for question in guide.questions.values()]
    return Document(
        id=guide.document_id,
        url=routes.guide(code, guide.id),
        language=code,
        title=guide.title[code],
        summary=guide.summary[code],
        questions=tuple(guide.content.asked[code]),
        sections=(Section(1, "", "", "\n".join(texts)),),
        category=SEARCHED_AS,
        counterparts={
            other: (routes.guide(other, guide.id), guide.title[other]) for other in center.editions if other != code
        },
    )
