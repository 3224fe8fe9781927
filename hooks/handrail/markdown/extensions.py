"""The extensions of Markdown that articles are written with, so that no site has to list them."""

from __future__ import annotations

from typing import Any

ALWAYS = ("toc", "tables", "fenced_code")
"""Those that MkDocs adds to a site's own."""
EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "sane_lists": {},
    "tables": {},
    "toc": {},
    "pymdownx.details": {},
    "pymdownx.quotes": {"callouts": True},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {},
    "pymdownx.tilde": {"subscript": False},
}
"""Each with its options."""


def complete(config: Any) -> None:
    """Add to an engine's configuration those that it lacks; options that a site sets itself are kept."""
    for name, options in EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        if options:
            config.mdx_configs[name] = options | (config.mdx_configs.get(name) or {})
