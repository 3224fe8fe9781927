"""Measures what a page takes on a slow phone, against plain Material with the same Markdown, in one run.

Kinds of pages: home, category, article, results, contact, and the page for a broken address. Each is opened a few times
in a browser that knows nothing yet; the medians count. The peer is installed once, into .cache/peers, at the version
pinned in scripts/bench/peers. That needs the network.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from mkdocs.utils.yaml import yaml_load

import environment
from bench import page_visits, plain_material
from bench.page_visits import Visits
from bench.peers import packages
from bench.slow_phone import MATERIAL, OWN, Phone
from handrail.center import routes
from handrail.commands import terminal
from handrail.preview.static_server import FolderServer

OURS, PLAIN = "Handrail", "Material"
KINDS = ("home", "category", "article", "results", "contact", "404")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", metavar="CODE", help="of the pages; default: the first of the configuration")
    parser.add_argument("--article", metavar="ID", help="default: the first of the most asked ones")
    parser.add_argument("--words", metavar="WORDS", help="that are searched for; default: the title of that article")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="visits of each page; default: 3")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    options = parser.parse_args(argv)
    try:
        with TemporaryDirectory(prefix="handrail-pages-") as folder, Phone() as phone:
            found = list(measure(phone, Path(folder), options))
    except (packages.PackageError, subprocess.CalledProcessError) as error:
        return terminal.fail(error)
    if options.format == "json":
        print(page_visits.as_json(found))
    else:
        print(page_visits.as_table(found, options.format == "markdown"))
    return 0


def measure(phone: Phone, folder: Path, options: argparse.Namespace) -> Iterator[Visits]:
    """Build both sites below `folder` and visit their pages. Raises PackageError, CalledProcessError."""
    with (environment.ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        project: dict[str, Any] = yaml_load(file)
    settings, docs = project["extra"]["help_center"], environment.ROOT / project["docs_dir"]
    language = options.language or settings["languages"][0]["code"]
    paths = {str(head["id"]): path for path, (head, _) in plain_material.articles(docs / language)}
    article = paths[options.article or settings["home"]["popular_articles"][0]]
    words = options.words or plain_material.head(docs / language / article)["title"]
    ours, theirs = folder / "ours", folder / "theirs"
    _say("Building ...")
    _run([sys.executable, environment.ROOT / "scripts/build.py", "--out", ours], environment.ROOT)
    plain_material.write(theirs, docs, project, language)
    _run([packages.python(packages.home("material")), "-m", "mkdocs", "build", "--quiet"], theirs)
    sites = {
        OURS: (ours, OWN, _own(language, article, words)),
        PLAIN: (theirs / "site", MATERIAL, _plain(article, paths[settings["contact_article"]], words)),
    }
    for kind in KINDS:
        for builder, (site, box, addresses) in sites.items():
            _say(f"Visiting {kind}: {builder} ...")
            with FolderServer(site) as host:
                host.compress = True
                asked = None if kind == "results" else box  # there the results are what the page shows
                rounds = [phone.visit(host.url + addresses[kind], asked, words) for _ in range(max(1, options.rounds))]
            yield Visits(kind, builder, tuple(rounds))


def _own(language: str, article: Path, words: str) -> Mapping[str, str]:
    return {
        "home": routes.home(language),
        "category": routes.category(language, article.parent.as_posix()),
        "article": f"{language}/{article.with_suffix('').as_posix()}/",
        "results": f"{routes.SEARCH.url(language)}#q={quote(words)}",
        "contact": routes.SUPPORT.url(language),
        "404": f"{language}/nowhere/",
    }


def _plain(article: Path, contact: Path, words: str) -> Mapping[str, str]:
    """Its search has no page of its own: it opens over the home page. To contact leads an article."""
    return {
        "home": "",
        "category": f"{article.parent.as_posix()}/",
        "article": f"{article.with_suffix('').as_posix()}/",
        "results": f"?q={quote(words)}",
        "contact": f"{contact.with_suffix('').as_posix()}/",
        "404": "nowhere/",
    }


def _run(command: Sequence[str | Path], folder: Path) -> None:
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true"}
    subprocess.run(list(map(str, command)), cwd=folder, env=environ, stdout=subprocess.DEVNULL, check=True)


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
