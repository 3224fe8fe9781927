"""What rules see of a Markdown file is what the site makes of it, with the lines it stands on."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from built_site import CONFIGS, ROOT
from check_contexts import converter

from handrail.markdown.nodes import Admonition, Code, Element, Heading, Image, Link, Misread, Passage, Steps
from handrail.markdown.parser import parse

ARTICLES = [file for config in CONFIGS.values() for file in sorted((config.parent / "docs").rglob("*.md"))]

EVERYTHING = """\
Words with `code
over two lines`, a [link](a.md "title"), <https://a.example/b>.

## A heading {#here}

1. One

    !!! warning "Careful: *really*"

        Deep [inside](deep.md#place).

        ```js
        // [no link](here)
        ```

2. Two, with ![a tree](tree.png){ .wide }

| a | b |
| --- | --- |
| [c](c.md) | d |

??? note

    - Under
        - and under it

[by name][name], [name].

[name]: named.md
"""


def facts(elements: tuple[Element, ...]) -> dict[str, object]:
    return {
        "headings": [(each.level, each.id) for each in elements if isinstance(each, Heading)],
        "links": [each.target for each in elements if isinstance(each, Link)],
        "pictures": [(each.alt, each.target) for each in elements if isinstance(each, Image)],
        "code": [each.text.rstrip("\n") for each in elements if isinstance(each, Code)],
        "notes": [each.kind for each in elements if isinstance(each, Admonition)],
        "steps": [each.count for each in elements if isinstance(each, Steps)],
    }


def built(text: str) -> dict[str, object]:
    """The same, of what the site's own Markdown makes."""
    soup = BeautifulSoup(converter()(text), "html.parser")
    headings = soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    notes = soup.select("div.admonition, details")
    return {
        "headings": [(int(tag.name[1]), tag.get("id")) for tag in headings],
        "links": [tag["href"] for tag in soup.find_all("a")],
        "pictures": [(tag["alt"], tag["src"]) for tag in soup.find_all("img")],
        "code": [tag.get_text().rstrip("\n") for tag in soup.find_all("pre")],
        "notes": [next(name for name in tag["class"] if name != "admonition") for tag in notes],
        "steps": [len(tag.find_all("li", recursive=False)) for tag in soup.find_all("ol")],
    }


def words(text: str) -> list[str]:
    return "".join(" " if sign in "\n\t" else sign for sign in text).split()


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_article_is_read_as_the_site_reads_it(file: Path) -> None:
    _, _, body = file.read_text("utf-8").split("---\n", 2)
    elements = parse(body)
    assert facts(elements) == built(body)
    soup = BeautifulSoup(converter()(body), "html.parser")
    for code in soup.find_all("pre"):
        code.extract()
    read = "".join(each.text + "\n" for each in elements if isinstance(each, Passage))
    assert sorted(words(read)) == sorted(words(soup.get_text()))


def test_everything_that_markdown_has_is_read_as_the_site_reads_it() -> None:
    assert facts(parse(EVERYTHING)) == built(EVERYTHING)
    assert [each for each in parse(EVERYTHING) if isinstance(each, Misread)] == []


def test_everything_has_the_line_it_stands_on() -> None:
    lines = {type(each).__name__: each.line for each in reversed(parse(EVERYTHING, 10)) if not isinstance(each, Link)}
    assert lines == {
        "Passage": 10,
        "Heading": 13,
        "Steps": 15,
        "Admonition": 17,
        "Code": 21,
        "Image": 25,
        "Table": 27,
        "Bullets": 33,
    }
    links = {each.target: each.line for each in parse(EVERYTHING, 10) if isinstance(each, Link)}
    assert links == {"a.md": 11, "https://a.example/b": 11, "deep.md#place": 19, "c.md": 29, "named.md": 36}


def test_text_reads_without_attributes_and_prose_without_code() -> None:
    passage = next(each for each in parse("Press `x` <b>now</b> {.key}") if isinstance(each, Passage))
    assert (passage.text, passage.prose) == ("Press x now ", "Press … now ")


def test_addresses_are_kept_as_they_are_written_even_the_worst() -> None:
    written = ["javascript:alert(1)", "https://exämple.example/", "data:text/html,x", "HTTP://A.example"]
    links = [each.target for each in parse(" ".join(f"[a]({target})" for target in written)) if isinstance(each, Link)]
    assert links == written
