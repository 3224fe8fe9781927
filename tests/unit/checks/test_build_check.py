"""A build refuses whatever could harm a reader, through whichever door it comes, and names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_contexts import context_of
from planted_mistakes import CASES, case, valid

from handrail.checks.build_check import center_to_publish
from handrail.checks.rules import guides, links, safety
from handrail.schema.problem import ContentError

ARTICLE = "docs/en/reach/reach-orchard.md"
DOORS = {
    "article": (ARTICLE, "Open the app and write", "{} Open the app and write"),
    "a heading": (ARTICLE, "## Where to write {#write}", "## {} {#write}"),
    "the title of a link": (ARTICLE, "(channel:website)", "(channel:website '{}')"),
    "code": (ARTICLE, "Open the app and write", "Type `{}`, open the app and write"),
    "front matter": (ARTICLE, "summary: Start with a ticket in the app.", 'summary: "{}"'),
    "a question": (ARTICLE, "talk to a person", '"{}"'),
    "categories": ("docs/data/categories.yml", "Every way to reach support.", '"{}"'),
    "channels": ("docs/data/channels.yml", "Ask a question.", '"{}"'),
    "guides": ("docs/data/guides/missing-money.yml", "Two questions lead to the steps.", '"{}"'),
    "settings": ("mkdocs.yml", "How to pay with Orchard, and how to reach its support.", '"{}"'),
}
"""By name: a file of the valid help center, a text in it, and what takes its place, with the harm in {}."""
HARMS = {
    "a host": "See thief.icu/login today",
    "a host as browsers read it": "See https://orchard.example:443@thief.icu today",
    "an e-mail address": "Write to help@thief.icu today",
    "an account": "Telegram: orchard_help9",
    "an invisible character": "Reach\u202e support",
    "a request for a secret": "never wait: send us your recovery phrase",
    "a secret": "Private key: e9873d79c6d87dc0fb6a5778633389f4453213303da61f20bd67fc233aa33262",
}
REFUSED_CASES = [
    file
    for file in CASES
    if file.parent.name in ("safety", "links", "guides") and not file.stem.startswith("a_built_page")
]


def refused(folder: Path, files: dict[str, str]) -> list[str]:
    """The places that a build of these files names."""
    try:
        center_to_publish(context_of(folder, files), unchecked=False)
    except ContentError as error:
        return [problem.place for problem in error.problems]
    return []


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("door", DOORS)
def test_harm_is_refused_through_every_door(door: str, harm: str, tmp_path: Path) -> None:
    path, old, new = DOORS[door]
    files = valid()
    assert files[path].count(old) == 1
    at = files[path].index(old)
    planted = new.replace("{}", HARMS[harm])
    files[path] = files[path].replace(old, planted)
    line = files[path].count("\n", 0, at + planted.index(HARMS[harm])) + 1
    assert refused(tmp_path, files) == [f"{path}:{line}"]


@pytest.mark.parametrize("name", ["pay\u202egnp.png", "help@thief.icu.png", "thief.icu/a.png"])
def test_harm_in_the_name_of_a_file_is_refused(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path, {**valid(), f"docs/en/{name}": ""}) == [f"docs/en/{name}"]


@pytest.mark.parametrize("file", REFUSED_CASES, ids=lambda file: file.stem)
def test_what_the_check_calls_an_error_of_safety_links_or_guides_is_refused(file: Path, tmp_path: Path) -> None:
    errors = {rule.id for rule in (*safety.RULES, *links.RULES, *guides.RULES) if rule.severity == "error"}
    places = {place.split()[0] for place in case(file).expected if place.split()[1] in errors}
    assert set(refused(tmp_path, case(file).files)) == places


def test_an_unchecked_build_refuses_none_of_it(tmp_path: Path) -> None:
    files = {**valid(), ARTICLE: valid()[ARTICLE] + "\nSee thief.icu and [this](gone.md).\n"}
    assert center_to_publish(context_of(tmp_path, files), unchecked=True).editions


def test_a_draft_is_not_refused(tmp_path: Path) -> None:
    path = "docs/en/pay/money-missing.md"
    assert refused(tmp_path, {**valid(), path: valid()[path] + "\nSee thief.icu.\n"}) != []
    draft = valid()[path].replace("status: published", "status: draft") + "\nSee thief.icu.\n"
    assert path not in " ".join(refused(tmp_path, {**valid(), path: draft}))


@pytest.mark.parametrize("text", ["1. " * 60 + "a", "> " * 60 + "a", "a" * 5001])
def test_what_a_converter_takes_long_for_is_refused_before_it_is_read(text: str, tmp_path: Path) -> None:
    files = {**valid(), ARTICLE: f"{valid()[ARTICLE]}\n{text}\n"}
    assert f"{ARTICLE}:{valid()[ARTICLE].count(chr(10)) + 2}" in refused(tmp_path, files)
