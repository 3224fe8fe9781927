"""The files for machines below /.well-known/: the channels, and whom to tell of a hole in the site's security."""

import logging
from pathlib import Path
from typing import Any

from helpcenter import wellknown
from helpcenter.center import HelpCenter

log = logging.getLogger("mkdocs.hooks.wellknown")


def on_post_build(*, config: Any) -> None:
    center: HelpCenter = config.extra["center"]
    for path, text in wellknown.files(center.registry, center.settings, config.site_url or ""):
        file = Path(config.site_dir, path)
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    security = center.settings.security
    if security and security.expires <= center.registry.today:
        log.warning(f"security.expires: {security.expires} is past, so there is no security.txt. Name a later day.")
