"""Writes the files of a new article, one a language, ready to be filled. Asks for what is missing."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from handrail.authoring import article_template
from handrail.center.load_result import LoadResult
from handrail.commands import arguments, terminal
from handrail.commands.load_context import load_context
from handrail.content.article import Article
from handrail.content.category import Category
from handrail.content.settings import Settings
from handrail.engine.build import BuildFailed
from handrail.schema.fields import is_id
from handrail.schema.problem import one_of

Ask = Callable[[str], str]
INTERVAL = "6 months"
STEP = 10
"""Between the places of two articles, so that others fit in."""


class Refused(Exception):
    """The article cannot be written. The message says why, and what to do."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(
        __doc__, "TEXT is given once a language, as in --title en=Title. Nothing is asked where all is given."
    )
    parser.add_argument("--id", metavar="ID", help="the same in every language, and never changed")
    parser.add_argument("--type", metavar="TYPE", help="howto, troubleshooting, faq, concept or contact")
    parser.add_argument("--category", metavar="ID", help="one of docs/data/categories.yml")
    parser.add_argument("--owner", metavar="NAME", help="who looks after it")
    for key in ("title", "summary", "question"):
        parser.add_argument(f"--{key}", action="append", default=[], metavar="CODE=TEXT")
    options = parser.parse_args(argv)
    told = {key: getattr(options, key) for key in ("id", "type", "category", "owner")}
    texts = {key: getattr(options, key) for key in ("title", "summary", "question")}
    try:
        for path in write(options.config, told, texts, _ask if sys.stdin.isatty() else None):
            print(f"Wrote {path}")
    except (BuildFailed, Refused) as refused:
        return terminal.fail(refused)
    except EOFError:  # Ctrl-D in place of an answer
        print(file=sys.stderr)
        return terminal.STOPPED
    check = arguments.command("check", options.config)
    print(f"Fill the gaps, see what is left with {check}, then write 'status: published'.")
    return 0


def _ask(question: str) -> str:
    return input(f"{question}: ").strip()


def write(
    config: Path, told: Mapping[str, str | None], texts: Mapping[str, Sequence[str]], ask: Ask | None
) -> list[str]:
    """Write the files; their paths below the project.

    `told` holds id, type, category and owner, where they were said; `texts` title, summary and question, as
    'CODE=TEXT'. What is missing is asked for, where somebody can answer.
    """
    context = load_context(config)
    loaded = context.loaded
    if not loaded.settings or not loaded.categories:
        raise Refused(f"The settings or the categories have mistakes. {arguments.command('check', config)} names them.")
    held = {text: _by_language(said, text, loaded.codes) for text, said in texts.items()}
    missing = [key for key, value in told.items() if not value and key != "owner"]
    missing += [f"{key} {code}=…" for key, said in held.items() for code in loaded.codes if code not in said]
    if missing and ask is None:
        raise Refused(f"Not said: {', '.join(f'--{name}' for name in missing)}. Say it, or answer in a terminal.")
    head = {key: value or (ask(_question(key, loaded)) if ask else "") for key, value in told.items()}
    for key, said in held.items():
        for code in loaded.codes:
            if code not in said and ask:
                said[code] = [ask(f"{key} in {code}")]
    _require(head, held, loaded.categories, context.article_ids)
    path = f"{head['category']}/{head['id']}.md"
    files = {code: context.docs / code / path for code in loaded.codes}
    for file in files.values():
        if file.exists():
            raise Refused(f"{file} exists, and is left as it is. Choose another id.")
    for code, file in files.items():
        own = {
            "id": head["id"],
            "title": held["title"][code][0],
            "summary": held["summary"][code][0],
            "type": head["type"],
            "category": head["category"],
            "order": _order(loaded, head["category"]),
            "questions": held["question"][code],
            "owner": head["owner"] or _owner(loaded),
            "reviewed_on": datetime.date.today(),
            "review_every": INTERVAL,
            "status": "draft",
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as written:
            written.write(article_template.template(own, f"{code}/{path}", _contact(loaded, loaded.settings, code)))
    return [f"{loaded.docs}/{code}/{path}" for code in files]


def _by_language(said: Sequence[str], name: str, codes: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in said:
        code, sign, text = each.partition("=")
        if not sign or code not in codes or not text.strip():
            raise Refused(f"--{name} '{each}' is not CODE=TEXT. The codes are: {', '.join(codes)}.")
        found.setdefault(code, []).append(text.strip())
    return found


def _question(key: str, loaded: LoadResult) -> str:
    known = {"type": article_template.HEADINGS, "category": loaded.categories or {}}.get(key)
    return f"{key} ({', '.join(known)})" if known else {"owner": f"owner ({_owner(loaded)})"}.get(key, key)


def _require(
    head: Mapping[str, str],
    held: Mapping[str, Mapping[str, Sequence[str]]],
    categories: Mapping[str, Category],
    ids: frozenset[str],
) -> None:
    if not is_id(head["id"]):
        raise Refused(f"'{head['id']}' is not an id. Use lower-case letters, digits and hyphens, as in 'lost-phone'.")
    if head["id"] in ids:
        raise Refused(f"There is an article '{head['id']}' already. Choose another id.")
    for key, known in (("type", article_template.HEADINGS), ("category", categories)):
        if head[key] not in known:
            raise Refused(f"{key}: there is no '{head[key]}'. {one_of(head[key], known)}")
    for key, said in held.items():
        for code, texts in said.items():
            if not all(texts):
                raise Refused(f"The {key} in {code} is empty. Say it with --{key} {code}=TEXT.")


def _articles(loaded: LoadResult) -> list[Article]:
    return [content_page for content_page in loaded.content_pages.values() if isinstance(content_page, Article)]


def _order(loaded: LoadResult, category: str) -> int:
    return (
        max(
            (each.front_matter.order for each in _articles(loaded) if each.front_matter.category == category), default=0
        )
        + STEP
    )


def _owner(loaded: LoadResult) -> str:
    """Who looks after most articles."""
    owners = [article.front_matter.owner for article in _articles(loaded)]
    return max(sorted(set(owners)), key=owners.count, default="editors")


def _contact(loaded: LoadResult, settings: Settings, code: str) -> str:
    """The path of the article that tells how to reach support; of the home page, where this language lacks it."""
    own = [
        article.path
        for article in _articles(loaded)
        if article.id == settings.contact_article and article.language == code
    ]
    return own[0] if own else f"{code}/index.md"
