"""For machines that read: articles as Markdown, lists of them, feeds of changes, and what each page is."""

from typing import Any

from handrail.metadata import markdown_copy, structured_data
from handrail.metadata.text_files import text_files
from handrail.pages.site_context import SiteContext
from handrail.publishing import output


def on_env(env: Any, *, config: Any, files: Any) -> None:
    output.write(config.site_dir, text_files(SiteContext.of(config).center, config.site_url or ""))


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    site = SiteContext.of(config)
    view = site.view(page)
    context["transcript"] = markdown_copy.FILE if view.article else ""
    context["structured"] = structured_data.of_page(site.center, view, page.content, config.site_url or "")
    return context
