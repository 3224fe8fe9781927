"""The style sheets: the theme's cut down to what the pages contain, and those that a page links joined to one."""

from typing import Any

from markupsafe import Markup

from handrail.assets import css_bundle, used_selectors
from handrail.center.routes import ASSETS
from handrail.center.theme_resources import Theme
from handrail.pages import theme_language
from handrail.pages.site_context import SiteContext
from handrail.publishing import engine_files, output

COLOURS = f"{ASSETS}page/colours.css"
"""A template: the accent colours are configuration."""


def on_files(files: Any, *, config: Any) -> Any:
    SiteContext.of(config).style_sheets = engine_files.take(files, ASSETS, ".css")
    return files


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """All pages are read and none is rendered yet: now is known what they contain."""
    site = SiteContext.of(config)
    contents = (file.page.content or "" for file in files.documentation_pages())
    directions = theme_language.directions(env, site.center).values()
    elements = used_selectors.of_site(contents, Theme.of(config).own, directions)
    site.style_sheets[COLOURS] = env.get_template(COLOURS).render(settings=site.center.settings)
    site.bundles = css_bundle.bundles(site.style_sheets, site.theme_style, elements)
    env.filters["join_stylesheets"] = lambda links: Markup(site.bundles.join(links))
    return env


def on_post_build(*, config: Any) -> None:
    output.write(config.site_dir, SiteContext.of(config).bundles.files)
