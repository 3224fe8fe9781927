"""The worker that keeps the site on readers' devices, or the one that takes leave of them. Looks at the whole site."""

from pathlib import Path
from typing import Any

from handrail.assets import js_bundle
from handrail.center.help_center import HelpCenter
from handrail.publishing import service_worker


def on_post_build(*, config: Any) -> None:
    center: HelpCenter = config.extra["center"]
    site, scripts = Path(config.site_dir), Path(config.theme.custom_dir, "assets/offline")
    name = "service_worker.js" if center.settings.offline else "unregister_worker.js"
    script = js_bundle.join({name: (scripts / name).read_text("utf-8")}, name)
    if center.settings.offline:
        files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
        script = service_worker.worker(script, files, center)
    (site / service_worker.WORKER).write_text(script, "utf-8", newline="\n")
