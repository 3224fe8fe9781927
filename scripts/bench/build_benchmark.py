"""Measures what a site costs to build, from 250 to 10,000 articles, against plain Material on the same text.

The peer is what one has without this project: Material as it comes, its search on, and the same with its
feature `navigation.prune`. Without that its output grows with the square of the site, so it is run up to a
limit only. With --others, Zensical, VitePress and Hugo build the same Markdown. Each build is a process of
its own. On a busy machine look at the ratios, and at the CPU seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.utils.yaml import yaml_load

import environment
from bench import other_builders, sample_site
from bench.build_cost import BASE, OURS, PLAIN, PRUNED, Cost, as_json, as_table
from bench.peers.packages import PackageError
from handrail.commands import terminal
from handrail.markdown.extensions import EXTENSIONS

OWN_COMMAND = (sys.executable, str(environment.ROOT / "scripts/build.py"), "--config", "mkdocs.yml", "--out", "site")
PEER_COMMAND = (sys.executable, "-m", "mkdocs", "build", "--quiet")
QUIET = {"NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=[250, BASE, 4_000, 10_000],
        metavar="N,N",
        help="articles in each language; default: 250,1000,4000,10000",
    )
    parser.add_argument(
        "--peer-limit",
        type=int,
        default=BASE,
        metavar="N",
        help=f"the most articles for Material without navigation.prune; default: {BASE}",
    )
    parser.add_argument(
        "--rounds", type=int, default=1, metavar="N", help="build each site N times, the fastest counts"
    )
    parser.add_argument("--others", action="store_true", help="also Zensical, VitePress and, where it is there, Hugo")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    options = parser.parse_args(argv)
    try:
        costs = list(measure(options.sizes, options.peer_limit, options.rounds, options.others))
    except PackageError as failure:
        return terminal.fail(failure)
    except subprocess.CalledProcessError as failure:
        return terminal.fail(f"{failure.stderr}\nThis build failed: {' '.join(failure.cmd)}")
    print(as_json(costs) if options.format == "json" else as_table(costs, options.format == "markdown"))
    return 0


def measure(sizes: Iterable[int], peer_limit: int, rounds: int, others: bool = False) -> Iterator[Cost]:
    """Build sites of these numbers of articles with each builder; the fastest of so many rounds counts.

    Raises CalledProcessError and PackageError.
    """
    with (environment.ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        project: dict[str, Any] = yaml_load(file)
    for articles in sizes:
        with TemporaryDirectory(prefix="handrail-bench-") as name:
            folder, docs = Path(name), Path(name, "docs")
            _say(f"Writing {articles} articles in each language ...")
            build = partial(_fastest, folder, rounds)
            settings = sample_site.write(docs, articles, environment.ROOT, project)
            yield build(Cost(articles, OURS), OWN_COMMAND, own_configuration(project, settings))
            sample_site.drop_templates(docs)
            yield build(Cost(articles, PRUNED), PEER_COMMAND, _peer(project, ["navigation.prune"]))
            plain = Cost(articles, PLAIN)
            yield build(plain, PEER_COMMAND, _peer(project)) if articles <= peer_limit else plain
            for other in other_builders.builders() if others else ():
                other_builders.prepare(folder, other)
                yield build(Cost(articles, other.name), other.command, None)


def own_configuration(project: dict[str, Any], settings: dict[str, Any]) -> dict[str, Any]:
    """The project's configuration, everything on, for a docs folder elsewhere."""
    theme = project["theme"]
    return {
        **project,
        "docs_dir": "docs",
        "extra": {**project["extra"], "help_center": settings},
        "theme": {**theme, "custom_dir": str(environment.ROOT / theme["custom_dir"])},
        "hooks": [str(environment.ROOT / hook) for hook in project["hooks"]],
    }


def _peer(project: dict[str, Any], features: Iterable[str] = ()) -> dict[str, Any]:
    """Plain Material, with the extensions that the Markdown needs."""
    return {
        "site_name": project["site_name"],
        "site_url": project["site_url"],
        "markdown_extensions": [{name: options} for name, options in EXTENSIONS.items()],
        "exclude_docs": "/data/",
        "theme": {"name": "material", "features": list(features)},
    }


def _fastest(
    folder: Path, rounds: int, cost: Cost, command: Iterable[str], configuration: dict[str, Any] | None
) -> Cost:
    costs = [_build(folder, cost, command, configuration) for _ in range(max(1, rounds))]
    return min(costs, key=lambda cost: cost.seconds or 0)


def _build(folder: Path, cost: Cost, command: Iterable[str], configuration: dict[str, Any] | None) -> Cost:
    """Build the site in `folder` from nothing, once more after an edit, and take it away again; its cost."""
    _say(f"Building {cost.articles} articles: {cost.builder} ...")
    if configuration:
        (folder / "mkdocs.yml").write_text(json.dumps(configuration), "utf-8")  # JSON is YAML
    for kept in other_builders.CACHES:
        shutil.rmtree(folder / kept, ignore_errors=True)
    start = time.monotonic()
    cpu_seconds, peak_bytes = _run(list(command), folder)
    seconds = time.monotonic() - start
    site = folder / "site"
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = [file for file in files if file.suffix == ".html"]
    written, html = (sum(file.stat().st_size for file in some) for some in (files, pages))
    with max((folder / "docs").rglob("article-*.md")).open("a", encoding="utf-8") as article:
        article.write("\nOne more line.\n")
    edit_seconds, _ = _run(list(command), folder)
    shutil.rmtree(site)
    return Cost(cost.articles, cost.builder, len(pages), seconds, cpu_seconds, edit_seconds, peak_bytes, written, html)


def _run(command: list[str], folder: Path) -> tuple[float | None, int | None]:
    """Run a command to its end; its CPU seconds and its peak memory in bytes, where the system tells them."""
    log = folder / "log.txt"
    with log.open("wb") as output:
        environ = {**os.environ, **QUIET}
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, env=environ)
        try:
            usage = _wait(process)
        except BaseException:
            process.kill()
            process.wait()
            raise
    if process.returncode:
        said = log.read_text("utf-8", "replace").rstrip()
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return usage


if sys.platform == "win32":

    def _wait(process: subprocess.Popen[bytes]) -> tuple[float | None, int | None]:
        process.wait()
        return None, None

else:

    def _wait(process: subprocess.Popen[bytes]) -> tuple[float | None, int | None]:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        unit = 1 if sys.platform == "darwin" else 1024
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _sizes(text: str) -> list[int]:
    sizes = [int(part) if part.strip().isdecimal() else 0 for part in text.split(",")]
    if min(sizes) < 10:
        raise argparse.ArgumentTypeError(f"{text} is not a list of numbers from 10 up, as in 250,1000")
    return sizes
