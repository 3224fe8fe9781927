"""The files by which hosts know what to send with a site: one set of values, in the words of each kind of host.

Hosts that read none of these files send the site all the same; then it is held by the policy in each page alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from handrail.center.routes import EMBED_SCRIPT, EMBEDDED
from handrail.content.settings import Settings
from handrail.publishing import caddyfile, csp, nginx
from handrail.publishing.host_headers import FOR_ANY_PAGE, FOR_EVER, HASHED, HEADERS, SHARED, SHARING, Exceptions

FOLDER = ".hosting/"
"""Where the files for web servers stand in a site: with it, of the same build, and out of its readers' way."""


def of_site(folder: Path, scripts: Iterable[str], site_url: str, settings: Settings) -> dict[str, str]:
    """The files for hosts of the built site in `folder`; `scripts` are the hashes of those that stand in its pages.

    A search server may be asked as far as headers go: pages without a search box forbid it by their own policy.
    """
    files_of_site = [file for file in folder.rglob("*") if file.is_file()]
    pictures = (file.read_text("utf-8") for file in files_of_site if file.suffix == ".svg")
    styles = set[str]().union(*map(csp.inline_styles, pictures))
    paths = [file.relative_to(folder).as_posix() for file in files_of_site]
    hosts = settings.embed.hosts if settings.embed else ()
    return files(paths, scripts, styles, urlsplit(site_url).path or "/", settings.search.host, hosts)


def files(
    paths: Iterable[str],
    scripts: Iterable[str],
    styles: Iterable[str],
    root: str,
    search_server: str | None = None,
    embedding_hosts: Iterable[str] = (),
) -> dict[str, str]:
    """The files for hosts, by path below the site's root. `.nojekyll` has GitHub Pages publish files as they are.

    `paths` are those of the site's files; `scripts` and `styles` the hashes of all that stands inline in them; `root`
    is the path of the site's address, with `/` at both ends; `embedding_hosts` may show the pages for frames.
    """

    def policy(ancestors: str) -> dict[str, str]:
        directives = {**csp.asking(csp.PAGE, search_server), "frame-ancestors": ancestors}
        return {"Content-Security-Policy": csp.text(directives, scripts, styles)}

    paths = list(paths)
    headers = {**policy("'none'"), **HEADERS}
    hosts = " ".join(embedding_hosts)
    exceptions = {f"{EMBEDDED}*": policy(hosts), EMBED_SCRIPT: FOR_ANY_PAGE} if hosts else {}
    kept = sorted({found[0] for path in paths if (found := re.match(HASHED, f"/{path}"))})
    is_precompressed = any(path.endswith(".br") for path in paths)
    return {
        ".nojekyll": "",
        "_headers": _headers(headers, kept, exceptions, paths),
        f"{FOLDER}nginx.conf": nginx.configuration(headers, root, exceptions, is_precompressed),
        f"{FOLDER}Caddyfile": caddyfile.configuration(headers, root, exceptions, is_precompressed),
    }


def _headers(headers: Mapping[str, str], kept: Iterable[str], exceptions: Exceptions, paths: Iterable[str]) -> str:
    """For Netlify, Cloudflare Pages and their like. Where several rules fit they join values, so no two name one.

    A header with exceptions is named for each file and folder at the root by itself.
    """
    varying = {name: headers[name] for changes in exceptions.values() for name in changes}
    rules = {"/*": {name: value for name, value in headers.items() if name not in varying}, f"/{SHARED}": SHARING}
    if varying:
        places = {"", *(f"{first}{slash and '/*'}" for first, slash, _ in (path.partition("/") for path in paths))}
        rules |= {f"/{place}": {**varying, **exceptions.get(place, {})} for place in sorted(places)}
    for start in kept:
        rules[f"{start}*"] = {"Cache-Control": FOR_EVER}
    return "\n".join(
        "".join([f"{place}\n", *(f"  {name}: {value}\n" for name, value in each.items())])
        for place, each in rules.items()
    )
