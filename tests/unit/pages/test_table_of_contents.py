"""The contents of an article say its headings as they are written."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from built_site import ROOT
from jinja2 import Environment, FileSystemLoader
from markdown import Markdown


@pytest.mark.parametrize("partial", ["sidebar", "table-of-contents"])
def test_signs_of_html_in_headings_are_not_escaped_twice(partial: str) -> None:
    converter = Markdown(extensions=["toc"])
    converter.convert("## Terms & conditions\n\n## Use `<b>` tags\n\n## 5 < 6\n\n## *Bold* words")
    sections = [SimpleNamespace(url=f"#{token['id']}", title=token["name"]) for token in converter.toc_tokens]
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    nothing = SimpleNamespace(around=lambda article: [], title={"en": ""}, code="en")
    environment.filters["url"] = str
    html = environment.get_template(f"partials/{partial}.html").render(
        sections=sections,
        t=lambda key, **values: key,
        icon=lambda name: "",
        edition=nothing,
        category=nothing,
        language=nothing,
    )
    links = BeautifulSoup(html, "html.parser").select("ul:first-of-type a")
    assert [link.get_text() for link in links] == [
        "Terms & conditions",
        "Use <b> tags",
        "5 < 6",
        "Bold words",
        "article.top",
    ]
