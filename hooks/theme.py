"""What is taken of the theme: its templates, icons, words and main style sheet. Not its scripts, which no page loads."""

from functools import cache

from markupsafe import Markup

UNUSED = ("assets/javascripts/", "assets/stylesheets/palette.", "assets/images/")


def on_files(files, *, config):
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    sheets = [file.url for file in files if file.src_uri.startswith("assets/stylesheets/main.")]
    config.extra["theme_style"] = sheets[0]
    return files


def on_env(env, *, config, files):
    """What people wrote is text: it is escaped wherever a template does not say that it is HTML.

    In templates `icon(name)` gives an icon of the theme, read once: every page shows dozens in its menu.
    """
    env.autoescape = True
    env.globals["icon"] = cache(lambda name: Markup(env.get_template(f".icons/{name}.svg").render()))
    return env
