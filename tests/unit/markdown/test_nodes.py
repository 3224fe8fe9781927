"""The nodes that rules look at are what the site renders, with the right lines."""

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


def summary(elements: tuple[Element, ...]) -> dict[str, object]:
    return {
        "headings": [(node.level, node.id) for node in elements if isinstance(node, Heading)],
        "links": [node.target for node in elements if isinstance(node, Link)],
        "images": [(node.alt, node.target) for node in elements if isinstance(node, Image)],
        "code": [node.text.rstrip("\n") for node in elements if isinstance(node, Code)],
        "admonitions": [node.kind for node in elements if isinstance(node, Admonition)],
        "steps": [node.count for node in elements if isinstance(node, Steps)],
    }


def rendered(text: str) -> dict[str, object]:
    """The same for the HTML that the site's own converter makes."""
    soup = BeautifulSoup(converter()(text), "html.parser")
    headings = soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    admonitions = soup.select("div.admonition, details")
    return {
        "headings": [(int(tag.name[1]), tag.get("id")) for tag in headings],
        "links": [tag["href"] for tag in soup.find_all("a")],
        "images": [(tag["alt"], tag["src"]) for tag in soup.find_all("img")],
        "code": [tag.get_text().rstrip("\n") for tag in soup.find_all("pre")],
        "admonitions": [next(name for name in tag["class"] if name != "admonition") for tag in admonitions],
        "steps": [len(tag.find_all("li", recursive=False)) for tag in soup.find_all("ol")],
    }


def words(text: str) -> list[str]:
    return "".join(" " if sign in "\n\t" else sign for sign in text).split()


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_article_is_parsed_as_the_site_renders_it(file: Path) -> None:
    _, _, content = file.read_text("utf-8").split("---\n", 2)
    elements = parse(content)
    assert summary(elements) == rendered(content)
    soup = BeautifulSoup(converter()(content), "html.parser")
    for code in soup.find_all("pre"):
        code.extract()
    for image in soup.find_all("img"):
        image.replace_with(image["alt"])  # words too, for who does not see it
    text = "".join(node.text + "\n" for node in elements if isinstance(node, Passage))
    assert sorted(words(text)) == sorted(words(soup.get_text()))


def test_all_of_the_syntax_is_parsed_as_the_site_renders_it() -> None:
    assert summary(parse(EVERYTHING)) == rendered(EVERYTHING)
    assert [node for node in parse(EVERYTHING) if isinstance(node, Misread)] == []


def test_every_node_has_its_line() -> None:
    lines = {type(node).__name__: node.line for node in reversed(parse(EVERYTHING, 10)) if not isinstance(node, Link)}
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
    links = {node.target: node.line for node in parse(EVERYTHING, 10) if isinstance(node, Link)}
    assert links == {"a.md": 11, "https://a.example/b": 11, "deep.md#place": 19, "c.md": 29, "named.md": 36}


def test_text_has_no_attributes_and_prose_has_no_code() -> None:
    passage = next(node for node in parse("Press `x` <b>now</b> {.key}") if isinstance(node, Passage))
    assert (passage.text, passage.prose) == ("Press x now ", "Press … now ")


def test_link_targets_are_kept_as_written_even_unsafe_ones() -> None:
    written = ["javascript:alert(1)", "https://exämple.example/", "data:text/html,x", "HTTP://A.example"]
    links = [node.target for node in parse(" ".join(f"[a]({target})" for target in written)) if isinstance(node, Link)]
    assert links == written
