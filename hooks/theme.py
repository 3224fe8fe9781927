"""What is taken of the theme: templates, icons, words and the main style sheet. Not its scripts: no page loads them."""

from collections.abc import Callable
from functools import cache
from typing import Any

from markupsafe import Markup

UNUSED = ("assets/javascripts/", "assets/stylesheets/palette.", "assets/images/")

XMLNS = ' xmlns="http://www.w3.org/2000/svg"'
"""What an icon says in a file of its own and need not say in a page."""


def on_files(files: Any, *, config: Any) -> Any:
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    sheets = [file.url for file in files if file.src_uri.startswith("assets/stylesheets/main.")]
    config.extra["theme_style"] = sheets[0]
    return files


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """What people wrote is text: it is escaped wherever a template does not say that it is HTML.

    Lines that hold nothing but a tag of a template leave nothing in the page, and data is written as it is read.
    In templates `icon(name)` gives an icon of the theme, read once, and `{% call once(…) %}` renders what it holds once
    for each set of values it depends on. No template changes while a site is built, so none is looked at again.
    """
    env.auto_reload = False
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}

    @cache
    def icon(name: str) -> Markup:
        return Markup(env.get_template(f".icons/{name}.svg").render().replace(XMLNS, ""))

    made: dict[tuple[Any, ...], Any] = {}

    def once(*values: Any, caller: Callable[[], Any]) -> Any:
        if values not in made:
            made[values] = caller()
        return made[values]

    env.globals.update(icon=icon, once=once)
    return env
