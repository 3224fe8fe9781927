"""The files for machines below /.well-known/: the channels, and whom to tell of a hole in the site's security."""

import logging
from typing import Any

from handrail.center.help_center import HelpCenter
from handrail.metadata import well_known
from handrail.publishing import output

log = logging.getLogger("mkdocs.hooks.wellknown")


def on_post_build(*, config: Any) -> None:
    center: HelpCenter = config.extra["center"]
    output.write(config.site_dir, dict(well_known.files(center.registry, center.settings, config.site_url or "")))
    security = center.settings.security
    if security and security.expires <= center.registry.today:
        log.warning(f"security.expires: {security.expires} is past, so there is no security.txt. Name a later day.")
