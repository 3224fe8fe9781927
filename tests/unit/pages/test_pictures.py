"""Which picture a page shows, and how."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from built_site import SITES
from factories import help_center
from markdown import Markdown
from PIL import Image

from handrail.center.help_center import HelpCenter
from handrail.content import svg
from handrail.content.picture import Callout, Picture
from handrail.pages import pictures
from handrail.pages.markdown_extension import ReaderMarkup
from handrail.search.html_sections import sections

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><text>go</text></svg>'
FILES = ("images/way.svg", "images/lamp.svg", "images/lamp.dark.svg", "zh-Hant/images/lamp.svg", "en/light/a b.svg")


@pytest.fixture(scope="module")
def center() -> HelpCenter:
    return replace(
        help_center(SITES / "lamplight"),
        pictures={
            "way": Picture(id="way", words={"go": {"en": "Go", "zh-Hant": "走"}}),
            "lamp": Picture(id="lamp", callouts=[Callout(x=6, y=3, text={"en": "A <b>", "zh-Hant": "甲"})]),
        },
    )


@pytest.fixture
def shown(center: HelpCenter, tmp_path: Path) -> pictures.Pictures:
    for path in FILES:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(SVG, "utf-8")
    return pictures.of_site(center, tmp_path, FILES)


def made(center: HelpCenter, of_site: pictures.Pictures, text: str, path: str = "en/light/dim.md") -> str:
    markup = ReaderMarkup(center, of_site.docs)
    markup.pictures = of_site
    markup.begin(path, "https://lamp.example/help/en/light/dim/")
    return Markdown(extensions=[markup]).convert(text)


def test_a_drawing_with_words_is_made_for_every_language_and_scheme(shown: pictures.Pictures) -> None:
    assert sorted(shown.made) == [
        "en/images/way.dark.svg",
        "en/images/way.svg",
        "images/lamp.callouts.svg",
        "zh-Hant/images/way.dark.svg",
        "zh-Hant/images/way.svg",
    ]
    assert ">走</text>" in shown.made["zh-Hant/images/way.svg"]
    assert set(shown.sources) == {"images/way.svg"}, "it has keys in place of words, and is not published"


def test_the_picture_of_a_language_comes_before_the_one_that_all_share(shown: pictures.Pictures) -> None:
    for path, code, light, dark, *callouts in (
        ("images/way.svg", "en", "en/images/way.svg", "en/images/way.dark.svg"),
        ("images/lamp.svg", "en", "images/lamp.svg", "images/lamp.dark.svg", "A <b>"),
        ("images/lamp.svg", "zh-Hant", "zh-Hant/images/lamp.svg", "", "甲"),
        ("en/light/a b.svg", "en", "en/light/a b.svg", ""),
    ):
        assert shown.shown(path, code) == pictures.Shown(light, dark, (24, 12), tuple(callouts))


def test_a_drawing_of_its_own_in_one_language_is_not_made_anew(center: HelpCenter, shown: pictures.Pictures) -> None:
    own = pictures.of_site(center, shown.docs, [*FILES, "en/images/way.svg"])
    assert "en/images/way.svg" not in own.made
    assert "zh-Hant/images/way.svg" in own.made


def test_a_picture_alone_is_a_figure_that_links_to_its_file(center: HelpCenter, shown: pictures.Pictures) -> None:
    html = made(center, shown, '![The way out](../../../images/way.svg "How to go")')
    attributes = 'decoding="async" height="12" loading="lazy"'
    assert html == (
        '<figure class="figure"><a class="figure__link" href="../../images/way.svg">'
        f'<img alt="The way out" class="figure__light" {attributes} src="../../images/way.svg" width="24" />'
        f'<img alt="The way out" class="figure__dark" {attributes} src="../../images/way.dark.svg" width="24" />'
        "</a><figcaption>How to go</figcaption></figure>"
    )
    (section,) = sections(html)
    assert section.text == "The way out How to go", "search reads one of the two"


def test_others_stay_in_their_line_say_their_size_and_wait_but_for_the_first(
    center: HelpCenter, shown: pictures.Pictures
) -> None:
    html = made(center, shown, "See ![A](../a%20b.svg) and ![B](../a%20b.svg), ![C](no.png), ![D](https://x.example/a)")
    assert html == (
        '<p>See <img alt="A" height="12" src="../a%20b.svg" width="24" /> and '
        '<img alt="B" decoding="async" height="12" loading="lazy" src="../a%20b.svg" width="24" />, '
        '<img alt="C" decoding="async" loading="lazy" src="no.png" />, '
        '<img alt="D" decoding="async" loading="lazy" src="https://x.example/a" /></p>'
    )


def test_a_caption_in_another_script_says_its_language(center: HelpCenter, shown: pictures.Pictures) -> None:
    html = made(center, shown, '![Way](../../../images/way.svg "See 反馈")')
    assert '<figcaption>See <span lang="zh-Hant">反馈</span></figcaption>' in html


def test_callouts_are_numbers_on_the_picture_and_a_list_below_it(center: HelpCenter, shown: pictures.Pictures) -> None:
    html = made(center, shown, "![Lamp](../../../images/lamp.svg)")
    numbers = '<img alt="" class="figure__callouts" loading="lazy" src="../../../images/lamp.callouts.svg" /></a>'
    assert html.endswith(f"{numbers}<ol><li>A &lt;b&gt;</li></ol></figure>")
    drawing = svg.parse(str(shown.made["images/lamp.callouts.svg"]))
    assert drawing.get("viewBox") == "0 0 24 12"
    circle, number = drawing
    assert (circle.get("cx"), circle.get("cy"), number.text) == ("6", "3", "1")


def test_smaller_copies_are_offered_to_the_browser(center: HelpCenter, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    for name, colour in (("a b.png", "#fff"), ("a b.dark.png", "#000")):
        Image.new("RGB", (600, 300), colour).save(tmp_path / "images" / name, compress_level=0)
    of_site = pictures.of_site(replace(center, pictures={}), tmp_path, ["images/a b.png", "images/a b.dark.png"])
    html = made(center, of_site, "![A](../../../images/a%20b.png)")
    assert html.count("<picture><source") == 2
    assert 'srcset="../../../images/a%20b.480.webp 480w, ../../../images/a%20b.600.webp 600w" type="image/webp"' in html
    assert 'src="../../../images/a%20b.dark.png" width="600" /></picture>' in html
    assert set(of_site.made) == {f"images/a b{dark}.{width}.webp" for dark in ("", ".dark") for width in (480, 600)}
