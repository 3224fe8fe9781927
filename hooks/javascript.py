"""The browser's scripts: each entrance joined with all it imports, under a name that changes with its content."""

from typing import Any

from handrail.assets import js_bundle
from handrail.center.help_center import HelpCenter
from handrail.center.routes import ASSETS
from handrail.pages import embedded
from handrail.pages.site_context import SiteContext
from handrail.publishing import engine_files
from handrail.secrets import wordlists

ENTRANCES = tuple(
    ASSETS + path
    for path in (
        "page/main.js",
        "language_chooser/language_chooser.js",
        "not_found/not_found.js",
        "search/engine.js",
        "searchbox/lazy_entry.js",
        "secrets/guard.js",
        "figure/zoom.js",
        "contact/contact_page.js",
        "contact/contact_form.js",
    )
)
VERIFY = (f"{ASSETS}verify/verify_page.js", f"{ASSETS}verify/verify_form.js")
"""Of the page that compares what readers were given with the channels."""
GUIDE = f"{ASSETS}guide/guide.js"
"""Of pages of guides, which not every site has."""
MOVED = f"{ASSETS}moved/moved.js"
"""Of pages at old addresses, which not every site has."""
HOSTED_SEARCH = (f"{ASSETS}hosted_search/hosted_engine.js", f"{ASSETS}hosted_search/unfinished_secret.js")
"""Of a site whose search box asks a server."""
EMBEDDED = f"{ASSETS}embed/embedded.js"
"""Of pages in frames of the product."""
OFFLINE = f"{ASSETS}offline/offline_notice.js"
"""Of a site that works offline."""
WORDLISTS = f"{ASSETS}secrets/wordlist_data.js"


def on_files(files: Any, *, config: Any) -> Any:
    site = SiteContext.of(config)
    words = {WORDLISTS: wordlists.javascript(site.center.settings.secrets)}
    sources = engine_files.take(files, ASSETS, ".js") | words
    bundles = js_bundle.bundles(sources, _entrances(site.center))
    for path, script in (*bundles.values(), *embedded.script(site.center, sources)):
        engine_files.add(files, config, path, script)
    site.scripts = {name: path for name, (path, _) in bundles.items()}
    return files


def _entrances(center: HelpCenter) -> tuple[str, ...]:
    settings = center.settings
    some = {GUIDE: center.guides, MOVED: center.redirects, EMBEDDED: settings.embed, OFFLINE: settings.offline}
    verify = VERIFY if settings.verify_page else ()
    hosted = HOSTED_SEARCH if settings.search.engine else ()
    return (*ENTRANCES, *verify, *hosted, *(path for path, needed in some.items() if needed))
