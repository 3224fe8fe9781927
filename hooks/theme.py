"""What is taken of the theme: templates, icons, words and the main style sheet. Not its scripts: no page loads them."""

from pathlib import Path
from typing import Any

from handrail.engine import cache_files
from handrail.pages import template_environment
from handrail.pages.site_context import SiteContext
from handrail.publishing import engine_files

UNUSED = ("assets/javascripts/", "assets/stylesheets/palette.", "assets/images/")
MAIN_STYLE = "assets/stylesheets/main."


def on_files(files: Any, *, config: Any) -> Any:
    engine_files.remove(files, lambda path: path.startswith(UNUSED) or path.endswith(".map"))
    (style,) = (file.url for file in files if file.src_uri.startswith(MAIN_STYLE))
    SiteContext.of(config).theme_style = style
    return files


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    compiled = cache_files.path(Path(config.config_file_path), "templates"), cache_files.code_version()
    template_environment.set_up(env, *compiled, site=SiteContext.of(config))
    return env
