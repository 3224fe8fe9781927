"""What support is told at the end of every path of the wallet's guides that leads there."""

from __future__ import annotations

import pytest
from built_site import ROOT
from guide_messages import UNSURE, assert_messages_hold_without_a_script, assert_messages_say_all
from js_modules import Modules


@pytest.mark.parametrize("language", UNSURE)
def test_every_path_to_support_ends_in_a_message_that_says_all_of_it(language: str, modules: Modules) -> None:
    assert assert_messages_say_all(ROOT, language, modules) > 50


@pytest.mark.parametrize("language", UNSURE)
def test_without_a_script_the_message_says_what_every_way_to_it_says_and_asks_the_rest(language: str) -> None:
    assert_messages_hold_without_a_script(ROOT, language)
