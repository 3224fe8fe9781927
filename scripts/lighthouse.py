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
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import environment

VERSION = "lighthouse@12.8.2"
FORMS = {"phone": [], "desk": ["--preset=desktop"]}
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="of a page, as in en/; default: one of each kind")
    options = parser.parse_args()
    environment.enter("test")
    npx = shutil.which("npx")
    if not npx:
        sys.exit("No Node.js here. Install Node.js 18 or newer, with npm.")

    import chromium  # here: both need the environment just entered
    from host import FolderHost

    below = []
    with TemporaryDirectory(prefix="handrail-lighthouse-") as folder, FolderHost(Path(folder, "site")) as host:
        build = Path(__file__).with_name("build.py")
        subprocess.run([sys.executable, build, "--out", host.folder, "--site-url", host.url], check=True)
        for path in options.paths or list(_kinds(host.folder)):
            for form, flags in FORMS.items():
                report = _ask([npx, "--yes", VERSION, host.url + path, *flags], Path(folder), chromium.ensure())
                scores = {name: round(100 * report["categories"][name]["score"]) for name in WANTED}
                below += [f"{path} {form}: {name} {score}" for name, score in scores.items() if score < WANTED[name]]
                print(f"{path or '/'}  {form}  " + ", ".join(f"{name} {score}" for name, score in scores.items()))
                print("".join(f"    {line}\n" for line in _faults(report)), end="", flush=True)
    if below:
        sys.exit("Below what is wanted:\n" + "\n".join(below))


def _kinds(site: Path) -> Iterator[str]:
    """One page of each kind in each language."""
    for home in sorted(path.parent for path in site.glob("*/index.html")):
        code = home.name
        article = next((path.parent for path in sorted(home.glob("*/*/index.html"))), home)
        yield from (f"{path.relative_to(site).as_posix()}/" for path in (home, article.parent, article))
        yield from (f"{code}/support/", f"{code}/search/")


def _ask(command: list[str], folder: Path, browser: Path) -> dict[str, Any]:
    out = folder / "report.json"
    flags = ["--quiet", "--output=json", f"--output-path={out}", "--chrome-flags=--headless=new --no-sandbox"]
    environ = {**os.environ, "CHROME_PATH": str(browser)}
    subprocess.run([*command, *flags], env=environ, check=True)
    report: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return report


def _faults(report: dict[str, Any]) -> Iterator[str]:
    for name in ("accessibility", "best-practices", "seo"):
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']}"


if __name__ == "__main__":
    main()
