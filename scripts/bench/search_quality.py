"""Measures search: indexes any documents as a build does, and asks the questions of the modules a browser loads.

DOCS.jsonl holds a document a line: `id`, `lang`, `title`, `text`, and if known `sections`, a list of
`{"h": heading, "level": 2, "text": …}`, `questions`, and `links`, the texts of links that lead to it.
QUERIES.jsonl holds a question a line: `lang`, `text`, and `relevant`, the ids of the documents that answer it. All
documents are one site: those whose languages differ in script or region only share an index, and the `lang` of a
question is its reader's language.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from bench import search_evaluation
from handrail.commands import terminal


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="index_bytes are those of what ranks. The texts that results are shown from are further files; what a "
        "reader\nwaits for, everything together, are first_result_bytes and first_result_requests.",
    )
    parser.add_argument("--documents", type=Path, required=True, metavar="DOCS.jsonl")
    parser.add_argument("--queries", type=Path, required=True, metavar="QUERIES.jsonl")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--layout", choices=("small", "large", "auto"), default="auto", help="default: auto")
    options = parser.parse_args(argv)
    try:
        documents = search_evaluation.read(options.documents, ("id", "lang", "title", "text"))
        questions = search_evaluation.read(options.queries, ("lang", "text", "relevant"))
        report = search_evaluation.evaluate(documents, questions, options.layout)
    except search_evaluation.EvaluationError as error:
        return terminal.fail(error)
    if options.format == "json":
        print(json.dumps(report, indent=2))
    else:
        width = max(map(len, report))
        print("\n".join(f"{name:{width}}  {value}" for name, value in report.items()))
    return 0
