"""Edits a site under `serve`: first one article after the other, and how long until a reader gets each new page.

Then texts, renames and deletions faster than it builds. Is what it shows, byte for byte, what a clean build makes of
the files? Has its memory grown? What does it cost while nobody writes? Needs Linux, whose /proc says it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import quote
from urllib.request import urlopen

from mkdocs.utils.yaml import yaml_load

import environment
from bench import sample_site
from bench.build_benchmark import own_configuration

RELOADING = re.compile(rb'<script src="/\.reload\.js\?since=\d+&amp;page=[^"]*"></script>')
QUIET = 3.0
"""Seconds without a build or a check after which there is none to come."""
PAUSE = 0.3
"""Seconds between two edits at most."""
SINGLE = 5
"""Edits that are waited for, one after the other."""


class Articles:
    """Articles that nothing links to, so that they may be renamed and deleted; in every language at the same path."""

    def __init__(self, docs: Path, codes: Sequence[str], model: str, number: int) -> None:
        self.folders = [docs / code / Path(model).parent for code in codes]
        self.texts = [(folder / Path(model).name).read_text("utf-8") for folder in self.folders]
        self.names = [f"extra-{place}" for place in range(number)]
        self.made = number
        for name in self.names:
            self._write(name, "")

    def edit(self, random: Random) -> None:
        name = random.choice(self.names)
        self._write(name, f"\n\nEdited: {random.random()}\n")

    def seconds_until_shown(self, url: str, number: int) -> float:
        """How long it takes from the edit of an article until its page has it. `url` is that of its language."""
        name, mark = self.names[0], f"Edited by itself: {number}"
        page = f"{url}{self.folders[0].name}/{name}/"
        start = time.monotonic()
        self._write(name, f"\n\n{mark}\n")
        while mark.encode() not in _shown(page):
            time.sleep(0.01)
        return time.monotonic() - start

    def rename(self, random: Random) -> None:
        old = self.names.pop(random.randrange(len(self.names)))
        self.made += 1
        self.names.append(new := f"extra-{self.made}")
        for folder in self.folders:
            (folder / f"{old}.md").rename(folder / f"{new}.md")

    def replace(self, random: Random) -> None:
        old = self.names.pop(random.randrange(len(self.names)))
        for folder in self.folders:
            (folder / f"{old}.md").unlink()
        self.made += 1
        self.names.append(f"extra-{self.made}")
        self._write(self.names[-1], "")

    def _write(self, name: str, more: str) -> None:
        for folder, text in zip(self.folders, self.texts, strict=True):
            (folder / f"{name}.md").write_text(re.sub("^id: .*$", f"id: {name}", text, flags=re.M) + more, "utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=30, metavar="N", help="in each language; default: 30")
    parser.add_argument("--edits", type=int, default=200, metavar="N", help="default: 200")
    parser.add_argument("--idle", type=float, default=30, metavar="SECONDS", help="how long to watch it wait")
    options = parser.parse_args(argv)
    with TemporaryDirectory(prefix="handrail-bench-") as name:
        return measure(Path(name), options.articles, options.edits, options.idle)


def measure(folder: Path, number: int, edits: int, idle: float) -> int:
    with (environment.ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        project = yaml_load(file)
    docs, random = folder / "docs", Random(1)
    settings = sample_site.write(docs, number, environment.ROOT, project)
    (folder / "mkdocs.yml").write_text(json.dumps(own_configuration(project, settings)), "utf-8")
    codes = [language["code"] for language in settings["languages"]]
    model = next(path for path in sorted((docs / codes[0]).glob("*/*.md"))).relative_to(docs / codes[0])
    articles = Articles(docs, codes, str(model), 10)
    log = (folder / "log").open("w+", encoding="utf-8")
    serve = subprocess.Popen(_command("serve", "--port", "0"), cwd=folder, stdout=log, stderr=log)
    try:
        url = _address(folder / "log")
        _settle(serve.pid)
        single = []
        for place in range(SINGLE):
            single.append(articles.seconds_until_shown(f"{url}{codes[0]}/", place))
            _settle(serve.pid)
        before = _memory(serve.pid)
        for _ in range(edits):
            random.choice([articles.edit, articles.edit, articles.rename, articles.replace])(random)
            time.sleep(random.uniform(0, PAUSE))
        _settle(serve.pid)
        after = _memory(serve.pid)
        used = _cpu_seconds(serve.pid)
        time.sleep(idle)
        used = _cpu_seconds(serve.pid) - used
        wrong = _differences(folder, url)
    finally:
        serve.terminate()
        serve.wait()
        log.close()
    print(f"{number} articles a language; seconds from an edit to the new page:", *(f"{each:.1f}" for each in single))
    builds = (folder / "log").read_text("utf-8").count("\nBuilt ")
    print(f"{edits} edits, {builds} builds; files unlike those of a clean build: {len(wrong)}", *wrong[:5], sep="\n  ")
    print(f"memory of serve and its build: {before / 1e6:.1f} MB before, {after / 1e6:.1f} MB after")
    print(f"CPU while nobody writes: {used / idle:.2%}")
    return int(bool(wrong))


def _command(verb: str, *options: str) -> list[str]:
    return [sys.executable, str(environment.ROOT / f"scripts/{verb}.py"), "--config", "mkdocs.yml", *options]


def _differences(folder: Path, url: str) -> list[str]:
    """What the preview shows otherwise than a clean build of the same files does, or not at all."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    subprocess.run(_command("build", "--out", "clean", "--site-url", url), cwd=folder, check=True)
    clean = folder / "clean"
    files = [path for path in clean.rglob("*") if path.is_file()]
    paths = {path: path.relative_to(clean).as_posix() for path in files}
    shown = {path: name for path, name in paths.items() if not name.startswith(".") or name.startswith(".well-known")}
    return [name for path, name in shown.items() if _shown(f"{url}{quote(name)}") != path.read_bytes()]


def _shown(url: str) -> bytes:
    try:
        with urlopen(url) as answer:
            return RELOADING.sub(b"", answer.read())
    except OSError as error:
        return str(error).encode()


def _address(log: Path) -> str:
    while not (said := re.search(r"Serving at (\S+)\n", log.read_text("utf-8"))):
        time.sleep(0.1)
    return said[1]


def _settle(pid: int) -> None:
    """Return when nothing has been built or checked for a while."""
    since = time.monotonic()
    while time.monotonic() - since < QUIET:
        time.sleep(0.1)
        if _works(pid):
            since = time.monotonic()


def _works(pid: int) -> bool:
    """Whether a check is at work, or the process that builds, which goes on but sleeps in between."""
    children = _children(pid)
    return len(children) > 1 or any(_fields(stat)[0] != "S" or _children(int(stat.parent.name)) for stat in children)


def _children(pid: int) -> list[Path]:
    """The file `stat` of each process that this one started."""
    children = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended
            children += [stat] * (_fields(stat)[1] == str(pid))
    return children


def _fields(stat: Path) -> list[str]:
    """The fields of a process from the third on, its state; see proc(5)."""
    return stat.read_text("utf-8", "replace").rpartition(")")[2].split()


def _memory(pid: int) -> int:
    """Bytes in use, by what it started, too."""
    own = int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return own + sum(_memory(int(stat.parent.name)) for stat in _children(pid))


def _cpu_seconds(pid: int) -> float:
    return sum(map(int, _fields(Path(f"/proc/{pid}/stat"))[11:13])) / os.sysconf("SC_CLK_TCK")
