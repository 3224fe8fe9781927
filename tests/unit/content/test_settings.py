"""What the configuration may say of a help center."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from handrail.content import settings
from handrail.content.settings import Settings
from handrail.schema.source import Source

RIGHT: dict[str, Any] = {
    "languages": [{"code": "en", "name": "English"}, {"code": "zh-Hant", "name": "中文", "script": "ideographic"}],
    "site_name": {"en": "Help", "zh-Hant": "求助"},
    "description": {"en": "All of it.", "zh-Hant": "全部。"},
    "vendor": {"en": "Works", "zh-Hant": "製作所"},
    "ownership": "independent",
    "contact_article": "reach-us",
}
WORDS = frozenset({"en", "fr", "zh-Hant"})


def read(**changes: Any) -> tuple[Settings | None, list[str]]:
    data = RIGHT | changes
    text = yaml.safe_dump({"extra": {"help_center": data}}, sort_keys=False, allow_unicode=True)
    found, problems = settings.read(Source("mkdocs.yml", text), data, WORDS)
    return found, [problem.message for problem in problems]


def test_the_least_that_is_right_has_defaults_for_the_rest() -> None:
    found, problems = read()
    assert problems == []
    assert found is not None
    assert (found.missing_translation, found.home.popular_articles, found.verification_url) == ("warning", [], None)
    assert [language.theme_name for language in found.languages] == ["en", "zh-Hant"]


def test_official_needs_a_proof_and_independent_none() -> None:
    assert read(ownership="official")[1] == ["ownership: official without verification_url"]
    assert read(ownership="official", verification_url="https://works.example/help")[1] == []
    assert read(ownership="official", verification_url="works.example")[1] == [
        "verification_url: 'works.example' is not an https address"
    ]


SERVER = {"engine": "typesense", "host": "https://search.works.example:8108", "search_only_key": "abc"}


def test_a_search_server_needs_an_engine_a_host_and_a_key() -> None:
    assert read(search=SERVER)[1] == read(search=SERVER | {"host": "http://127.0.0.1:8108"})[1] == []
    for key in SERVER:
        rest = {name: value for name, value in SERVER.items() if name != key}
        assert read(search=rest)[1] == [f"search: no key '{key}', which a search server needs"]


@pytest.mark.parametrize(
    "host",
    ["http://search.works.example", "search.works.example", "https://search.works.example/", "https://a.example; *"],
)
def test_a_search_server_is_named_by_its_https_address_alone(host: str) -> None:
    assert read(search=SERVER | {"host": host})[1] == [f"search.host: '{host}' is not the https address of a server"]


def test_a_language_is_the_one_of_the_theme_that_its_tag_means() -> None:
    languages = [RIGHT["languages"][1] | {"code": "zh-Hant"}, {"code": "en", "name": "English", "theme": "eng"}]
    assert read(languages=languages)[1] == ["the theme has no words in 'eng'"]
    languages[1] = {"code": "en", "name": "English", "theme": "fr-CA"}
    found, problems = read(languages=languages)
    assert problems == []
    assert found
    assert [language.theme_name for language in found.languages] == ["zh-Hant", "fr"]


def test_the_foot_of_a_page_has_the_same_links_in_every_language_and_numbers_as_registries_write_them() -> None:
    registration = {"icp": "京ICP备12345678号-1", "public_security": "京公网安备 11010502030143号"}
    terms = {"en": "https://works.example/terms", "zh-Hant": "https://works.example/zh/terms"}
    found, problems = read(footer={"terms": terms, "registration": registration})
    assert (problems, found and found.footer.terms) == ([], terms)
    assert found
    assert found.footer.registration
    assert found.footer.registration.public_security_code == "11010502030143"
    assert read(footer={"terms": {"en": terms["en"]}})[1] == ["footer.terms has no text in 'zh-Hant'"]
    assert read(footer={"registration": {"icp": "ICP 12345678"}})[1] == [
        "footer.registration.icp: 'ICP 12345678' is not an ICP number"
    ]


def test_a_host_has_its_own_registration_and_the_rest_of_the_footer() -> None:
    terms = {"en": "https://works.example/terms", "zh-Hant": "https://works.example/zh/terms"}
    hosts = {"help.works.example": {"registration": {"icp": "京ICP备12345678号-1"}}}
    found, problems = read(footer={"terms": terms, "hosts": hosts})
    assert problems == []
    assert found
    there = found.footer.at("https://help.works.example/guide/")
    assert (there.registration and there.registration.icp, there.terms) == ("京ICP备12345678号-1", terms)
    for other in ("https://works.example/", "", None):
        assert found.footer.at(other) == found.footer
    assert read(footer={"hosts": {"https://help.works.example": {}}})[1] == [
        "footer.hosts.https://help.works.example: 'https://help.works.example' is not a host"
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"languages": []}, "languages needs at least one item"),
        ({"languages": [*RIGHT["languages"], RIGHT["languages"][0]]}, "duplicate language 'en'"),
        ({"colours": {"light": "#12605", "dark": "#ffffff"}}, "colours.light: '#12605' is not a colour"),
        ({"colours": {"light": "#12605f"}}, "no key 'colours.dark'"),
        ({"vendor": {"en": "Works"}}, "vendor has no text in 'zh-Hant'"),
        ({"home": {"sections": ["asked"]}}, "home.sections: 'asked' is not known"),
        ({"home": {"urgent": "x"}}, "unknown key 'home.urgent'"),
        ({"missing_translation": "ignore"}, "missing_translation: 'ignore' is not known"),
    ],
)
def test_a_mistake_is_named(changes: dict[str, Any], message: str) -> None:
    assert read(**changes) == (read(**changes)[0], [message])


def test_a_mistake_in_one_place_hides_none_in_another() -> None:
    found, problems = read(
        ownership="official", contact_article=7, languages=[*RIGHT["languages"], {"code": "xx", "name": "Unknown"}]
    )
    assert found is None
    assert {
        "ownership: official without verification_url",
        "contact_article must be text",
        "the theme has no words in 'xx'",
    } <= set(problems)


def test_colours_may_be_written_in_capitals() -> None:
    assert read(colours={"light": "#ABCDEF", "dark": "#abcdef"})[1] == []


@pytest.mark.parametrize(
    ("host", "is_right"),
    [
        ("app.works.example", True),
        ("*.works.example:8443", True),
        ("localhost:5173", True),
        ("*.example", False),
        ("*", False),
        ("https://app.works.example", False),
        ("app.works.example/help", False),
        ("app.works.example 'self'", False),
    ],
)
def test_a_host_that_may_show_frames_is_one_host_or_all_below_one(host: str, is_right: bool) -> None:
    assert (read(embed={"hosts": [host]})[1] == []) is is_right


def test_frames_are_for_nobody_until_a_host_is_named() -> None:
    found, _ = read()
    assert found
    assert found.embed is None
    assert read(embed={"hosts": []})[1]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (RIGHT, ("en", "zh-Hant")),
        ({"languages": [{"code": "en"}, {"code": "en"}]}, ("en",)),
        ({"languages": [{"code": "en"}, {"code": False}]}, ()),
        ({"languages": "en"}, ()),
        (["languages"], ()),
        (None, ()),
    ],
)
def test_the_languages_are_known_only_where_all_of_them_are(data: object, codes: tuple[str, ...]) -> None:
    assert settings.codes(data) == codes


def test_no_settings_are_a_problem_of_the_configuration() -> None:
    found, problems = settings.read(Source("mkdocs.yml", "site_name: x\nextra: {}\n"), None, WORDS)
    assert found is None
    assert [str(problem) for problem in problems] == [
        "mkdocs.yml:2: no key 'extra.help_center'. Add it; README.md says what belongs in it."
    ]
