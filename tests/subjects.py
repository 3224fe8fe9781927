"""What rules look at, made of a few files: the smallest site there is, with some of its files written otherwise."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml
from reading import SITES

from helpcenter import content
from helpcenter.source import Source
from helpcenter.subject import Subject
from helpcenter.theme import Theme

TODAY = datetime.date(2026, 11, 24)


def subject(
    folder: Path, files: Mapping[str, str] | None = None, site: str = "minimal", strict: bool = False
) -> Subject:
    """The site in tests/sites, copied into a folder, with these files in place of its own."""
    shutil.copytree(SITES / site, folder, dirs_exist_ok=True)
    for path, text in (files or {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    configuration = Source.read(folder / "mkdocs.yml", "mkdocs.yml")
    assert isinstance(configuration, Source)
    docs = folder / "docs"
    paths = [file.relative_to(docs).as_posix() for file in docs.rglob("*.md")]
    extra = yaml.safe_load(configuration.text)["extra"]
    reading = content.read(configuration, extra, _theme(), docs, "docs", paths)
    return Subject(reading, docs, TODAY, strict)


def _theme() -> Theme:
    import material

    templates = Path(material.__file__).parent / "templates"
    return Theme((SITES.parent.parent / "overrides", templates))
