"""Asks Lighthouse, Google's audit of pages, what it thinks of the built site: on a phone and on a desk.

Home, category, article, contact and results page of each language. Lighthouse comes by npx, so this needs Node.js 18 or
newer and, the first time, the network. Its figures for speed vary from run to run and with what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import chromium
from handrail.center import routes
from handrail.commands import build, terminal
from handrail.preview.static_server import FolderServer

VERSION = "lighthouse@12.8.2"
FORMS = {"phone": [], "desk": ["--preset=desktop"]}
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MEANT = {
    "robots-txt": (
        "connect-src 'none'",
        "Lighthouse asks for robots.txt from within the page, which may not ask",
    ),
    "is-crawlable": ('<meta name="robots" content="noindex">', "pages of results are not for search engines"),
}
"""Audits that fail where a page is meant to be so: what stands in such a page, and why."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="of a page, as in en/; default: one of each kind")
    options = parser.parse_args(argv)
    npx = shutil.which("npx")
    if not npx:
        return terminal.fail("No Node.js here. Install Node.js 18 or newer, with npm.")
    below = []
    with TemporaryDirectory(prefix="handrail-lighthouse-") as folder, FolderServer(Path(folder, "site")) as host:
        host.compress = True
        if status := build.main(["--out", str(host.folder), "--site-url", host.url]):
            return status
        for path in options.paths or list(_kinds(host.folder)):
            for form, flags in FORMS.items():
                report = _ask([npx, "--yes", VERSION, host.url + path, *flags], Path(folder), chromium.ensure())
                below += _judged(report, f"{path} {form}", Path(host.folder, path, "index.html").read_text("utf-8"))
    if below:
        return terminal.fail("Below what is wanted:\n" + "\n".join(below))
    return 0


def _kinds(site: Path) -> Iterator[str]:
    """One page of each kind in each language."""
    for home in sorted(path.parent for path in site.glob("*/index.html")):
        code = home.name
        article = next((path.parent for path in sorted(home.glob("*/*/index.html"))), home)
        yield from (f"{path.relative_to(site).as_posix()}/" for path in (home, article.parent, article))
        yield from (routes.SUPPORT.url(code), routes.SEARCH.url(code))


def _ask(command: list[str], folder: Path, browser: Path) -> dict[str, Any]:
    out = folder / "report.json"
    flags = ["--quiet", "--output=json", f"--output-path={out}", "--chrome-flags=--headless=new --no-sandbox"]
    environ = {**os.environ, "CHROME_PATH": str(browser)}
    subprocess.run([*command, *flags], env=environ, check=True)
    report: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return report


def _judged(report: dict[str, Any], of: str, html: str) -> list[str]:
    """Prints the figures of a page and what it did not pass; which of them are below what is wanted."""
    scores = {name: round(100 * report["categories"][name]["score"]) for name in WANTED}
    print(f"{of}  " + ", ".join(f"{name} {score}" for name, score in scores.items()), flush=True)
    below = []
    for name, score in scores.items():
        faults = dict(_faults(report, name)) if score < WANTED[name] else {}
        meant = {audit: MEANT[audit][1] for audit in faults if audit in MEANT and MEANT[audit][0] in html}
        for audit, title in faults.items():
            print(f"    {name}: {title}" + (f" (meant so: {meant[audit]})" if audit in meant else ""), flush=True)
        if score < WANTED[name] and (not faults or faults.keys() != meant.keys()):
            below.append(f"{of}: {name} {score}")
    return below


def _faults(report: dict[str, Any], category: str) -> Iterator[tuple[str, str]]:
    """The audits of a category that a page did not pass, with their titles."""
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            yield reference["id"], audit["title"]
