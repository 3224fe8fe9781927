"""Writes what a search server needs to answer instead of the browser: the records, and its settings."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from handrail.commands import arguments, terminal
from handrail.content.glossary import groups
from handrail.engine import build
from handrail.publishing import output
from handrail.search_export.files import RECORDS, files
from handrail.search_export.records import Record, records
from handrail.search_runner.index_build import read_site

FOLDER = "search-export"


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(
        __doc__,
        "For Typesense, Meilisearch and OpenSearch: hooks/handrail/search_export/SERVERS.md says how they take it.",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help=f"default: {FOLDER} next to the config")
    options = parser.parse_args(argv)
    out = options.out or options.config.with_name(FOLDER)
    try:
        exported = export(options.config)
        output.write(out, exported)
    except build.BuildFailed as error:
        return terminal.fail(error)
    except OSError as error:
        return terminal.fail(f"{error.filename}: {error.strerror}.")
    count = exported[RECORDS].count("\n")
    print(f"Wrote {out / RECORDS}, {count} records, and the settings of three servers", file=sys.stderr)
    return 0


def export(config_file: Path) -> dict[str, str]:
    """The files of an export, by path. Raises BuildFailed."""
    site, documents, url = read_site(config_file)
    center = site.center
    exported: list[Record] = []
    for code, edition in center.editions.items():
        categories = {id: category.title[code] for id, category in center.categories.items()}
        exported += records(documents[code], edition.language.tag, url, categories)
    return files(exported, center.editions, groups(center.glossary), center.settings.search.collection)
