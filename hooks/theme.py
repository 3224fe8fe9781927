"""What is taken of the theme: templates, icons, words and the main style sheet. Not its scripts: no page loads them."""

from functools import cache
from typing import Any

from markupsafe import Markup

UNUSED = ("assets/javascripts/", "assets/stylesheets/palette.", "assets/images/")


def on_files(files: Any, *, config: Any) -> Any:
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    sheets = [file.url for file in files if file.src_uri.startswith("assets/stylesheets/main.")]
    config.extra["theme_style"] = sheets[0]
    return files


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """What people wrote is text: it is escaped wherever a template does not say that it is HTML.

    In templates `icon(name)` gives an icon of the theme, read once: every page shows dozens in its menu.
    """
    env.autoescape = True

    @cache
    def icon(name: str) -> Markup:
        return Markup(env.get_template(f".icons/{name}.svg").render())

    env.globals["icon"] = icon
    return env
