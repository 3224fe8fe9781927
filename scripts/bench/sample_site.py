"""A help center of any size, made up for measuring: the project's own settings and data, invented articles.

What is measured depends on how big help centers are built:

- They offer a reader a few dozen shelves, not hundreds: a menu of hundreds is no help. So there is a category
  for every `PER_CATEGORY` articles and never more than `MOST_CATEGORIES`; from there on the shelves fill up,
  to 250 articles each where there are 10,000.
- Hence no list on an article's page grows with the site once the menu is full. A category's page lists its
  own articles: each article stands there once.
- Articles are as long as real ones: 250 to 500 words in two to five sections, with steps, lists, tables and
  warnings, and three to five links to other articles.

The same size gives the same bytes. The translations of an article share structure, ids and links.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.sample_text import ALPHABETIC, IDEOGRAPHIC, Vocabulary, portions
from handrail.content import picture
from handrail.markdown.nodes import ATTRIBUTES
from handrail.secrets import guard

PER_CATEGORY = 40
MOST_CATEGORIES = 40

WORDS = (130, 360)
"""In the sections. Introduction, links and warnings add about 130."""
SECTIONS = (2, 5)
LINKS = (3, 5)

KINDS = ("contact", "howto", "troubleshooting", "faq", "concept")
REVIEWED_ON = datetime.date(2026, 1, 1)


@dataclass(frozen=True)
class Place:
    """Where an article stands; the same in every language."""

    id: str
    category: str
    order: int

    @property
    def path(self) -> str:
        return f"{self.category}/{self.id}.md"


def write(folder: Path, articles: int, root: Path, configuration: dict[str, Any]) -> dict[str, Any]:
    """Write into `folder` the docs of a site with so many articles in each language. Returns what
    `extra.help_center` must say of it.

    `configuration` is that of the project in `root`, whose languages, phrases and channels the specimen has.
    """
    settings = configuration["extra"]["help_center"]
    source = root / configuration["docs_dir"] / "data"
    languages = settings["languages"]
    places = list(_places(articles))
    registry = {name: _ids(source / f"{name}.yml") for name in ("channels", "issue_types")}

    data = folder / "data"
    data.mkdir(parents=True)
    for file in source.glob("*.yml"):
        if file.name == picture.FILE:
            continue  # it speaks of drawings, which a specimen has none of
        content = _without_articles(yaml.safe_load(file.read_text("utf-8")))
        _write(data / file.name, yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
    categories = _categories(places, languages, source)
    _write(data / "categories.yml", yaml.safe_dump(categories, allow_unicode=True, sort_keys=False))
    _write(folder / "index.md", _page("chooser.html", settings["site_name"].values()))
    for language in languages:
        home = folder / language["code"]
        for place in places:
            (home / place.category).mkdir(parents=True, exist_ok=True)
            _write(home / place.path, _article(place, places, language, registry))
        _write(home / "index.md", _page("home.html", [settings["site_name"][language["code"]]]))
    asked = [place.id for place in places[:6]]
    return {
        **settings,
        "contact_article": asked[0],
        "footer": {**settings["footer"], "about_article": asked[0]},
        "home": {"emergency": asked[1], "popular_articles": asked},
    }


def _without_articles(content: Any) -> Any:
    """What a data file says, without the project's own articles that it names."""
    if isinstance(content, dict):
        return {key: _without_articles(value) for key, value in content.items() if key != "article"}
    return [_without_articles(value) for value in content] if isinstance(content, list) else content


def drop_templates(folder: Path) -> None:
    """Make the pages of a specimen such that any theme can lay them out: they name templates of ours."""
    for file in (folder / "index.md", *folder.glob("*/index.md")):
        head = file.read_text("utf-8")
        _write(file, head.replace("template:", "layout:", 1))


def _places(articles: int) -> Iterator[Place]:
    categories = min(MOST_CATEGORIES, -(-articles // PER_CATEGORY))
    for number in range(articles):
        category = number * categories // articles + 1
        yield Place(f"article-{number + 1:05}", f"category-{category:02}", number)


def _categories(places: list[Place], languages: list[dict[str, str]], source: Path) -> list[dict[str, Any]]:
    icons = [entry["icon"] for entry in yaml.safe_load((source / "categories.yml").read_text("utf-8"))]
    found = []
    for number, id in enumerate(dict.fromkeys(place.category for place in places)):
        title, summary = {}, {}
        for language in languages:
            words, random = _vocabulary(language), Random(f"{id} {language['code']}")
            title[language["code"]] = words.phrase(random, 3)
            summary[language["code"]] = words.sentence(random, 14).strip()
        found.append({"id": id, "icon": icons[number % len(icons)], "title": title, "summary": summary})
    return found


def _article(place: Place, places: list[Place], language: dict[str, str], registry: dict[str, list[str]]) -> str:
    """The text of an article; another one where chance made a recovery phrase, which no build publishes."""
    texts = (_text(place, places, language, registry, attempt) for attempt in count())
    return next(text for text in texts if not _has_secret(text))


def _has_secret(text: str) -> bool:
    return any(finding.action == "block" for finding in guard.inspect(ATTRIBUTES.sub(" ", text)))


def _text(
    place: Place, places: list[Place], language: dict[str, str], registry: dict[str, list[str]], attempt: int
) -> str:
    shape = Random(place.id)  # the same for every language
    random, words = Random(f"{place.id} {language['code']}{attempt or ''}"), _vocabulary(language)
    near = places[max(0, place.order - 20) : place.order + 20]
    links = [shape.choice(near if shape.random() < 0.8 else places) for _ in range(shape.randint(*LINKS))]
    head = {
        "id": place.id,
        "title": words.phrase(random, shape.randint(4, 7)),
        "summary": words.sentence(random, shape.randint(12, 20)).strip(),
        "type": shape.choice(KINDS),
        "category": place.category,
        "order": place.order,
        "questions": [words.phrase(random, shape.randint(5, 9)) for _ in range(shape.randint(3, 6))],
        "related": sorted({link.id for link in links} - {place.id}) if shape.random() < 0.3 else [],
        "channels": registry["channels"][:1],
        "issue_types": registry["issue_types"][:1],
        "owner": "editors",
        "reviewed_on": REVIEWED_ON,
        "review_every": "6 months",
        "status": "published",
    }
    blocks = [words.paragraph(random, shape.randint(20, 40))]
    sections = shape.randint(*SECTIONS)
    length = shape.randint(*WORDS) // sections
    for number in range(sections):
        blocks.append(f"## {words.phrase(random, shape.randint(2, 5))} {{#section-{number + 1}}}")
        blocks += _section(number, length, shape, random, words)
    for link in links:
        label = words.phrase(random, shape.randint(3, 6))
        anchor = shape.choice(("", "#section-1", "#section-2"))
        blocks.append(f"{words.paragraph(random, 10)} [{label}](../{link.path}{anchor}){words.stop}".rstrip())
    for channel in registry["channels"][:1]:
        blocks.append(f"{words.paragraph(random, 8)} [{words.phrase(random, 3)}](channel:{channel})")
    return _head(head) + "\n\n".join(blocks) + "\n"


def _section(number: int, length: int, shape: Random, random: Random, words: Vocabulary) -> Iterator[str]:
    """The blocks of a section of about `length` words. The first one gives steps."""
    kind = "steps" if number == 0 else shape.choice(("text", "text", "list", "table"))
    if kind == "steps":
        steps = [words.paragraph(random, part) for part in portions(shape, length, 12, 30)]
        yield "\n".join(f"1. **{words.phrase(random, 3)}{words.stop.strip()}** {step}" for step in steps)
    elif kind == "list":
        yield "\n".join(f"- {words.paragraph(random, part)}" for part in portions(shape, length, 8, 18))
    elif kind == "table":
        rows = [[words.phrase(random, 4) for _ in range(3)] for _ in range(2 + length // 12)]
        yield "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * 3, *rows[1:]])
    else:
        for part in portions(shape, length, 30, 60):
            yield words.paragraph(random, part)
    if shape.random() < 0.3:
        yield f'!!! warning "{words.phrase(random, 5)}"\n\n    {words.paragraph(random, 25)}'


def _page(template: str, names: Iterable[str]) -> str:
    name = " · ".join(names)
    return _head({"template": template, "title": name, "summary": name})


def _head(values: dict[str, Any]) -> str:
    text = yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{text}---\n\n"


def _vocabulary(language: dict[str, str]) -> Vocabulary:
    return IDEOGRAPHIC if language.get("script") == "ideographic" else ALPHABETIC


def _ids(file: Path) -> list[str]:
    return [entry["id"] for entry in yaml.safe_load(file.read_text("utf-8"))]


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")
