"""Every site is built once, by the command, and read by all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from built_site import CONFIGS, Site


@pytest.fixture(params=CONFIGS)
def site(request: pytest.FixtureRequest, built: Callable[..., Site]) -> Site:
    """Each of the sites in turn."""
    return built(request.param)


@pytest.fixture
def lamplight(built: Callable[..., Site]) -> Site:
    return built("lamplight")


@pytest.fixture
def three_languages(built: Callable[..., Site]) -> Site:
    return built("three_languages")
