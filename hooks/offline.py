"""The worker that keeps the site on readers' devices, or the one that takes leave of them. Looks at the whole site."""

from pathlib import Path
from typing import Any

from helpcenter import modules, offline
from helpcenter.center import HelpCenter


def on_post_build(*, config: Any) -> None:
    center: HelpCenter = config.extra["center"]
    site, scripts = Path(config.site_dir), Path(config.theme.custom_dir, "assets/offline")
    name = "worker.js" if center.settings.offline else "farewell.js"
    script = modules.join({name: (scripts / name).read_text("utf-8")}, name)
    if center.settings.offline:
        files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
        script = offline.worker(script, files, center)
    (site / offline.WORKER).write_text(script, "utf-8", newline="\n")
