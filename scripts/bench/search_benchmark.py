"""Measures search against its peers: the same documents, the same questions, the same browser, side by side.

Each DIR holds docs.jsonl and queries.jsonl, in the form that evaluate_search.py reads. Of its questions further ones
are made: three words of each, Traditional for Simplified, one wrong character of the same sound, one typo. Every peer
is set up for Chinese as its own documentation says; what that means stands below the tables. Peers are installed once,
into .cache/peers, at the versions pinned in scripts/bench/peers. That needs the network and, for most, Node.js.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import environment
from bench import search_evaluation
from bench.peers import PEERS, packages, score
from bench.peers.ours import OURS
from bench.peers.score import Circumstances, Score
from bench.search_browser import Browser
from handrail.commands import terminal

SCRIPTS = environment.ROOT / "scripts"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", type=_set, action="append", required=True, metavar="NAME=DIR", dest="sets")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument(
        "--limit", type=int, default=900, metavar="SECONDS", help="for one peer on one set; default: 900"
    )
    parser.add_argument("--sample", type=_positive, default=1, metavar="N", help="ask every N-th question only")
    options = parser.parse_args(argv)
    sets = dict(options.sets)
    try:
        surroundings = circumstances(sets, options.sample)
        scores = list(measure(sets, options.limit, options.sample))
    except search_evaluation.EvaluationError as error:
        return terminal.fail(error)
    if options.format == "json":
        print(score.as_json(scores, surroundings))
    else:
        print(score.as_table(scores, surroundings, options.format == "markdown"))
    return 0


def measure(sets: Mapping[str, Path], limit: int, sample: int) -> Iterator[Score]:
    """Ours and every peer on every set. What cannot be measured has the reason in place of figures."""
    missing = {}
    for name in {peer.packages: None for peer in PEERS}:
        try:
            packages.home(name)
        except packages.PackageError as error:
            missing[name] = f"did not install: {error}"
    for name, folder in sets.items():
        for engine in (OURS, *PEERS):
            reports: Mapping[str, Mapping[str, float]]
            reports, reason = {}, missing.get(engine.packages, "")
            if not reason:
                reports, reason = _run(engine.name, folder, sample, limit, f"{name}: {engine.name}")
            yield Score(name, engine.name, reports.get("", {}), reason)
            for variant, figures in reports.items():
                if variant:
                    yield Score(f"{name}, {variant}", engine.name, figures)


def circumstances(sets: Mapping[str, Path], sample: int) -> Circumstances:
    """What else a reader of the figures needs. Raises EvaluationError where a set cannot be read."""
    described = {name: _content(folder, sample) for name, folder in sets.items()}
    with Browser({}, {}) as browser:
        agent = browser.page.evaluate("navigator.userAgentData.brands.map(({ brand }) => brand).join(' ')")
        version = browser.page.context.browser.version if browser.page.context.browser else ""
    return Circumstances(
        date=date.today().isoformat(),
        machine=f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        browser=f"{'Chrome' if 'Google' in agent else 'Edge' if 'Edge' in agent else 'Chromium'} {version}, headless",
        sets=described,
        engines=_engines(),
    )


def _engines() -> dict[str, str]:
    engines = {OURS.name: OURS.setup}
    for peer in PEERS:
        versions = packages.versions(peer.packages)
        shown = ", ".join(f"{package} {versions[package]}" for package in peer.shown)
        engines[peer.name] = f"{shown}; {peer.setup}"
    return engines


def _content(folder: Path, sample: int) -> str:
    documents = search_evaluation.read(folder / "docs.jsonl", ("id", "lang", "title", "text"))
    questions = search_evaluation.read(folder / "queries.jsonl", ("lang", "text", "relevant"))
    languages = ", ".join(sorted({document["lang"] for document in documents}))
    asked = f"{len(questions[::sample]):,} of {len(questions):,}" if sample > 1 else f"{len(questions):,}"
    return f"{len(documents):,} documents ({languages}), {asked} questions"


def _run(engine: str, folder: Path, sample: int, limit: int, what: str) -> tuple[dict[str, dict[str, float]], str]:
    """The figures of one engine on one set and its variants, or why there are none."""
    print(f"{what} ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "bench.peers.measure", engine, str(folder.resolve()), str(sample)]
    process = subprocess.Popen(
        command, cwd=SCRIPTS, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        output, errors = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        _end(process)
        return {}, f"over {limit} s: index and questions together took longer than the limit"
    except BaseException:
        _end(process)
        raise
    if process.returncode:
        said = errors.strip().splitlines() or [f"status {process.returncode}"]
        return {}, f"failed: {said[-1][:200]}"
    report: dict[str, Any] = json.loads(output)
    return (report, "") if "error" not in report else ({}, f"did not build: {report['error']}")


def _end(process: subprocess.Popen[str]) -> None:
    """End a process with all it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _set(text: str) -> tuple[str, Path]:
    name, _, folder = text.partition("=")
    if not name or not Path(folder).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a name and a folder, as in drcd=sets/drcd")
    return name, Path(folder)


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 up")
    return int(text)
