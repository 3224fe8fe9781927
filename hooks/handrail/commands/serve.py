"""Shows the site in a browser while it is written: each change is built at once, and open pages reload."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from subprocess import PIPE

from handrail.center.docs_folder import DATA
from handrail.commands import arguments, own_process, terminal
from handrail.commands.load_context import load_context
from handrail.content import settings
from handrail.content.guide import FOLDER
from handrail.engine import build, source_files
from handrail.engine.scratch_folder import scratch_folder
from handrail.preview.background_check import BackgroundCheck
from handrail.preview.builder import Builder
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
    """Build now and after every change, for ever; after each build that succeeds, check."""
    built = False
    while True:
        known = snapshot(config_file)
        content = source_files.docs_folder(config_file)
        code = {file: state for file, state in known.items() if not file.is_relative_to(content)}
        output, problem, is_new = builder.build(code)
        print(problem, end="", file=sys.stderr, flush=True)
        print(output, end="", flush=True)
        problem = "" if is_new else problem
        preview.renew(problem)
        if not built:
            print(f"Serving at {preview.url}\n{_introduction(config_file, preview.url)}", flush=True)
        built = built or not problem
        if check and not problem:
            check.renew()
        wait_for_change(config_file, known)
        if check:
            check.end()


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
