"""Gives every command its own Python environment, so that the first command a person types is the only one.

Kept to what Python 3.7 can read: an older Python must come far enough to say that it is too old.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(1, str(ROOT / "hooks"))  # where the package is
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CONFIG = HOME / "pyvenv.cfg"
STAMP = HOME / "handrail.json"
LOG = HOME / "setup.log"
TURN = ROOT / ".venv.lock"

RESTARTED = "HANDRAIL_RESTARTED"
"""The variable that tells a command that it was started again: by which environment."""

OLDEST = (3, 11)
# Each lock contains the one before it.
LOCKS: dict[str, list[str]] = {
    "empty": [],
    "site": ["requirements.lock"],  # what builds
    "check": ["requirements.lock", "requirements-check.lock"],  # what checks, serves and reports
    "test": ["requirements.lock", "requirements-check.lock", "requirements-test.lock"],
}

NO_NETWORK = ("Max retries exceeded", "connection broken", "timed out", "ProxyError", "from versions: none")


def run_command(name: str, module: str) -> None:
    """Run the command in this module inside an environment, and exit with its status."""
    enter(name)
    from handrail.commands import terminal

    sys.exit(terminal.run(module))


def enter(name: str) -> None:
    """Go on inside the environment "site", "check" or "test", setting it up first where needed.

    Returns when this process already runs inside; else the calling script starts again inside.
    """
    require_python()
    try:
        if ready(name):
            if HOME.samefile(sys.prefix):
                os.environ.pop(RESTARTED, None)
                return
        else:
            with alone():
                if not ready(name):
                    print(f"Setting up Python packages in {HOME} (once) ...", file=sys.stderr, flush=True)
                    set_up(name)
    except KeyboardInterrupt:
        print("\nStopped. The next run sets it up again.", file=sys.stderr)
        sys.exit(130)
    except OSError as error:
        sys.exit(f"Cannot set up {HOME}: {error}. Is the project complete, and may you write there?")
    restart()


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other command sets up the environment. The system lets go of the lock when a process dies."""
    with TURN.open("ab") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # it gave up after ten seconds
                    continue
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def require_python() -> None:
    if sys.version_info[:2] < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit(f"Python 3.11 or newer is needed, this is {found}. Run this with a newer python3.")


def wanted(name: str) -> dict[str, Any]:
    """What the stamp of a finished environment says: which Python, where, and the content of each lock."""
    locks = {lock: hashlib.sha256((ROOT / lock).read_bytes()).hexdigest() for lock in LOCKS[name]}
    return {"python": str(sys.implementation.cache_tag), "home": str(HOME), **locks}


def stamped() -> dict[str, Any]:
    """What the stamp says; nothing when there is none, that is when a set-up was cut short."""
    try:
        return dict(json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def ready(name: str) -> bool:
    """Whether the environment is there as it was left: a package that went missing counts as none of it."""
    if not (PYTHON.exists() and CONFIG.is_file() and "home" in CONFIG.read_text("utf-8", "replace")):
        return False
    found = stamped()
    return wanted(name).items() <= found.items() and set(found.get("packages", ())) <= packages()


def package_folder() -> Path:
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(HOME)}))


def packages() -> set[str]:
    """What is installed: the names in the folder of packages."""
    folder = package_folder()
    return {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()


def set_up(name: str) -> None:
    """Make the environment, or bring it up to date. The stamp is taken away first and written last."""
    if not ready("empty"):
        make()
        stamp(wanted("empty"))
    before = stamped()
    STAMP.unlink()
    lock = ROOT / LOCKS[name][-1]
    options = ["--require-hashes", "--only-binary=:all:", "--no-input", "--disable-pip-version-check"]
    options += ["--progress-bar", "off"]
    if name == "test":
        options.append("--no-compile")  # most modules of its packages are never imported
    status, output = run(str(PYTHON), "-m", "pip", "install", *options, "--requirement", str(lock))
    if status:
        if "Installing collected packages" not in output:
            stamp(before)  # nothing was touched: what worked, still works
        sys.exit(f"Cannot install {lock.name}: {cause(output)} (All that pip said: {LOG})")
    stamp({**wanted(name), "packages": sorted(packages())})


def make() -> None:
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        sys.exit("This Python lacks its venv module. On Debian or Ubuntu: apt install python3-venv")
    STAMP.unlink(missing_ok=True)
    python = getattr(sys, "_base_executable", sys.executable)  # not the one to be replaced
    status, output = run(python, "-m", "venv", "--clear", str(HOME))
    if status:
        sys.exit(f"Cannot make {HOME}: {' '.join(output.split())[-200:]} (All that venv said: {LOG})")


def stamp(content: dict[str, Any]) -> None:
    STAMP.write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def run(*command: str) -> tuple[int, str]:
    """Run a command with its output kept in the log; its exit status and that output."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    output = done.stdout.decode("utf-8", "replace")
    HOME.mkdir(exist_ok=True)
    LOG.write_text(output, "utf-8")
    return done.returncode, output


def cause(output: str) -> str:
    """The one line that says why pip failed."""
    if "DO NOT MATCH THE HASHES" in output:
        return "a downloaded file is not the one in the lock. Check the package index or proxy you use."
    if any(sign in output for sign in NO_NETWORK):
        return "no package index answers. The first run needs the network: try again with it."
    errors = [line for line in output.splitlines() if line.startswith("ERROR:")]
    return errors[-1][len("ERROR: ") :] if errors else "pip failed without saying why."


def restart() -> None:
    if os.environ.get(RESTARTED) == str(HOME):
        sys.exit(f"{PYTHON} does not run in {HOME}. Unset PYTHONHOME, or delete that folder, and run this again.")
    os.environ[RESTARTED] = str(HOME)
    command = [str(PYTHON), *sys.argv]
    if os.name != "nt":
        os.execv(PYTHON, command)
    child = subprocess.Popen(command)  # Windows has no exec that a shell waits for
    while True:
        try:
            sys.exit(child.wait())
        except KeyboardInterrupt:
            continue  # the child got it too, and decides
