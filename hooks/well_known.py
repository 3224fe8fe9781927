"""The files for machines below /.well-known/: the channels, and whom to tell of a hole in the site's security."""

import logging
from typing import Any

from handrail.metadata import well_known
from handrail.pages.site_context import SiteContext
from handrail.publishing import output

log = logging.getLogger("mkdocs.hooks.wellknown")


def on_post_build(*, config: Any) -> None:
    center = SiteContext.of(config).center
    output.write(config.site_dir, dict(well_known.files(center.registry, center.settings, config.site_url or "")))
    for warning in well_known.warnings(center.registry, center.settings):
        log.warning(warning)
