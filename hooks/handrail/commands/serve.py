"""Shows the site in a browser while it is written: each change is built at once, and open pages reload."""

from __future__ import annotations

import argparse
import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import environment

if TYPE_CHECKING:
    from handrail.preview.background_check import Findings
    from handrail.preview.server import Preview


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="What is wrong is said here. A failed build leaves the last good site up. Ctrl-C ends it.",
    )
    default = environment.ROOT / "mkdocs.yml"
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="default: 8000")
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help="default: mkdocs.yml")
    parser.add_argument("--no-check", dest="check", action="store_false", help="show the site only, not what is wrong")
    options = parser.parse_args()
    if not 0 <= options.port <= 65535:
        parser.error(f"argument --port: {options.port} is not between 0 and 65535")
    environment.enter("site")

    from handrail.preview.background_check import Findings
    from handrail.preview.server import Preview

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        preview = Preview(environment.ROOT / ".preview", options.port)
    except OSError as error:
        sys.exit(port_problem(error, options.port))
    config_file = options.config.resolve()
    findings = Findings(config_file) if options.check else None
    try:
        follow(preview, config_file, findings)
    except KeyboardInterrupt:
        print()
    finally:
        if findings:
            findings.end()
        shutil.rmtree(preview.home, ignore_errors=True)
        with suppress(OSError):
            preview.home.parent.rmdir()  # unless another preview is in it


def port_problem(error: OSError, port: int) -> str:
    other = port + 1 if port >= 1024 else 8000
    taken = error.errno == errno.EADDRINUSE
    reason = "is in use" if taken else f"cannot be used: {error.strerror}"
    return f"Port {port} {reason}. Choose another: python3 scripts/serve.py --port {other}"


def follow(preview: Preview, config_file: Path, findings: Findings | None) -> None:
    """Build now and after every change, for ever; after each build that is whole, say what the check finds."""
    from handrail.preview.watcher import snapshot, wait_for_change

    threading.Thread(target=preview.serve_forever, daemon=True).start()
    built = False
    while True:
        known = snapshot(config_file)
        problem = build(config_file, preview.folder, preview.url)
        if not problem or not built:
            preview.renew(problem)
        if not built:
            print(f"Serving at {preview.url}", flush=True)
        built = built or not problem
        if findings and not problem:
            findings.renew()
        wait_for_change(config_file, known)
        if findings:
            findings.end()


def build(config_file: Path, out: Path, url: str) -> str:
    """Build in a process of its own, where changed hooks take effect; the error, or nothing."""
    script = environment.ROOT / "scripts/build.py"
    options = ["--config", str(config_file), "--out", str(out), "--site-url", url]
    done = subprocess.run(
        [sys.executable, str(script), *options],
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    print(done.stderr, end="", file=sys.stderr, flush=True)
    print(done.stdout, end="", flush=True)
    return done.stderr if done.returncode else ""


if __name__ == "__main__":
    main()
