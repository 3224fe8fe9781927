"""Shows the site in a browser while it is written: each change is built at once, and open pages reload."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from subprocess import PIPE
from threading import Event, Thread

from handrail.center.docs_folder import DATA
from handrail.commands import arguments, own_process, terminal
from handrail.commands.load_context import load_context
from handrail.content import settings
from handrail.content.guide import FOLDER
from handrail.engine import build, source_files
from handrail.engine.scratch_folder import scratch_folder
from handrail.preview.background_check import BackgroundCheck
from handrail.preview.builder import Builder, Result
from handrail.preview.server import Preview
from handrail.preview.watcher import snapshot, wait_for_change
from handrail.report.guides import guides
from handrail.state_page import guides_page

GUIDES = "/.guides"
"""The path of the page that shows the guides as graphs."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(
        __doc__,
        "Drafts are shown, each marked as one. Problems are named in the terminal. A failed build leaves the last good "
        "site up. Ctrl-C ends it.",
    )
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="default: 8000")
    parser.add_argument("--unchecked", action="store_true", help="also show what a build refuses")
    parser.add_argument("--no-check", dest="check", action="store_false", help="show the site, check nothing")
    options = parser.parse_args(argv)
    if not 0 <= options.port <= 65535:
        parser.error(f"argument --port: {options.port} is not between 0 and 65535")
    with scratch_folder() as folder:
        try:
            preview = Preview(folder / "site", options.port, {GUIDES: lambda: _guides(options.config)})
        except OSError as error:
            return terminal.fail(_port_problem(error, options.port))
        flags = ["--drafts", *(["--unchecked"] if options.unchecked else [])]
        to = ("--config", options.config, "--out", preview.folder, "--site-url", preview.url, *flags)
        builder = Builder(partial(own_process.start, "build", "--repeat", *to, stdin=PIPE, stdout=PIPE))
        check = BackgroundCheck(own_process.start, options.config) if options.check else None
        try:
            with preview:
                _follow(preview, options.config, check, builder)
        except KeyboardInterrupt:
            print()
        finally:
            builder.end()
            if check:
                check.end()
    return 0


def _port_problem(error: OSError, port: int) -> str:
    other = port + 1 if port >= 1024 else 8000
    taken = error.errno == errno.EADDRINUSE
    reason = "is in use" if taken else f"cannot be used: {error.strerror}"
    return f"Port {port} {reason}. Choose another: {arguments.command('serve')} --port {other}"


def _follow(preview: Preview, config_file: Path, check: BackgroundCheck | None, builder: Builder) -> None:
    """Build now and after every change, for ever; after each build that succeeds, check.

    Where Markdown alone is another, its pages are shown at once, and the whole site follows, for which nobody waits: it
    is begun anew with the next such edit.
    """
    introduction = f"Serving at {preview.url}\n{_introduction(config_file, preview.url)}\n"
    known = snapshot(config_file)
    while True:
        docs, done = source_files.docs_folder(config_file), Event()
        edited = builder.edited(known, docs)
        shown = builder.show(edited) if edited else []
        for file in shown:
            preview.renew_page(file)
        building = Thread(target=_build, args=(partial(builder.build, known, docs), preview, done), daemon=True)
        building.start()
        now = wait_for_change(config_file, known, until=done)
        if shown and now != known and builder.edited(now, docs):
            builder.supersede()
        building.join()
        print(introduction, end="", flush=True)
        introduction = ""
        if now == known:
            if check and not preview.problem:
                check.renew()
            now = wait_for_change(config_file, known)
            if check:
                check.end()
        known = now


def _build(build: Callable[[], Result | None], preview: Preview, done: Event) -> None:
    """Build the whole site, say in the terminal how it went, and show it."""
    try:
        if result := build():
            print(result.errors, end="", file=sys.stderr, flush=True)
            print(result.output, end="", flush=True)
            preview.renew("" if result.is_new else result.errors)
    finally:
        done.set()


def _introduction(config_file: Path, url: str) -> str:
    """What is shown at the address, and how it ends; a site whose settings cannot be read yet is known by its file."""
    name, graphs = str(config_file), ""
    with suppress(build.BuildFailed), build.in_plain_words(config_file):
        build.require_yaml(config_file)
        config = build.load("mkdocs", config_file, None, None, hooks=[], plugins=[])
        data = config.extra.get("help_center", {})
        codes = settings.codes(data)
        name = f"{data.get('site_name', {}).get(codes[0], config_file)} in {', '.join(codes)}" if codes else name
        if Path(config.docs_dir, DATA, FOLDER).is_dir():
            graphs = f"\nGuides as graphs: {url.rstrip('/')}{GUIDES}"
    return f"{name}, for this machine only. Watching for changes; Ctrl-C stops it.{graphs}"


def _guides(config_file: Path) -> str:
    """The page that shows the guides as graphs; without any where the site cannot be built, which other pages say."""
    with suppress(build.BuildFailed):
        context = load_context(config_file)
        return guides_page.render(guides(context.center, context.docs) if context.center else [])
    return guides_page.render([])
