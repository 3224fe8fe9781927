"""For machines that read: articles as Markdown, lists of them, feeds of changes, and what each page is."""

from pathlib import Path
from typing import Any

from handrail.center.routes import THIRD_PARTY
from handrail.metadata import markdown_copy, structured_data
from handrail.metadata.text_files import text_files
from handrail.metadata.third_party import notices
from handrail.pages.site_context import SiteContext
from handrail.publishing import output


def on_env(env: Any, *, config: Any, files: Any) -> None:
    site = SiteContext.of(config)
    texts = text_files(site.center, config.site_url or "", site.markup.pictures)
    output.write(config.site_dir, texts, {THIRD_PARTY: notices(map(Path, config.theme.dirs))})


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    site = SiteContext.of(config)
    view = site.view(page)
    context["transcript"] = markdown_copy.FILE if view.article or view.is_guide else ""
    context["structured"] = structured_data.of_page(site.center, view, page.content, config.site_url or "")
    return context
