"""The browser's scripts: each entrance joined with all it imports, under a name that changes with its content."""

from typing import Any

from helpcenter import modules, wordlist
from helpcenter.fingerprint import named

FOLDER = "assets/"
ENTRANCES = (
    "page/page.js",
    "chooser/chooser.js",
    "lost/lost.js",
    "search/engine.js",
    "searchbox/answers.js",
    "support/support.js",
    "support/journey.js",
    "verify/verify.js",
    "verify/verifier.js",
)
WORDLISTS = "contact/wordlists.js"


def on_files(files: Any, *, config: Any) -> Any:
    sources = {file.src_uri: file for file in files if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".js")}
    texts = {path.removeprefix(FOLDER): file.content_string for path, file in sources.items()}
    texts[WORDLISTS] = wordlist.script()
    engine_file = type(next(iter(files)))
    for file in sources.values():
        files.remove(file)
    config.extra["scripts"] = {}
    for entrance in ENTRANCES:
        script = modules.join(texts, entrance)
        name = entrance.rpartition("/")[2].removesuffix(".js")
        path = named(f"{FOLDER}{name}.js", script)
        files.append(engine_file.generated(config, path, content=script))
        config.extra["scripts"][name] = path
    return files
