"""The browser's scripts: each entrance joined with all it imports, under a name that changes with its content."""

from typing import Any

from handrail.assets import js_bundle
from handrail.assets.fingerprint import named
from handrail.pages.site_context import SiteContext
from handrail.publishing import generated_files
from handrail.secrets import wordlists

FOLDER = "assets/"
ENTRANCES = (
    "page/main.js",
    "language_chooser/language_chooser.js",
    "not_found/not_found.js",
    "search/engine.js",
    "searchbox/lazy_entry.js",
    "contact/contact_page.js",
    "contact/contact_form.js",
    "verify/verify_page.js",
    "verify/verify_form.js",
)
WORDLISTS = "secrets/wordlist_data.js"


def on_files(files: Any, *, config: Any) -> Any:
    sources = {file.src_uri: file for file in files if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".js")}
    texts = {path.removeprefix(FOLDER): file.content_string for path, file in sources.items()}
    texts[WORDLISTS] = wordlists.javascript()
    for file in sources.values():
        files.remove(file)
    site = SiteContext.of(config)
    for entrance in ENTRANCES:
        script = js_bundle.join(texts, entrance)
        name = entrance.rpartition("/")[2].removesuffix(".js")
        path = named(f"{FOLDER}{name}.js", script)
        generated_files.add(files, config, path, script)
        site.scripts[name] = path
    return files
