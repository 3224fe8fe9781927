"""The extensions that a site need not list."""

from __future__ import annotations

from types import SimpleNamespace

from handrail.markdown.extensions import EXTENSIONS, complete


def test_a_configuration_gets_what_it_lacks_and_keeps_its_own_options() -> None:
    own = {"toc": {"baselevel": 2}, "pymdownx.tabbed": {"alternate_style": False}}
    config = SimpleNamespace(markdown_extensions=["abbr", "toc"], mdx_configs=own | {"pymdownx.quotes": None})
    complete(config)
    assert config.markdown_extensions[:2] == ["abbr", "toc"]
    assert sorted(config.markdown_extensions) == sorted({"abbr", *EXTENSIONS})
    assert config.mdx_configs["toc"] == own["toc"]
    assert config.mdx_configs["pymdownx.tabbed"] == own["pymdownx.tabbed"]
    assert config.mdx_configs["pymdownx.quotes"] == {"callouts": True}
    assert EXTENSIONS["pymdownx.tabbed"] == {"alternate_style": True}, "it is for every site"
