"""The interface's own words, in every language, from docs/data/phrases.yml.

The theme has words for what every site has (previous, next, table of contents); these are the ones it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .problem import Problem, one_of
from .source import Localized, Source

NEEDED = {
    "home": "the link to the home page",
    "skip": "the first link of a page, which leads past the header",
    "menu": "the button that opens the list of categories",
    "language": "names the language switch for screen readers",
    "theme.light": "the button that turns the page light",
    "theme.dark": "the button that turns the page dark",
    "relation.independent": "the line on every page of an independent help center; {vendor} stands for the vendor",
    "relation.official": "the line on every page of an official help center; {vendor} stands for the vendor",
    "relation.proof": "the link to the vendor's page that confirms an official help center",
    "untranslated": "the home page's word to a reader whose article does not exist in this language",
    "home.question": "the home page's heading",
    "home.emergency": "what the home page says before the link to the emergency article",
    "home.categories": "the heading of the categories",
    "home.most_asked": "the heading of the most asked questions",
    "category.count": "how many articles a category has; {count} stands for the number",
    "category.empty": "what an empty category says",
    "channel.documented": "what follows a link to a channel known from papers only; {host} and {date} stand for both",
    "contact.heading": "the heading of the call to contact support",
    "contact.text": "the text of the call to contact support",
    "contact.action": "the link to the contact article",
    "article.toc": "the heading of the list of an article's sections",
    "article.reviewed": "the date of the last review; {date} stands for it",
    "article.related": "the heading of the related articles",
    "article.category": "the heading of the list of other articles of the category; {category} stands for its title",
    "search.title": "the heading of the results page, and the name of the list of results",
    "search.placeholder": "what the empty search box says",
    "search.loading": "what the search box says while it loads",
    "search.failed": "what the search box says when it could not load; the button to try again follows",
    "search.retry": "the button that loads search again",
    "search.count": "how many articles were found; {count} stands for the number",
    "search.none": "what search says when nothing fits; {query} stands for the words",
    "search.near": "the heading of titles that come near, when nothing fits",
    "search.via": "says that an article was found by its title in another language, which follows",
    "search.more": "the link from the first results to all of them",
    "search.recent": "the heading of recent searches",
    "search.forget": "the button that forgets recent searches",
    "search.all": "the heading of the list of all articles on the results page",
    "not_found.title": "the heading of the page for a broken address",
    "not_found.text": "what the page for a broken address says",
    "chooser.title": "the heading of the page that offers the languages",
    "chooser.enter": "the link into the help center in this language",
}
"""Every phrase the templates use, and where it shows."""


@dataclass(frozen=True)
class Phrases:
    texts: Mapping[str, Mapping[str, str]]

    def say(self, language: str, key: str, **values: object) -> str:
        """The phrase `key` in a language, with `{name}` replaced by each of `values`."""
        return self.texts[key][language].format_map(values)


def read(source: Source, languages: tuple[str, ...]) -> tuple[Phrases | None, list[Problem]]:
    texts, problems = source.load(dict[str, Localized], languages)
    if texts is None:
        return None, problems
    for key, use in NEEDED.items():
        if key not in texts:
            problems.append(source.problem((), f"no phrase '{key}'", f"Add it in each language: it is {use}."))
    for key in texts.keys() - NEEDED.keys():
        problems.append(source.problem((key,), f"no page uses the phrase '{key}'", one_of(key, NEEDED)))
    for key, localized in texts.items():
        for language, text in localized.items():
            try:
                text.format_map(dict.fromkeys(_placeholders(key), ""))
            except (KeyError, ValueError, IndexError):
                allowed = ", ".join(f"{{{name}}}" for name in _placeholders(key)) or "none"
                message = f"the phrase '{key}' holds braces that stand for nothing"
                problems.append(source.problem((key, language), message, f"It may hold: {allowed}."))
    return Phrases(texts), problems


def _placeholders(key: str) -> list[str]:
    use = NEEDED.get(key, "")
    return [part.split("}")[0] for part in use.split("{")[1:]]
