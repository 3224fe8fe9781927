"""The worker that keeps a site on devices is there where the settings say so; else its farewell is."""

from __future__ import annotations

import json
import re

from built_site import Site


def worker(site: Site) -> str:
    return (site.folder / "offline.js").read_text("utf-8")


def test_where_it_is_on_pages_name_the_worker_and_everything_it_keeps_is_there(lamplight: Site) -> None:
    assert lamplight.written.settings["offline"] is True
    build = json.loads(worker(lamplight).partition(";\n")[0].removeprefix("self.BUILD = "))
    kept = [*build["common"], *(path for paths in build["languages"].values() for path in paths)]
    assert len(kept) > 20
    for path in kept:
        file = lamplight.folder / path
        assert (file / "index.html" if file.is_dir() else file).is_file(), path
    for page in lamplight.in_a_language:
        if page.soup.select(".header"):
            (line,) = page.soup.select('[data-component="offline-notice"]')
            if page.url.split("/")[1] in ("support", "verify"):  # their policy allows no worker
                assert "data-worker" not in line.attrs
            else:
                assert lamplight.missing(page.resolve(str(line["data-worker"]))) == ""


def test_where_it_is_off_no_page_names_a_worker_and_the_farewell_stands_in_its_place(bitpie: Site) -> None:
    assert "unregister" in worker(bitpie)
    assert 'addEventListener("fetch"' not in worker(bitpie)
    assert len(worker(bitpie)) < 500
    for page in bitpie.pages.values():
        assert "offline.js" not in page.html, page.url


def test_no_worker_asks_for_anything_but_what_the_site_has(lamplight: Site) -> None:
    assert re.findall(r"https?:|importScripts|import\(", worker(lamplight)) == []
