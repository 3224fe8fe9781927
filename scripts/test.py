"""Runs what must hold before anything is published: style, types, and the tests."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys

import chromium
import environment

PARTS = ("unit", "build", "content", "browser")

WORKERS = ("--numprocesses", str(2 * (os.cpu_count() or 1)), "--dist", "worksteal")
"""Two workers for each core, as many tests wait for a browser; one that has no tests left takes some of another's."""

WEB_SERVERS = {"nginx": "nginx-light", "caddy": "caddy"}
"""What the tests of hosts start, by program, and the package that brings it. Elsewhere those tests are skipped."""

# What runs while the tests do, and is reported after them.
CHECKS = {
    "style": ("ruff", "check", "--quiet"),
    "format": ("ruff", "format", "--check", "--quiet"),
    "types": ("mypy",),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__,
        usage="%(prog)s [unit|build|content|browser] [tests/path ...] [-k words] [option of pytest ...]",
        epilog="Without a part or a path: everything. Style and types are checked with everything and with `unit`.",
    )
    _, arguments = parser.parse_known_args()
    environment.enter("test")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of processes would compile the same code

    if arguments and arguments[0] in PARTS:
        arguments[0] = f"tests/{arguments[0]}"
    paths = [argument for argument in arguments if argument.startswith("tests/")]
    if not paths:
        paths = [f"tests/{part}" for part in PARTS]
        arguments += paths
    checks = {name: start(*command) for name, command in CHECKS.items() if "tests/unit" in paths}
    browser = chromium.ensure() if any(path.startswith("tests/browser") for path in paths) else chromium.find()
    if browser:
        os.environ["HANDRAIL_CHROMIUM"] = str(browser)
    missing = [package for program, package in WEB_SERVERS.items() if not shutil.which(program)]
    if missing and "tests/build" in paths and chromium.can_install():
        chromium.install_by_apt(*missing)
    passed = start("pytest", *WORKERS, *arguments, stdout=None).wait() == 0
    failed = [name for name, check in checks.items() if not succeeded(check)]
    if failed:
        print(f"Failed: {', '.join(failed)}. What and where stands above.", flush=True)
    sys.exit(0 if passed and not failed else 1)


def start(tool: str, *arguments: str, stdout: int | None = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """Start a tool of the environment on the whole project."""
    command = [sys.executable, "-m", tool, *arguments]
    return subprocess.Popen(command, cwd=environment.ROOT, stdout=stdout)


def succeeded(check: subprocess.Popen[bytes]) -> bool:
    """Whether a tool found nothing, once it has ended; what it found is printed."""
    found, _ = check.communicate()
    print(found.decode("utf-8", "replace"), end="", flush=True)
    return check.returncode == 0


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
