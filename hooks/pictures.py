"""The pictures of articles: the files that the build makes of them, before pages are made that show them."""

from functools import partial
from pathlib import Path
from typing import Any

from handrail.engine import cache_files
from handrail.pages import pictures
from handrail.pages.site_context import SiteContext
from handrail.publishing import engine_files


def on_files(files: Any, *, config: Any) -> Any:
    site = SiteContext.of(config)
    paths = engine_files.others_in(files, config.docs_dir)
    keep = partial(cache_files.kept, cache_files.path(Path(config.config_file_path), "pictures"))
    site.markup.pictures = pictures.of_site(site.center, Path(config.docs_dir), paths, keep)
    for path, content in site.markup.pictures.made.items():
        engine_files.add(files, config, path, content)
    return files


def on_env(env: Any, *, config: Any, files: Any) -> None:
    """All pages are read: what none of them shows is not published."""
    site = SiteContext.of(config)
    unused = set(site.markup.pictures.sources)
    if not any("<figure" in (file.page.content or "") for file in files.documentation_pages()):
        unused.add(site.scripts["zoom"])
    engine_files.remove(files, lambda path: path in unused)
