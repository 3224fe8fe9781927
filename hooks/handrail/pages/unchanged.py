"""What an earlier build made of an article is used again, as long as all that it was made of is the same.

Of its HTML that is the article's Markdown and what the memory's base stands for: configuration, data, templates, the
files of the site. Of the page around it that is the front matter of all articles, too: titles and links of others
stand there.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import astuple
from types import SimpleNamespace
from typing import Any

from handrail.content.article import Article
from handrail.content.glossary import groups
from handrail.pages.page_view import page_view
from handrail.pages.search_documents import search_documents
from handrail.pages.site_context import SiteContext
from handrail.search import parallel
from handrail.search.document import Section
from handrail.search.index_files import IndexFiles


def recall_content(site: SiteContext, page: Any, article: Article) -> None:
    """Give the engine's page its HTML and headings, where they are known, so that it converts no Markdown."""
    kept = site.memory.recall(f"{article.path} content", _content_parts(page))
    if kept is None:
        return
    page.content = kept["html"]
    page.toc = SimpleNamespace(items=[SimpleNamespace(title=title, url=url) for title, url in kept["headings"]])
    page.present_anchor_ids = set(kept["ids"])
    page.render = lambda *_: None
    site.sections[article.path] = tuple(Section(*section) for section in kept["sections"])


def view(site: SiteContext, page: Any, html: str) -> None:
    """Note what the page is that has this HTML; and keep the HTML of an article that had to be converted."""
    path = page.file.src_uri
    known = site.sections.get(path)
    site.views[path] = view = page_view(site.center, path, html, known)
    if view.article is None or view.article.is_draft or known is not None:
        return
    kept = {
        "html": html,
        "headings": [(item.title, item.url) for item in page.toc.items],
        "ids": sorted(getattr(page, "present_anchor_ids", None) or ()),
        "sections": [astuple(section) for section in view.sections],
    }
    site.memory.keep(f"{path} content", _content_parts(page), kept)


def recall_page(site: SiteContext, page: Any, article: Article, *others: str) -> str:
    """The whole page of an article, its policy included; empty where it is not known. `others` are parts of it."""
    path, parts = article.path, _page_parts(site, page, article, others)
    kept = site.memory.recall(f"{path} page", parts)
    if kept is None or any(site.bundles.path(*sheets) != name for name, sheets in kept["bundles"].items()):
        site.made_of[path] = parts
        return ""
    site.unchanged.add(path)
    site.inline_scripts.update(kept["scripts"])
    html: str = kept["html"]
    return html


def keep_page(site: SiteContext, path: str, html: str, scripts: Iterable[str]) -> None:
    """Keep the page at a path, if it is an article's. `scripts` are the hashes of those that stand in it."""
    if path not in site.made_of:
        return
    bundles = {name: sheets for name, sheets in site.bundles.parts.items() if name in html}
    kept = {"html": html, "bundles": bundles, "scripts": sorted(scripts)}
    site.memory.keep(f"{path} page", site.made_of.pop(path), kept)


def indexes(site: SiteContext) -> dict[str, IndexFiles]:
    """The search index of each language; only those are built in which a document is another."""
    documents = search_documents(site.center, site.views)
    parts = {code: (repr(of_language),) for code, of_language in documents.items()}
    kept = {code: site.memory.recall(f"{code} index", parts[code]) for code in documents}
    new = {code: of_language for code, of_language in documents.items() if kept[code] is None}
    built = parallel.build_all(new, groups(site.center.glossary))
    for code, index in built.items():
        files = [(path, b64encode(data).decode()) for path, data in index.files]
        site.memory.keep(f"{code} index", parts[code], {"entry_file": index.entry_file, "files": files})
    return {code: built[code] if code in built else _index(kept[code]) for code in documents}


def _index(kept: Any) -> IndexFiles:
    return IndexFiles(kept["entry_file"], tuple((path, b64decode(data)) for path, data in kept["files"]))


def _content_parts(page: Any) -> tuple[str, ...]:
    return (page.markdown, str(page.canonical_url))


def _page_parts(site: SiteContext, page: Any, article: Article, others: Iterable[str]) -> tuple[str, ...]:
    """What the templates read of the article, of its original and of the site."""
    original = site.center.originals.get(article.path)
    return (*_content_parts(page), page.content, original.content.text if original else "", _shared(site), *others)


def _shared(site: SiteContext) -> str:
    """A hash of what all pages show parts of."""
    if not site.shared:
        front_matters = [page.front_matter_source.text for page in site.center.content_pages.values()]
        files = (site.scripts, site.theme_style, site.search_words, site.icons, site.browser_bars, site.manifests)
        site.shared = hashlib.blake2b(repr((front_matters, files)).encode()).hexdigest()
    return site.shared
