"""Reads and checks everything people wrote. A build with a mistake in it ends here, before any page is made.

What the engine hands over is `Any` here and in every hook: the same hooks run under more than one engine.
"""

import hashlib
import logging
import os
from functools import partial
from pathlib import Path
from typing import Any

from handrail.cache.memory import Memory
from handrail.center.help_center import HelpCenter
from handrail.center.navigation import navigation
from handrail.center.published_files import is_unpublished
from handrail.checks.build_check import center_to_publish
from handrail.checks.read_context import read_context
from handrail.checks.unsafe_html import require_safe
from handrail.engine import cache_files, fingerprint
from handrail.markdown import extensions, suppressions
from handrail.pages import embedded, unchanged, verify_page
from handrail.pages.site_context import Engine, SiteContext
from handrail.pages.vendor_feedback import vendor_feedback
from handrail.publishing import engine_files
from handrail.schema import progress
from handrail.schema.problem import stopping_on_problems
from handrail.schema.unchecked import is_unchecked

log = logging.getLogger("mkdocs.hooks.content")


def on_config(config: Any) -> None:
    extensions.complete(config)


def on_files(files: Any, *, config: Any) -> Any:
    progress.step("Checking articles")
    center = _load(files, config)
    SiteContext.start(config, center, is_unchecked(os.environ))
    config.nav = navigation(center)
    engine_files.remove(files, partial(is_unpublished, center.drafts, center.editions))
    for path in center.generated_pages:
        engine_files.add(files, config, path, published_at=center.published_at(path))
    return files


def on_page_read_source(page: Any, *, config: Any) -> str:
    """The Markdown without the front matter, which is read already; the engine would parse it once more."""
    written = SiteContext.of(config).center.content_pages.get(page.file.src_uri)
    return f"\n{suppressions.removed(written.content.text)}" if written else ""


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> None:
    site, path = SiteContext.of(config), page.file.src_uri
    progress.step("Converting pages", site.center.page_count)
    page.meta = site.center.meta(path)
    if not site.views:
        site.memory = _memory(site, config, files)
    if article := site.center.article_at(path):
        unchanged.recall_content(site, page, article)
    site.markup.begin(path, page.canonical_url)


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    site, path = SiteContext.of(config), page.file.src_uri
    if not (path in site.sections or site.is_unchecked or site.center.is_draft(path)):
        with stopping_on_problems():
            require_safe(html, f"{Path(config.docs_dir).name}/{path}")
    if article := site.center.embedded_article(path):  # which has its content, as it is before any generated page
        html = embedded.content(files.get_file_from_path(article.path).page.content, article.url, path)
    unchanged.view(site, page, html)
    return html


def on_env(env: Any, *, config: Any, files: Any) -> None:
    SiteContext.of(config).engine = Engine(files, env)


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    site = SiteContext.of(config)
    view = site.view(page)
    context["vendor_feedback"] = vendor_feedback(site.center, view)
    context["verification"] = partial(verify_page.registry, site.center, config.site_url or "")
    return context | view.variables


def _memory(site: SiteContext, config: Any, files: Any) -> Memory:
    """What earlier builds left for the same address. What no rule looked at is not remembered."""
    base = fingerprint.of_site(config, files, site.center)
    address = hashlib.blake2b((config.site_url or "").encode(), digest_size=4).hexdigest()
    folder = cache_files.path(Path(config.config_file_path), f"pages-{address}")
    return Memory(folder if base else None, base, frozen=site.is_unchecked)


def _load(files: Any, config: Any) -> HelpCenter:
    with stopping_on_problems():
        paths = [file.src_uri for file in files.documentation_pages()]
        others = engine_files.others_in(files, config.docs_dir)
        context = read_context(config, paths, others, *cache_files.texts(Path(config.config_file_path)))
        center = center_to_publish(context, is_unchecked(os.environ))
    for warning in center.warnings:
        log.warning(warning)
    return center
