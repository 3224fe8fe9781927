"""The page that leads to support: told what it is made of when it is rendered, and given pictures of ids to scan."""

from typing import Any

from helpcenter import picture
from helpcenter.center import HelpCenter
from helpcenter.journey import Journey


def on_files(files: Any, *, config: Any) -> Any:
    center: HelpCenter = config.extra["center"]
    engine_file = type(next(iter(files)))
    for way in Journey(center, next(iter(center.editions.values()))).ways:
        if way.handle:
            files.append(engine_file.generated(config, way.picture, content=picture.svg(way.handle)))
    return files


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    center: HelpCenter = config.extra["center"]
    edition = center.edition_of(page.file.src_uri)
    if edition and page.file.src_uri == f"{edition.support_url}index.md":
        context["journey"] = Journey(center, edition)
    return context
