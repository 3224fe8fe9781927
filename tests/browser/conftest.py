"""What the browser tests stand on: built sites, servers for them, and readers who report what goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from static_server import Server

from handrail.secrets import wordlists

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30_000  # milliseconds until a test gives up; what is there sooner is not waited for
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

    @property
    def read(self) -> list[str]:
        """The paths of the pages that readers read: not those that lead on to another."""
        files = {path: self.folder / (path if path.endswith(".html") else f"{path}index.html") for path in self.paths}
        return [path for path, file in files.items() if 'http-equiv="refresh"' not in file.read_text("utf-8")]

    def article_with(self, html: str, language: str) -> str:
        """The path of the first article in `language` that has `html` in it."""
        pages = (path for path in self.paths if path.startswith(f"{language}/") and path.count("/") == 3)
        return next(path for path in pages if html in (self.folder / path / "index.html").read_text("utf-8"))


@pytest.fixture(scope="session")
def build_site(tmp_path_factory):
    """Builds a site with its hooks and templates, and serves it below `prefix` until the tests are done."""
    servers = []

    def build(config: str = "mkdocs.yml", prefix: str = "/") -> Site:
        server = Server(tmp_path_factory.mktemp("browser") / "site", prefix)
        servers.append(server)
        options = ["--config", ROOT / config, "--out", server.folder, "--site-url", server.url]
        command = [sys.executable, ROOT / "scripts/build.py", *options]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return Site(server.folder, server.url)

    yield build
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site(build_site) -> Site:
    """The help center itself."""
    return build_site()


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
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")


@pytest.fixture
def visitor(browser):
    """Makes a visitor; its options are those of a browser context, such as `locale` or `color_scheme`."""
    contexts = []

    def make(**options) -> Visitor:
        options.setdefault("locale", "fr")  # a language the site does not have: it leads nobody
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return Visitor(context, context.new_page())

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def _shared_page(browser) -> Page:
    page = browser.new_context(locale="fr").new_page()
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture
def page(_shared_page) -> Iterator[Page]:
    """A page for looking only, which is quick, as all tests share it. Who chooses something is a `visitor`."""
    _shared_page.set_viewport_size({"width": 1280, "height": 800})
    _shared_page.emulate_media(media="screen", color_scheme="light")
    yield _shared_page
    _shared_page.unroute_all(behavior="ignoreErrors")
    _shared_page.goto("about:blank")


MODULES = "http://modules.example/"
SEALED = "default-src 'none'; script-src 'self' 'unsafe-eval'"  # the driver of the browser evaluates, no module does


@pytest.fixture
def modules(page) -> Page:
    """A page that can import every module of overrides/assets, as they stand there and with the word lists made."""

    def answer(route):
        name = route.request.url.removeprefix(MODULES)
        if not name:
            head = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{SEALED}">'
            route.fulfill(content_type="text/html", body=head)
        else:
            made = name == "secrets/wordlist_data.js"
            script = wordlists.javascript() if made else (ROOT / "overrides/assets" / name).read_text("utf-8")
            route.fulfill(content_type="text/javascript; charset=utf-8", body=script)

    page.route(f"{MODULES}**", answer)
    page.goto(MODULES)
    return page
