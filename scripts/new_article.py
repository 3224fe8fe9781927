"""Writes the files of a new article, one a language, ready to be filled. Asks for what it is not told."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import environment


def main() -> None:
    default = environment.ROOT / "mkdocs.yml"
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="TEXT is said once a language, as in --title en=Title. It asks nothing where all is said.",
    )
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help="default: mkdocs.yml")
    parser.add_argument("--id", metavar="ID", help="the same in every language, and never changed")
    parser.add_argument("--type", metavar="TYPE", help="howto, troubleshooting, faq, concept or contact")
    parser.add_argument("--category", metavar="ID", help="one of docs/data/categories.yml")
    parser.add_argument("--owner", metavar="NAME", help="who looks after it")
    for key in ("title", "summary", "question"):
        parser.add_argument(f"--{key}", action="append", default=[], metavar="CODE=TEXT")
    options = parser.parse_args()
    environment.enter("site")

    from handrail.commands import new_article
    from handrail.engine.build import BuildFailed

    told = {key: getattr(options, key) for key in ("id", "type", "category", "owner")}
    texts = {key: getattr(options, key) for key in ("title", "summary", "question")}
    try:
        for path in new_article.write(options.config, told, texts, ask if sys.stdin.isatty() else None):
            print(f"Wrote {path}")
    except (BuildFailed, new_article.Refused) as refused:
        sys.exit(str(refused))
    print("Fill the gaps, see what is left with python3 scripts/check.py, then write 'status: published'.")


def ask(question: str) -> str:
    return input(f"{question}: ").strip()


if __name__ == "__main__":
    try:
        main()
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        sys.exit(130)
