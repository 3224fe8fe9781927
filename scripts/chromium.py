"""Finds the Chromium that drives the browser tests, and gets one, and a font for it, where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Chromium without a window to draw: the same pages for about a third less work. It comes first where there is one."""
NAMES = (SHELL, "chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge", "chrome")

MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
# Below Playwright's cache; the folder before names the system, the one before that the revision.
PLAYWRIGHT = (
    "chromium_headless_shell-*/*/*headless*shell*",
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)


def find() -> Path | None:
    """An installed Chromium, Chrome or Edge, or None. HANDRAIL_CHROMIUM names one that comes first."""
    return next((path for path in _places() if path.is_file() and not _is_snap(path)), None)


def ensure() -> Path:
    """An installed browser, installing one where there is none. Exits where that does not work."""
    _ensure_fonts()
    found = find()
    if found:
        return found
    print("Installing Chromium for the browser tests (once) ...", file=sys.stderr, flush=True)
    if can_install():
        install_by_apt(SHELL)
    else:
        system = ["--with-deps"] if sys.platform == "linux" and _is_root() else []
        _run(sys.executable, "-m", "playwright", "install", *system, "--only-shell", "chromium")
    found = find()
    if not found:
        sys.exit("No browser for the browser tests. Install Chromium, Chrome or Edge, then run this again.")
    return found


def can_install() -> bool:
    """Whether packages of the system may be installed: on Debian, as root, which is what servers that test are."""
    return _is_debian() and _is_root()


def _places() -> Iterator[Path]:
    chosen = os.environ.get("HANDRAIL_CHROMIUM")
    if chosen:
        yield Path(chosen)
    yield from (Path(found) for found in map(shutil.which, NAMES) if found)
    yield from (Path("/Applications", name) for name in MAC)
    yield from (Path.home() / "Applications" / name for name in MAC)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        yield from (Path(os.environ[variable], name) for name in WINDOWS if variable in os.environ)
    for pattern in PLAYWRIGHT:
        yield from sorted(_playwright_cache().glob(pattern), reverse=True)


def _playwright_cache() -> Path:
    if os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "0") != "0":
        return Path(os.environ["PLAYWRIGHT_BROWSERS_PATH"])
    caches = {"darwin": Path.home() / "Library/Caches", "win32": Path(os.environ.get("LOCALAPPDATA", ""))}
    return caches.get(sys.platform, Path.home() / ".cache") / "ms-playwright"


def _is_snap(path: Path) -> bool:
    """Ubuntu's snap, or the script that stands for it: its sandbox keeps tests from their own files."""
    with path.open("rb") as file:
        return path.is_relative_to("/snap") or b"/snap/" in file.read(4096)


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    lines = release.read_text("utf-8").splitlines() if release.is_file() else []
    words = " ".join(line.partition("=")[2] for line in lines if line.startswith(("ID=", "ID_LIKE=")))
    return "debian" in words and "ubuntu" not in words and shutil.which("apt-get") is not None


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _ensure_fonts() -> None:
    """Bare servers have no font with Chinese characters: there, what tests see would not be what readers see."""
    if not can_install() or _has_chinese_font():
        return
    print("Installing a font with Chinese characters for the browser tests (once) ...", file=sys.stderr, flush=True)
    install_by_apt("fonts-noto-cjk")


def _has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(("fc-list", ":lang=zh-cn", "family"), capture_output=True, check=False)
    return bool(found.stdout.strip())


def install_by_apt(*packages: str) -> None:
    install = ("apt-get", "install", "--yes", "--no-install-recommends", *packages)
    if not _run(*install):
        _run("apt-get", "update")
        _run(*install)


def _run(*command: str) -> bool:
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, stdout=subprocess.DEVNULL, env=environ, check=False)
    return done.returncode == 0
