"""Every site is built once, by the command, and read by all tests.

Where a test builds one of its own in this process, it finds there what builds have in common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import build_process
import pytest
from built_site import CONFIGS, Site


@pytest.fixture(scope="session", autouse=True)
def _this_process_goes_on() -> Iterator[None]:
    with build_process.going_on():
        yield


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
