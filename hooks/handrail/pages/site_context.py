"""What one build knows of its site: made in the first hook, filled by the others, read by the templates as `site`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handrail.assets.css_bundle import Bundles
from handrail.cache.memory import Memory
from handrail.center.help_center import HelpCenter
from handrail.center.routes import SERVICE_WORKER
from handrail.contact.contact_form import ContactForm
from handrail.pages.markdown_extension import ReaderMarkup
from handrail.pages.page_view import PageView
from handrail.search.document import Section
from handrail.search_export import typesense

KEY = "handrail"
"""Where it is in the engine's `config.extra`, which is made anew for each build."""


@dataclass(frozen=True)
class Engine:
    """What an engine has of a build, once all pages are read: its list of files, and its environment of Jinja."""

    files: Any
    environment: Any


@dataclass
class SiteContext:
    """Every path is relative to the site's root; every `by language` is by the language's code."""

    center: HelpCenter
    markup: ReaderMarkup
    """What is told of each page before its Markdown becomes HTML."""
    is_unchecked: bool = False
    """Whether the build refuses nothing that the rules find."""
    views: dict[str, PageView] = field(default_factory=dict)
    """By the path of a page below the docs folder."""
    contact_forms: Mapping[str, ContactForm] = field(default_factory=dict)
    """By language."""
    service_worker: str = SERVICE_WORKER
    scripts: dict[str, str] = field(default_factory=dict)
    """The path of each entrance of the browser's scripts, by its name."""
    theme_style: str = ""
    """The path of the theme's own style sheet."""
    style_sheets: dict[str, str] = field(default_factory=dict)
    """The texts of all style sheets, by path."""
    bundles: Bundles = field(default_factory=lambda: Bundles({}))
    search_indexes: Mapping[str, str] = field(default_factory=dict)
    """The path of the file that an index begins with, by language."""
    search_words: Mapping[str, str] = field(default_factory=dict)
    """The path of what the search box says, by language."""
    icons: Mapping[str, str] = field(default_factory=dict)
    """The path of each, by what it is for."""
    browser_bars: Mapping[str, str] = field(default_factory=dict)
    """The colour of the browser's own bar in the light and in the dark scheme."""
    manifests: Mapping[str, str] = field(default_factory=dict)
    """The path of the web app manifest, by language."""
    engine: Engine | None = None
    memory: Memory = field(default_factory=Memory)
    """What earlier builds made of articles; begun when the first page is read, as all files are known by then."""
    sections: dict[str, tuple[Section, ...]] = field(default_factory=dict)
    """Those of articles whose HTML is that of an earlier build, by path."""
    shared: str = ""
    """A hash of what all pages show parts of."""
    made_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What the page of an article is made of that is rendered now, by path."""
    unchanged: set[str] = field(default_factory=set)
    """The paths of articles whose pages are those of an earlier build."""
    inline_scripts: set[str] = field(default_factory=set)
    """The hashes of the scripts that stand in pages, as a content security policy writes them."""

    @classmethod
    def start(cls, config: Any, center: HelpCenter, is_unchecked: bool) -> None:
        """Begin a build that has this configuration."""
        markup = ReaderMarkup(center, Path(config.docs_dir))
        config.markdown_extensions.append(markup)
        config.extra[KEY] = cls(center, markup, is_unchecked)

    @classmethod
    def of(cls, config: Any) -> SiteContext:
        """That of the build that has this configuration."""
        site: SiteContext = config.extra[KEY]
        return site

    @property
    def search_server(self) -> dict[str, Any]:
        """What a page must know to ask the server that answers searches, where there is one."""
        search = self.center.settings.search
        parameters = typesense.parameters(search.collection)
        return {"host": search.host, "key": search.search_only_key, "parameters": parameters}

    def view(self, page: Any) -> PageView:
        return self.views[page.file.src_uri]
