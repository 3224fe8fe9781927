"""Reads and checks everything people wrote. A build with a mistake in it ends here, before any page is made.

What the engine hands over is `Any` here and in every hook: the same hooks run under more than one engine.
"""

import logging
import os
import posixpath
from html import escape
from pathlib import Path
from typing import Any

from handrail.center import loader
from handrail.center.docs_folder import DATA
from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.center.theme_resources import Theme
from handrail.channels import channel_links
from handrail.channels.status import EffectiveStatus
from handrail.markdown import suppressions
from handrail.pages import heading_anchors, language_spans, print_links
from handrail.schema import dates
from handrail.schema.problem import ContentError, Problem
from handrail.schema.source import Source

log = logging.getLogger("mkdocs.hooks.content")


def on_files(files: Any, *, config: Any) -> Any:
    try:
        center = _read(files, config)
    except ContentError as error:
        raise SystemExit(str(error)) from None
    for warning in center.warnings:
        log.warning(warning)
    config.extra["center"] = center
    config.nav = _navigation(center)
    drafts = {path for path, content_page in center.content_pages.items() if not content_page.published}
    for file in list(files):
        if file.src_uri in drafts or file.src_uri.startswith(f"{DATA}/"):
            files.remove(file)
    for path in center.generated_pages:
        file = _new_file(files, config, path)
        if path in center.redirects:
            file.dest_uri = center.redirects[path].file
        files.append(file)
    return files


def on_page_read_source(page: Any, *, config: Any) -> str:
    """The text below the head. The head is read already; the engine would parse it once more."""
    content_page = config.extra["center"].content_pages.get(page.file.src_uri)
    return f"\n{suppressions.removed(content_page.content.text)}" if content_page else ""


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> None:
    page.meta = config.extra["center"].meta(page.file.src_uri)


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    center: HelpCenter = config.extra["center"]
    edition = center.edition_of(page.file.src_uri) or next(iter(center.editions.values()))

    def name(title: str) -> str:
        return center.ui_strings.say(edition.language.code, "article.section", title=title)

    spoken = language_spans.marked(html, edition.language, center.settings.languages)
    return heading_anchors.linked(print_links.addressed(_linked(spoken, center, edition), page.canonical_url), name)


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    """`place` is where a page looks at others from: the same for articles side by side, whose links are the same."""
    center, path = config.extra["center"], page.file.src_uri
    context["article"] = article = center.article_at(path)
    context["category"] = center.categories[article.front_matter.category] if article else center.category_at(path)
    edition = center.edition_of(path)
    page.previous_page, page.next_page = edition.previous_and_next(article) if article else (None, None)
    context["place"] = posixpath.dirname(article.url.rstrip("/")) if article else page.url
    context["vendor_feedback"] = _vendor_feedback(center, edition) if article else ""
    return context


def _read(files: Any, config: Any) -> HelpCenter:
    path, docs = Path(config.config_file_path), Path(config.docs_dir)
    source = Source.read(path, path.name)
    if isinstance(source, Problem):
        raise ContentError([source])
    if not config.use_directory_urls:
        fix = "Delete it: the address of a page is a folder, as in 'en/lost-phone/'."
        raise ContentError([source.problem(("use_directory_urls",), "use_directory_urls is off", fix)])
    return loader.read(
        configuration=source,
        extra=config.extra,
        theme=Theme(tuple(map(Path, config.theme.dirs))),
        docs=docs,
        name=docs.name,
        paths=[file.src_uri for file in files.documentation_pages()],
    ).center(dates.today(os.environ))


def _linked(html: str, center: HelpCenter, edition: Edition) -> str:
    """`html` with its links to channels made what the channels' statuses allow, in the words of the edition."""

    def caveat(one: EffectiveStatus) -> str:
        return center.ui_strings.say(edition.language.code, "channel.documented", host=one.place, date=one.since)

    return channel_links.render_links(html, center.registry.statuses, caveat)


def _vendor_feedback(center: HelpCenter, edition: Edition) -> str:
    """The link to where the vendor takes feedback; empty where none is named, or where it may not be linked to."""
    id, code = center.settings.feedback, edition.language.code
    words = escape(center.ui_strings.say(code, "feedback.vendor", vendor=center.settings.vendor[code]))
    leads_there = id is not None and center.registry.statuses[id].href
    return _linked(f'<a href="channel:{id}">{words}</a>', center, edition) if leads_there else ""


def _new_file(files: Any, config: Any, path: str) -> Any:
    """An empty page at `path`. Its class is the engine's own, whichever engine runs."""
    return type(next(iter(files))).generated(config, path, content="")


def _navigation(center: HelpCenter) -> list[Any]:
    """The engine's `nav`: each language holds its home page and its categories, each category its articles."""
    navigation: list[Any] = []
    for code, edition in center.editions.items():
        items: list[Any] = [f"{edition.home}index.md"]
        for category, shelf in edition.shelves.items():
            pages = [f"{edition.home}{category}/index.md", *(article.path for article in shelf)]
            items.append({center.categories[category].title[code]: pages})
        navigation.append({center.ui_strings.say(code, "home"): items})
    return navigation
