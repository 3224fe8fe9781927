"""What the browser tests stand on: built sites, servers for them, and readers who report what goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import pytest
from built_site import ROOT, URL
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from site_builds import NO_CHANGES, Changes, SharedBuilds
from waiting import PATIENCE

from handrail.preview.static_server import FolderServer

expect.set_options(timeout=PATIENCE)
# A browser with a life of its own would call other hosts while it is watched; a host that is not this
# machine has no address.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

BLOCKED = "Service Worker registration blocked by Playwright"
"""What it says where a test of something else is spared the worker that keeps a site on devices: it fetches a lot."""

RESTING = """addEventListener("pointermove", (event) => {
  if (!event.clientX && !event.clientY) event.stopImmediatePropagation();
}, true)"""
"""A browser without a screen says now and then that its pointer is in the corner, which no reader has moved there."""


@dataclass(frozen=True)
class Site:
    """A built site where a browser can open it."""

    folder: Path
    url: str

    @property
    def paths(self) -> list[str]:
        """The path of every page below the site's address, the 404 page apart."""
        files = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        return sorted(file.removesuffix("index.html") for file in files if file != "404.html")

    def file(self, path: str) -> Path:
        """The file of a page."""
        return self.folder / (path if path.endswith(".html") else f"{path}index.html")

    @property
    def read(self) -> list[str]:
        """The paths of the pages that readers read: not those that lead on to another."""
        return [path for path in self.paths if 'http-equiv="refresh"' not in self.file(path).read_text("utf-8")]

    def articles(self, language: str) -> dict[str, str]:
        """The HTML of each article in `language` between the header and the footer, by path."""
        paths = [path for path in self.paths if path.startswith(f"{language}/") and path.count("/") == 3]
        texts = {path: (self.folder / path / "index.html").read_text("utf-8") for path in paths}
        return {
            path: text.partition("page--article")[2].partition("<footer")[0]
            for path, text in texts.items()
            if "page--article" in text
        }

    def article_with(self, html: str, language: str) -> str:
        """The path of the first article in `language` that has `html` in it."""
        return next(path for path, text in self.articles(language).items() if html in text)


@pytest.fixture(scope="session")
def serve(shared_builds: SharedBuilds) -> Iterator[Callable[..., Site]]:
    """Serves one of CONFIGS, by its name, below `prefix` until the tests of this worker are done."""
    servers: dict[Path, FolderServer] = {}

    def serve(name: str, prefix: str = "/", changes: Changes = NO_CHANGES) -> Site:
        build = shared_builds(name, urljoin(URL, prefix), changes)
        assert build.status == 0, build.stderr
        if build.folder not in servers:
            server = servers[build.folder] = stack.enter_context(FolderServer(build.folder, prefix))
            server.cache_control = "max-age=600"
        return Site(build.folder, servers[build.folder].url)

    with ExitStack() as stack:
        yield serve


@pytest.fixture(scope="session")
def site(serve: Callable[..., Site]) -> Site:
    """The help center itself."""
    return serve("bitpie")


@pytest.fixture(scope="session")
def lamplight(serve: Callable[..., Site]) -> Site:
    """A site of a vendor, with channels of every kind, announcements, and workers that keep it on devices."""
    return serve("lamplight")


@pytest.fixture(scope="session")
def three_languages(serve: Callable[..., Site]) -> Site:
    """A site in three languages, one of which runs from right to left."""
    return serve("three_languages")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    sys.path.append(os.fspath(ROOT / "scripts"))
    import chromium

    path = chromium.find()
    assert path, "No Chromium, Chrome or Edge. Run python3 scripts/test.py browser, which gets one."
    root = sys.platform != "win32" and os.geteuid() == 0
    arguments = [*QUIET, "--no-sandbox"] if root else [*QUIET]  # its sandbox refuses root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A reader with a fresh browser. Collects the requests and the complaints of every page opened."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("requestfailed", self._on_failure)
        self.context.on("weberror", lambda error: self.problems.append(f"error: {error.error}"))
        self.context.on("console", self._on_console)

    def _on_failure(self, request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what a reader leaves behind half loaded
            self.problems.append(f"failed: {request.url}: {request.failure}")

    def _on_console(self, message) -> None:
        if message.type in ("error", "warning") and message.text != BLOCKED:
            self.problems.append(f"console: {message.text}")


@pytest.fixture
def visitor(browser):
    """Makes a visitor; its options are those of a browser context, such as `locale` or `color_scheme`. Whose pages are
    to be kept on the device, says `service_workers="allow"`."""
    contexts = []

    def make(**options) -> Visitor:
        options = {"locale": "fr", "service_workers": "block", **options}  # French, as no site leads to it
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(RESTING)
        contexts.append(context)
        return Visitor(context, context.new_page())

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a wide screen for looking only. Whose requests or options matter is a `visitor`."""
    size = {"width": 1280, "height": 800}
    context = browser.new_context(locale="fr", viewport=size, color_scheme="light", service_workers="block")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(RESTING)
    yield context.new_page()
    context.close()
