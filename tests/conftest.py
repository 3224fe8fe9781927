"""The ground of all tests, so that none of them depends on when and how it is run."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from built_site import URL, Site
from js_modules import Modules
from site_builds import SharedBuilds
from warm_process import SERVER

TODAY = "1795521600"
"""Noon on 24 November 2026, UTC: what a channel's evidence is worth changes with the days."""

os.environ["SOURCE_DATE_EPOCH"] = TODAY

# Collected tests and parsed pages stay until the end: looking them through for garbage again and again finds nothing.
gc.set_threshold(200_000, 20, 20)

# A shell has its background jobs, and their children, ignore Ctrl-C; the tests send it to some.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _warm_server() -> Iterator[None]:
    yield
    SERVER.stop()


@pytest.fixture
def modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Modules]:
    """The JavaScript modules of the project, to be imported without a page."""
    with Modules(tmp_path_factory.mktemp("modules")) as modules:
        yield modules


@pytest.fixture(scope="session")
def shared_builds(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> SharedBuilds:
    """Builds a site once for all workers of pytest-xdist: the parent of their folders is that of the run."""
    own = tmp_path_factory.getbasetemp()
    return SharedBuilds((own if worker_id == "master" else own.parent) / "sites", TODAY)


@pytest.fixture(scope="session")
def built(shared_builds: SharedBuilds) -> Callable[..., Site]:
    """Gives a site by its name, and by its address where that is another than URL."""

    @cache
    def whole(name: str, site_url: str = URL) -> Site:
        build = shared_builds(name, site_url)
        assert build.status == 0, build.stderr
        return Site(name, build.folder, build.stderr)

    return whole


@pytest.fixture
def bitpie(built: Callable[..., Site]) -> Site:
    return built("bitpie")
