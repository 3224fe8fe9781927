"""Shows which translations have fallen behind, records what was brought up to date, and starts new ones."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from handrail.commands import arguments, terminal
from handrail.commands.translations import Translations
from handrail.engine.build import BuildFailed
from handrail.schema import dates


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    try:
        translations = Translations.of(options.config, dates.today())
        match options.command:
            case "status":
                print(translations.status(options.id))
            case "accept":
                print(translations.accept(options.id, options.section, options.language))
            case "mark":
                print(translations.mark(options.id, options.section, options.level, options.note))
            case "new":
                print(translations.new(options.id, options.language))
    except (BuildFailed, terminal.CommandError) as error:
        return terminal.fail(error)
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = arguments.parser(__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    article = "the id of an article"
    language = "the language of the translation; needed where there are several"

    status = commands.add_parser("status", help="which translations are behind, since when, and by how much")
    status.add_argument("id", nargs="?", metavar="ID", help=f"{article}; else all that are behind")

    accept = commands.add_parser("accept", help="record that a translation says what its original says now")
    accept.add_argument("id", nargs="?", metavar="ID", help=article)
    accept.add_argument("section", nargs="*", metavar="SECTION", help="the ids of its headings, else all of it")
    accept.add_argument("--language", metavar="CODE", help=language)
    accept.add_argument("--everything", action="store_true", help="every translation there is, to begin with")

    mark = commands.add_parser("mark", help="say how much a change to an original matters")
    mark.add_argument("id", metavar="ID", help=article)
    mark.add_argument("section", metavar="SECTION", help="the id of the heading; _top above the first one")
    mark.add_argument("level", choices=("typo", "medium", "major"))
    mark.add_argument("--note", metavar="TEXT", help="what changed, for those who translate it")

    new = commands.add_parser("new", help="start a translation with all that must stay the same")
    new.add_argument("id", metavar="ID", help=article)
    new.add_argument("--language", metavar="CODE", help=language)

    options = parser.parse_args(argv)
    if options.command == "accept" and bool(options.id) == options.everything:
        accept.error("name an article, or everything")
    return options
