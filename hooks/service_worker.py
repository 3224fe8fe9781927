"""The service worker that keeps the site on readers' devices, or the one that unregisters it. It looks at all files."""

from pathlib import Path
from typing import Any

from handrail.assets import js_bundle
from handrail.center.routes import ASSETS, SERVICE_WORKER
from handrail.center.theme_resources import Theme
from handrail.pages.site_context import SiteContext
from handrail.publishing import output, service_worker


def on_post_build(*, config: Any) -> None:
    center = SiteContext.of(config).center
    name = service_worker.source_name(center.settings)
    source = Theme.of(config).read(f"{ASSETS}offline/{name}")
    script = js_bundle.join({name: source}, name)
    output.write(config.site_dir, {SERVICE_WORKER: service_worker.for_site(script, Path(config.site_dir), center)})
