"""Contexts for rules, made from a few files."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from built_site import ROOT, SITES, theme_folder

from handrail.center import loader
from handrail.center.theme_resources import Theme
from handrail.checks.cache import Cache
from handrail.checks.context import Context, UrlCheck
from handrail.markdown.converter import Converter
from handrail.markdown.extensions import EXTENSIONS
from handrail.schema.source import Source

TODAY = datetime.date(2026, 11, 24)


def context(folder: Path, files: Mapping[str, str], strict: bool = False) -> Context:
    """The smallest site, with these files in place of its own."""
    return context_of(folder, {**_smallest(), **files}, strict)


def context_of(
    folder: Path, files: Mapping[str, str], strict: bool = False, check_urls: UrlCheck | None = None
) -> Context:
    """A help center of these files and no others, written into a folder. Those in site/ are its built site."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8", newline="")
    configuration = Source.read(folder / "mkdocs.yml", "mkdocs.yml")
    assert isinstance(configuration, Source)
    docs = folder / "docs"
    paths = [file.relative_to(docs).as_posix() for file in docs.rglob("*.md")]
    extra = yaml.load(configuration.text, Loader=yaml.CSafeLoader)["extra"]
    loaded = loader.read(configuration, extra, _theme(), docs, "docs", paths)
    site = folder / "site"
    built = site if site.is_dir() else None
    return Context(loaded, docs, converter(), TODAY, strict, built, check_urls=check_urls, cache=_cache())


@cache
def _cache() -> Cache:
    """What `check` keeps between runs, here for all contexts: what a text is read as depends on nothing else."""
    return Cache()


def git(folder: Path, *command: str) -> None:
    """Run a command of git in a folder, as somebody."""
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


@cache
def converter() -> Converter:
    """The Markdown of every site, with what an engine adds to it."""
    return Converter(["fenced_code", *EXTENSIONS], EXTENSIONS)


def site_files(folder: Path) -> Iterator[Path]:
    """The configuration and the docs of a site, without what commands leave next to them."""
    yield folder / "mkdocs.yml"
    yield from folder.glob("docs/**/*.*")


@cache
def _smallest() -> dict[str, str]:
    folder = SITES / "minimal"
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in site_files(folder)}


@cache
def _theme() -> Theme:
    return Theme((ROOT / "overrides", theme_folder()))
