"""A page: its Markdown becomes HTML in which links to files are links to pages."""

from __future__ import annotations

import posixpath
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from handrail.engine.own.config import Config
from handrail.engine.own.files import File, Files
from handrail.engine.own.relative_url import relative_url


class Page:
    def __init__(self, file: File, config: Config) -> None:
        self.file = file
        self.url = "" if file.url == "./" else file.url
        self.canonical_url = urljoin(config.site_url, self.url) if config.site_url else None
        self.meta: dict[str, Any] = {}
        self.markdown = self.content = ""
        self.toc = SimpleNamespace(items=[])

    @property
    def title(self) -> Any:
        return self.meta.get("title")

    def render(self, converter: Converter) -> None:
        """Set the HTML; a hook that has it puts another function here."""
        converter.convert(self)


class Converter:
    """Converts the Markdown of all pages; made once, as making it is slow."""

    def __init__(self, config: Config, files: Files) -> None:
        self._links = _Links(files)
        extensions = [*config.markdown_extensions, self._links]
        self._markdown = markdown.Markdown(extensions=extensions, extension_configs=config.mdx_configs)

    def convert(self, page: Page) -> None:
        """Set the HTML of a page, and its headings."""
        self._links.file = page.file
        page.content = self._markdown.reset().convert(page.markdown)
        tokens = getattr(self._markdown, "toc_tokens", [])
        page.toc.items = [SimpleNamespace(title=token["name"], url=f"#{token['id']}") for token in tokens]


class _Links(Extension):
    def __init__(self, files: Files) -> None:
        super().__init__()
        self.files = files
        self.file: File
        """The one whose Markdown comes next."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.treeprocessors.register(_LinksToPages(self), "links_to_pages", 0)  # where MkDocs has its own

    def to_page(self, link: str) -> str:
        """A link to a file as a link to what is published of it; any other as it is."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path or link.startswith(("/", "\\")) or AMP_SUBSTITUTE in link:
            return link
        path = posixpath.join(posixpath.dirname(self.file.src_uri), unquote(parts.path))
        target = self.files.get_file_from_path(posixpath.normpath(path))
        return parts._replace(path=relative_url(target.url, self.file.url)).geturl() if target else link


class _LinksToPages(Treeprocessor):
    def __init__(self, links: _Links) -> None:
        super().__init__()
        self.links = links

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag)
            if name:
                element.set(name, self.links.to_page(element.get(name, "")))
