"""What others show of the site: icons, a picture, web app manifests, made of one drawing; and a word to robots."""

from typing import Any

from markupsafe import Markup

from handrail.assets.fingerprint import named
from handrail.metadata import robots_txt, site_icons, web_manifest
from handrail.publishing import output

FOLDER = "assets/"


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    center = config.extra["center"]
    made = site_icons.files(center.mark, center.settings.colours, FOLDER)
    written = {**dict(made.values()), "robots.txt": robots_txt.text(config.site_url or "").encode()}
    installed = {side: made[f"installed-{side}"][0].removeprefix(FOLDER) for side in site_icons.INSTALLED}
    config.extra["manifests"] = {}
    for code, edition in center.editions.items():
        words = env.get_template(f"partials/languages/{edition.language.theme_name}.html").module
        direction = words.t("direction") or "ltr"
        text = web_manifest.manifest(center.settings, edition.language, direction, f"../{edition.home}", installed)
        path = named(f"{FOLDER}{code}.webmanifest", text)
        config.extra["manifests"][code] = path
        written[path] = text.encode()
    output.write(config.site_dir, written)
    config.extra["icons"] = {name: path for name, (path, _) in made.items()}
    config.extra["bars"] = site_icons.BARS
    env.globals["mark"] = Markup(center.mark.inside(("class", "mark"), ("aria-hidden", "true")))
    return env
