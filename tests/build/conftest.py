"""Every site is built once, by the command, and read by all tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from built_site import CONFIGS, URL, Site, build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """Gives a site by its name, built."""

    folder = tmp_path_factory.mktemp("sites")

    @cache
    def make(name: str) -> Site:
        done = build(CONFIGS[name], folder / name, "--site-url", URL)
        return Site(name, folder / name, done.stderr, done.returncode)

    def whole(name: str) -> Site:
        site = make(name)
        assert site.status == 0, site.stderr
        return site

    return whole


@pytest.fixture(params=CONFIGS)
def site(request: pytest.FixtureRequest, built: Callable[[str], Site]) -> Site:
    """Each of the sites in turn."""
    return built(request.param)


@pytest.fixture
def bitpie(built: Callable[[str], Site]) -> Site:
    return built("bitpie")


@pytest.fixture
def lamplight(built: Callable[[str], Site]) -> Site:
    return built("lamplight")


@pytest.fixture
def three_languages(built: Callable[[str], Site]) -> Site:
    return built("three_languages")
