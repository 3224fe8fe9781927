"""Each page's content security policy, and headers for the host. The last hook, as it looks at what the others made."""

from pathlib import Path
from typing import Any

from handrail.checks.page_ids import require_own_ids
from handrail.pages import unchanged
from handrail.pages.site_context import SiteContext
from handrail.publishing import csp, host_config, precompressed, staging
from handrail.publishing import output as site_output
from handrail.schema import progress
from handrail.schema.problem import stopping_on_problems

_served = False
"""Whether the engine's own development server shows the site. An engine says so once, before the first build."""


def on_startup(*, command: str, dirty: bool) -> None:
    global _served
    _served = command == "serve"


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    """All that the templates are told is known: an article's page that was made of the same is not rendered."""
    site = SiteContext.of(config)
    progress.step("Writing pages", len(site.views))
    if article := site.view(page).article:
        changing = (repr(context["announcements"]), str(_served))
        context["unchanged"] = unchanged.recall_page(site, page, article, *changing)
    return context


def on_post_page(output: str, *, page: Any, config: Any) -> str:
    site, path = SiteContext.of(config), page.file.src_uri
    if path in site.unchanged:
        return output
    with stopping_on_problems():
        require_own_ids(output, page.content or "", f"{Path(config.docs_dir).name}/{path}")
    html, scripts = _enforce(output, page.meta["template"], config, page.content or "")
    unchanged.keep_page(site, path, html, scripts)
    return html


def on_post_template(output_content: str, *, template_name: str, config: Any) -> str:
    return _enforce(output_content, template_name, config)[0] if template_name.endswith(".html") else output_content


def on_post_build(*, config: Any) -> None:
    """What hosts need; and the mark by which the next build knows the folder, whichever command made it."""
    site, folder = SiteContext.of(config), Path(config.site_dir)
    settings = site.center.settings
    if settings.precompress:
        progress.step("Compressing files")
        precompressed.write(folder)
    site_output.write(folder, host_config.of_site(folder, site.inline_scripts, config.site_url or "", settings))
    site.memory.forget_unused()
    staging.mark(folder)


def _enforce(page: str, template: str, config: Any, content: str = "") -> tuple[str, set[str]]:
    """The page with its policy, and its scripts' hashes. One in the content is not allowed, as no template owns it."""
    scripts = csp.inline_scripts(page.replace(content, "", 1))
    site = SiteContext.of(config)
    site.inline_scripts.update(scripts)
    try:
        return csp.enforce(page, scripts, _served, site.center.settings.search.host), scripts
    except csp.PolicyError as error:
        raise SystemExit(f"{template}: {error}.") from None
