"""What others show of the site: icons, a picture, web app manifests, made of one drawing; and a word to robots."""

from typing import Any

from markupsafe import Markup

from handrail.metadata import robots_txt, site_icons, web_manifest
from handrail.pages import theme_language
from handrail.pages.site_context import SiteContext
from handrail.publishing import output


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    site = SiteContext.of(config)
    icons = site_icons.files(site.center.logo, site.center.settings.colours)
    site.icons, site.browser_bars = {use: path for use, (path, _) in icons.items()}, site_icons.BARS
    manifests = web_manifest.files(site.center, theme_language.directions(env, site.center), site.icons)
    site.manifests = {code: path for code, (path, _) in manifests.items()}
    output.write(config.site_dir, dict(icons.values()), dict(manifests.values()), robots_txt.files(config.site_url))
    env.globals["logo"] = Markup(site.center.logo.inside(("class", "logo"), ("aria-hidden", "true")))
    return env
