"""Makes the page of a document again as its Markdown is now, with all that the last build knows of the site.

An author sees it at once, however large the site is. Whatever else shows the document waits for the build of the whole
site: search, copies of it, and the page of a translation, which tells whether it lacks a change.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from handrail.cache.memory import Memory
from handrail.content import markdown_file
from handrail.engine import fingerprint
from handrail.markdown import suppressions
from handrail.pages.site_context import KEY, SiteContext
from handrail.schema.problem import Problem
from handrail.schema.source import Source


def pages(config: Any, paths: Iterable[str]) -> dict[str, str]:
    """The new pages of the documents at `paths` below the docs folder, by their files in the built site.

    `config` is that of the last build. There are none where only a whole build can make them: more than the Markdown is
    another, or the build refuses it and says why.
    """
    site: SiteContext | None = config.extra.get(KEY)
    if site is None or not fingerprint.is_ours(config):
        return {}
    site.memory = Memory()  # the next build learns nothing from this
    sheets = set(site.bundles.files)
    try:
        made = dict(_page(site, config, path) for path in paths)
    except (Exception, SystemExit):
        return {}
    return made if sheets == set(site.bundles.files) else {}


def _page(site: SiteContext, config: Any, path: str) -> tuple[str, str]:
    """A page's file and text. Raises LookupError where more than its Markdown is another, and whatever hooks raise."""
    assert site.engine
    page = site.engine.files.get_file_from_path(path).page
    page.markdown = _markdown(site, config, path)
    page.__dict__.pop("render", None)  # that of the engine is in its place where the HTML was known
    site.sections.pop(path, None)
    site.unchanged.discard(path)
    run, of_page = config.plugins, {"page": page, "config": config}
    page.markdown = run.on_page_markdown(page.markdown, files=site.engine.files, **of_page)
    page.render(config, site.engine.files)
    page.content = run.on_page_content(page.content, files=site.engine.files, **of_page)
    documents = site.engine.files.documentation_pages()
    context = import_module("mkdocs.commands.build").get_context(config.nav, documents, config, page)
    context = run.on_page_context(context, nav=config.nav, **of_page)
    text = site.engine.environment.get_template(page.meta["template"]).render(context)
    return page.file.dest_uri, run.on_post_page(text, **of_page)


def _markdown(site: SiteContext, config: Any, path: str) -> str:
    docs, known = Path(config.docs_dir), site.center.content_pages[path]
    source = Source.read(docs / path, f"{docs.name}/{path}")
    if isinstance(source, Problem) or markdown_file.too_deep(source):
        raise LookupError(path)
    written, _ = markdown_file.read(source, path, known.language)
    if written is None or written.front_matter.text != known.front_matter_source.text:
        raise LookupError(path)
    return suppressions.removed(written.content.text).lstrip("\n")
