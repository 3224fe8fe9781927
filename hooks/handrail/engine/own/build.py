"""Builds a site: reads its files, converts, lets the hooks hear of it, renders, writes."""

from __future__ import annotations

import gzip
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from handrail.engine.own import files as site_files
from handrail.engine.own.config import Config
from handrail.engine.own.files import File, Files
from handrail.engine.own.pages import Converter, Page
from handrail.engine.own.relative_url import relative_url
from handrail.schema import dates

log = logging.getLogger("handrail.engine")

SITEMAP = "sitemap.xml"


def build(config: Config) -> None:
    """Build a site into its `site_dir`, an empty folder."""
    run = config.hooks.run
    run("startup", command="build", dirty=False)
    run("config", config)
    files = run("files", site_files.read(config.docs_dir, config.theme.files()), config=config)
    _read_pages(config, files)
    environment = run("env", config.theme.environment(), config=config, files=files)
    for file in files:
        if not file.is_documentation_page() and not file.is_hidden:
            file.copy(config.site_dir)
    pages = files.documentation_pages()
    for name in sorted(config.theme.static_templates):
        _write_template(name, config, environment, pages)
    for file in pages:
        with _named(file.src_uri):
            _write_page(file.page, config, environment, pages)
    run("post_build", config=config)


def _read_pages(config: Config, files: Files) -> None:
    run, converter = config.hooks.run, Converter(config, files)
    for file in files.documentation_pages():
        file.page = Page(file, config)
    for page in (file.page for file in files.documentation_pages()):
        with _named(page.file.src_uri):
            page.markdown = run("page_read_source", page=page, config=config).lstrip("\n")
            page.markdown = run("page_markdown", page.markdown, page=page, config=config, files=files)
            page.render(converter)
            page.content = run("page_content", page.content, page=page, config=config, files=files)


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Say of an error that nobody foresaw which page it is about."""
    try:
        yield
    except Exception as error:
        log.error("Error in page '%s': %s", path, error)
        raise


def _write_template(name: str, config: Config, environment: Environment, pages: list[File]) -> None:
    """Write a template that is no page. The links of an error page start at the root of the host."""
    is_error_page = re.fullmatch(r"\d{3}\.html?", name)
    base = urlsplit(config.site_url or "/").path if is_error_page else relative_url(".", name)
    context = _context(config, pages, base, None)
    context = config.hooks.run("template_context", context, template_name=name, config=config)
    output = environment.get_template(name).render(context)
    output = config.hooks.run("post_template", output, template_name=name, config=config)
    _write(config, name, output.encode())
    if name == SITEMAP:
        _write(config, f"{name}.gz", _compressed(name, output.encode()))


def _write_page(page: Page, config: Config, environment: Environment, pages: list[File]) -> None:
    context = _context(config, pages, relative_url(".", page.url), page)
    template = environment.get_template(page.meta["template"])
    context = config.hooks.run("page_context", context, page=page, config=config, nav=config.nav)
    output = config.hooks.run("post_page", template.render(context), page=page, config=config)
    _write(config, page.file.dest_uri, output.encode(errors="xmlcharrefreplace"))


def _context(config: Config, pages: list[File], base_url: str, page: Page | None) -> dict[str, Any]:
    """What templates know before the hooks tell them more."""
    return {"config": config, "pages": pages, "base_url": base_url, "page": page}


def _compressed(name: str, data: bytes) -> bytes:
    """As gzip, of the day of the build and of no hour of it: two builds of one day are the same bytes."""
    midnight = datetime.combine(dates.today(), time(), UTC)
    file = BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=file, mtime=midnight.timestamp()) as stream:
        stream.write(data)
    return file.getvalue()


def _write(config: Config, path: str, data: bytes) -> None:
    file = Path(config.site_dir, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
