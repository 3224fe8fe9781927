"""Every site is built once, by the command, and read by all tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from built_site import CONFIGS, URL, Site
from site_builds import SharedBuilds


@pytest.fixture(scope="session")
def built(shared_builds: SharedBuilds) -> Callable[..., Site]:
    """Gives a site by its name, and by its address where that is another than URL."""

    @cache
    def whole(name: str, site_url: str = URL) -> Site:
        build = shared_builds(name, site_url)
        assert build.status == 0, build.stderr
        return Site(name, build.folder, build.stderr)

    return whole


@pytest.fixture(params=CONFIGS)
def site(request: pytest.FixtureRequest, built: Callable[..., Site]) -> Site:
    """Each of the sites in turn."""
    return built(request.param)


@pytest.fixture
def bitpie(built: Callable[..., Site]) -> Site:
    return built("bitpie")


@pytest.fixture
def lamplight(built: Callable[..., Site]) -> Site:
    return built("lamplight")


@pytest.fixture
def three_languages(built: Callable[..., Site]) -> Site:
    return built("three_languages")
