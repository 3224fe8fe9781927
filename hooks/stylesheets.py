"""The style sheets: the theme's cut down to what the pages contain, and those that a page links joined to one."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from handrail.assets import css, used_selectors
from handrail.assets.css_bundle import FOLDER, Bundles
from handrail.publishing import output

COLOURS = f"{FOLDER}page/colours.css"
"""A template: the accent colours are configuration."""
_texts: dict[str, str] = {}


def on_files(files: Any, *, config: Any) -> Any:
    _texts.clear()
    for file in [file for file in files if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".css")]:
        _texts[file.src_uri] = file.content_string
        files.remove(file)
    return files


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """All pages are read and none is rendered yet: now is known what they contain."""
    theme, center = config.extra["theme_style"], config.extra["center"]
    _texts[COLOURS] = env.get_template(COLOURS).render(settings=center.settings)
    sheets = {path: css.read(text) for path, text in _texts.items() if path != theme}
    sheets[theme] = css.read(_texts[theme], _elements(env, config, files))
    config.extra["bundles"] = bundles = Bundles(sheets)
    env.filters["join_stylesheets"] = lambda links: Markup(bundles.join(links))
    return env


def on_post_build(*, config: Any) -> None:
    output.write(config.site_dir, config.extra["bundles"].files)


def _elements(env: Any, config: Any, files: Any) -> used_selectors.Elements:
    """Those of all pages: of their content, of our templates and of our scripts."""
    folder, languages = Path(config.theme.custom_dir), config.extra["center"].settings.languages
    words = (env.get_template(f"partials/languages/{language.theme_name}.html").module for language in languages)
    content = used_selectors.of_content(file.page.content or "" for file in files.documentation_pages())
    templates = used_selectors.of_templates(file.read_text("utf-8") for file in folder.rglob("*.html"))
    scripts = used_selectors.of_scripts(file.read_text("utf-8") for file in folder.rglob("*.js"))
    return (content | templates | scripts).where("dir", [each.t("direction") or "ltr" for each in words])
