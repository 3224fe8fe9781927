"""Writes the files of a new article, one a language, ready to be filled. Asks for what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from handrail.authoring import article_template, whole_file
from handrail.center.load_result import LoadResult
from handrail.commands import arguments, questions
from handrail.commands.load_context import load_context
from handrail.commands.questions import Ask
from handrail.commands.terminal import CommandError
from handrail.content.article import Article
from handrail.content.category import Category
from handrail.content.settings import Settings
from handrail.schema import dates
from handrail.schema.problem import one_of

INTERVAL = "6 months"
OPTIONAL = ("section", "owner")
STEP = 10
"""Between the places of two articles, so that others fit in."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = arguments.parser(
        __doc__, "TEXT is given once a language, as in --title en=Title. Nothing is asked where all is given."
    )
    parser.add_argument("--id", metavar="ID", help="the same in every language, and never changed")
    parser.add_argument("--type", metavar="TYPE", help="howto, troubleshooting, faq, concept or contact")
    parser.add_argument("--category", metavar="ID", help="one of docs/data/categories.yml")
    parser.add_argument("--section", metavar="ID", help="one of those of the category, if it has some")
    parser.add_argument("--owner", metavar="NAME", help="who looks after it")
    for key in ("title", "summary", "question"):
        parser.add_argument(f"--{key}", action="append", default=[], metavar="CODE=TEXT")
    options = parser.parse_args(argv)
    told = {key: getattr(options, key) for key in ("id", "type", "category", "section", "owner")}
    texts = {key: getattr(options, key) for key in ("title", "summary", "question")}
    ask = questions.terminal()
    status = questions.say_written(lambda: write(options.config, told, texts, ask))
    if status == 0:
        check = arguments.command("check", options.config)
        print(f"Fill the gaps, write 'status: published', and see what is left with {check}.")
    return status


def write(
    config: Path, told: Mapping[str, str | None], texts: Mapping[str, Sequence[str]], ask: Ask | None
) -> list[str]:
    """Write the files; their paths below the project.

    `told` holds id, type, category, section and owner, where they were said; `texts` title, summary and question, as
    'CODE=TEXT'. What is missing is asked for, where somebody can answer.
    """
    context = load_context(config)
    loaded = context.loaded
    if not loaded.settings or not loaded.categories:
        raise CommandError(
            f"The settings or the categories have mistakes. {arguments.command('check', config)} names them."
        )
    texts_by_key = {key: questions.by_language(given, key, loaded.codes) for key, given in texts.items()}
    values = _asked(told, texts_by_key, loaded, ask)
    _require(values, texts_by_key, loaded.categories, context.article_ids)
    path = f"{values['category']}/{values['id']}.md"
    files = {code: context.docs / code / path for code in loaded.codes}
    for file in files.values():
        if file.exists():
            raise CommandError(f"{file} exists, and is left as it is. Choose another id.")
    written = {}
    for code, file in files.items():
        front_matter = {
            "id": values["id"],
            "title": texts_by_key["title"][code][0],
            "summary": texts_by_key["summary"][code][0],
            "type": values["type"],
            "category": values["category"],
            **({"section": values["section"]} if values["section"] else {}),
            "order": _order(loaded, values["category"], values["section"] or None),
            "questions": texts_by_key["question"][code],
            "owner": values["owner"] or _owner(loaded),
            "reviewed_on": dates.today(),
            "review_every": INTERVAL,
            "status": "draft",
        }
        contact = _contact(loaded, loaded.settings, code)
        written[file] = article_template.template(front_matter, f"{code}/{path}", contact)
    whole_file.create(written)
    return [f"{loaded.docs}/{code}/{path}" for code in files]


def _asked(
    told: Mapping[str, str | None], texts: dict[str, dict[str, list[str]]], loaded: LoadResult, ask: Ask | None
) -> dict[str, str]:
    """What was told, and the answers to what was not. Texts that were not given are added to `texts`."""
    missing = [key for key, value in told.items() if not value and key not in OPTIONAL]
    missing += [f"{key} {code}=…" for key, given in texts.items() for code in loaded.codes if code not in given]
    questions.require_given(missing, ask)
    values: dict[str, str] = {}
    for key, value in told.items():
        known = _known(key, values, loaded.categories or {})
        is_asked = known or key != "section"
        values[key] = value or (ask(_question(key, known, loaded)) if ask and is_asked else "")
    for key, by_language in texts.items():
        for code in loaded.codes:
            if code not in by_language and ask:
                by_language[code] = [ask(f"{key} in {code}")]
    return values


def _known(key: str, values: Mapping[str, str], categories: Mapping[str, Category]) -> Sequence[str]:
    """What may be answered to a question, after the answers before it; empty where that is anything."""
    category = categories.get(values.get("category", ""))
    sections = [section.id for section in category.sections] if category else []
    return {"type": list(article_template.HEADINGS), "category": list(categories), "section": sections}.get(key, [])


def _question(key: str, known: Sequence[str], loaded: LoadResult) -> str:
    return f"{key} ({', '.join(known) or _owner(loaded)})" if known or key == "owner" else key


def _require(
    values: Mapping[str, str],
    texts_by_key: Mapping[str, Mapping[str, Sequence[str]]],
    categories: Mapping[str, Category],
    ids: frozenset[str],
) -> None:
    questions.require_id(values["id"])
    if values["id"] in ids:
        raise CommandError(f"There is an article '{values['id']}' already. Choose another id.")
    for key in ("type", "category", *(["section"] if values["section"] else [])):
        known = _known(key, values, categories)
        if values[key] not in known:
            raise CommandError(f"{key}: there is no '{values[key]}'. {one_of(values[key], known)}")
    for key, by_language in texts_by_key.items():
        for code, texts in by_language.items():
            if not all(texts):
                raise CommandError(f"The {key} in {code} is empty. Give it with --{key} {code}=TEXT.")


def _articles(loaded: LoadResult) -> list[Article]:
    return [content_page for content_page in loaded.content_pages.values() if isinstance(content_page, Article)]


def _order(loaded: LoadResult, category: str, section: str | None) -> int:
    heads = (article.front_matter for article in _articles(loaded))
    return STEP + max((head.order for head in heads if (head.category, head.section) == (category, section)), default=0)


def _owner(loaded: LoadResult) -> str:
    """Who looks after most articles."""
    owners = [article.front_matter.owner for article in _articles(loaded)]
    return max(sorted(set(owners)), key=owners.count, default="editors")


def _contact(loaded: LoadResult, settings: Settings, code: str) -> str:
    """The path of the article that tells how to reach support; of the home page, where this language lacks it."""
    paths = [
        article.path
        for article in _articles(loaded)
        if article.id == settings.contact_article and article.language == code
    ]
    return paths[0] if paths else f"{code}/index.md"
