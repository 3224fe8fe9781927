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

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.sample_article import Place, article, front_matter, vocabulary
from handrail.content import picture

PER_CATEGORY = 40
MOST_CATEGORIES = 40


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
            _write(home / place.path, article(place, places, language, registry))
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
            words, random = vocabulary(language), Random(f"{id} {language['code']}")
            title[language["code"]] = words.phrase(random, 3)
            summary[language["code"]] = words.sentence(random, 14).strip()
        found.append({"id": id, "icon": icons[number % len(icons)], "title": title, "summary": summary})
    return found


def _page(template: str, names: Iterable[str]) -> str:
    name = " · ".join(names)
    return front_matter({"template": template, "title": name, "summary": name})


def _ids(file: Path) -> list[str]:
    return [entry["id"] for entry in yaml.safe_load(file.read_text("utf-8"))]


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")
