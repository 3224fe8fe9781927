"""The files for machines below /.well-known/: the channels, and whom to tell of a hole in the site's security."""

import logging
from typing import Any

from helpcenter import site, wellknown
from helpcenter.center import HelpCenter

log = logging.getLogger("mkdocs.hooks.wellknown")


def on_post_build(*, config: Any) -> None:
    center: HelpCenter = config.extra["center"]
    site.write(config.site_dir, dict(wellknown.files(center.registry, center.settings, config.site_url or "")))
    security = center.settings.security
    if security and security.expires <= center.registry.today:
        log.warning(f"security.expires: {security.expires} is past, so there is no security.txt. Name a later day.")
