"""Findability: readers who search with an article's words, or their own, find it. The real search is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from handrail.checks import proposals
from handrail.checks.context import Context
from handrail.checks.findability import TOLERANCE, Answer, Kind
from handrail.checks.rule import Rule
from handrail.content.article import Article
from handrail.content.glossary import groups
from handrail.schema.problem import Problem

_SHOWN = 3
"""How many articles, or errors, a finding names."""


def _missed(kind: Kind, about: str, fix: str) -> Rule:
    """A rule that search meets the expectations of a kind, give or take a few ranks."""

    def find(context: Context) -> Iterator[Problem]:
        for answer in context.answers:
            expected = answer.expectation
            if expected.kind == kind and not answer.is_met and not expected.is_held_out:
                message = f"{finds(context, answer)}, not '{expected.articles[0]}' among the first "
                more = _proposed(context, answer) if kind == "query" else ""
                yield expected.source.problem(expected.location, f"{message}{expected.within + TOLERANCE}", fix + more)

    return Rule(f"findability/{kind}", "error", about, find, kind != "query", applies=is_searchable)


def _fallen(context: Context) -> Iterator[Problem]:
    for answer in context.answers:
        expected = answer.expectation
        if expected.kind != "path" and answer.has_fallen and not expected.is_held_out:
            message = f"{finds(context, answer)} before '{expected.articles[0]}'"
            fix = "Use the words of the search in its title, questions or text, and fewer of them in the other."
            if expected.kind == "query":
                fix = f"List under 'also' what answers it as well, or accept it: within: {answer.rank}."
                fix += _proposed(context, answer)
            yield expected.source.problem(expected.location, message, fix)


def _proposed(context: Context, answer: Answer) -> str:
    """The words that may be added so that a query finds its article, with their places."""
    expected = answer.expectation
    articles = context.center.editions[expected.language].articles if context.center else {}
    article = articles.get(expected.articles[0])
    if article is None or context.center is None:
        return ""
    missing = proposals.missing_words(expected.text, article, articles.values())
    place = f"{article.front_matter_source.path}:{article.front_matter_source.line_of(('questions',))}"
    text = f" {place} has no {' and no '.join(map(repr, missing))}." if missing else ""
    pair = proposals.glossary_pair(expected.text, proposals.phrases(article), groups(context.center.glossary))
    if pair:
        ours, theirs, phrase = pair
        text += f" {phrase.place} says '{theirs}' for '{ours}': both in one line of the glossary would do."
    return text


def _competing(context: Context) -> Iterator[Problem]:
    for edition in context.center.editions.values() if context.center else ():
        for title, phrase in proposals.competing(edition.articles.values()):
            message = f"the title '{title.text}' asks for what {phrase.place} asks for: '{phrase.text}'"
            fix = "Say in the title what sets the article apart, or lead the question to one of the two."
            yield title.source.problem(title.location, message, fix)


def _near_duplicates(context: Context) -> Iterator[Problem]:
    for edition in context.center.editions.values() if context.center else ():
        articles = edition.articles
        texts = (text for article in articles.values() for text in (article.id, article.title, article.content.text))
        known = context.cache.of("near duplicates", *texts)
        for id, other_id, overlap in known("", partial(_near_pairs, articles)):
            other = articles[other_id]
            message = f"{overlap:.0%} of the words are those of '{other.title}' ({other.front_matter_source.path})"
            fix = "Make one article of the two and redirect the other address, or say in each what sets it apart."
            yield articles[id].front_matter_source.problem(("id",), message, fix)


def _near_pairs(articles: Mapping[str, Article]) -> tuple[tuple[str, str, float], ...]:
    pairs = proposals.near_duplicates(articles.values())
    return tuple((article.id, other.id, overlap) for article, other, overlap in pairs)


def finds(context: Context, answer: Answer) -> str:
    """What search finds instead of the right article, or before it: titles and files."""
    expected = answer.expectation
    before = answer.results[: answer.rank - 1 if answer.rank else None][:_SHOWN]
    text = "this title" if expected.kind == "title" else f"'{expected.text}'"
    return f"a search for {text} finds {', '.join(_name(context, expected.language, id) for id in before) or 'nothing'}"


def _name(context: Context, language: str, id: str) -> str:
    """The title and the file of a search result."""
    editions, guides = (context.center.editions, context.center.guides) if context.center else ({}, {})
    if language in editions and id in editions[language].articles:
        article = editions[language].articles[id]
        return f"'{article.title}' ({article.front_matter_source.path})"
    for guide in guides.values():
        if guide.document_id == id:
            return f"'{guide.title[language]}' ({guide.source.path})"
    return f"'{id}'"


def _query_files(context: Context) -> Iterator[Problem]:
    for file in context.queries:
        yield from file.problems


def _not_checked(context: Context) -> Iterator[Problem]:
    errors = context.build_errors
    if errors:
        more = f" and {len(errors) - _SHOWN} more" if len(errors) > _SHOWN else ""
        places = ", ".join(f"{error.place} ({error.message})" for error in errors[:_SHOWN])
        message = "search was not checked, because the site cannot be built"
        yield Problem(context.loaded.configuration.path, 0, message, f"Fix these errors first: {places}{more}.")


def is_searchable(context: Context) -> bool:
    return context.search is not None and context.center is not None


RULES = (
    _missed(
        "title",
        "A search for an article's title finds the article among the first three.",
        "Say in the title what sets the article apart, and less of it in the titles of the others.",
    ),
    _missed(
        "question",
        "A search for a question of an article finds the article among the first three.",
        "Use the words of the question in a heading or the text, or add their synonyms to the glossary.",
    ),
    _missed(
        "query",
        "Each query in the query files finds its article among the first three, or as low as it accepts.",
        "Add its words to the article's questions or to the glossary; list under 'also' what answers it as well.",
    ),
    Rule(
        "findability/first",
        "warning",
        "A search for a title, a question or a query finds its article first.",
        _fallen,
        applies=is_searchable,
    ),
    Rule(
        "findability/competing-title",
        "warning",
        "No title asks for the same as the title or a question of another article.",
        _competing,
        applies=lambda context: context.center is not None,
    ),
    Rule(
        "findability/near-duplicate",
        "warning",
        "No two articles say nearly the same.",
        _near_duplicates,
        applies=lambda context: context.center is not None,
    ),
    Rule(
        "findability/query-file",
        "error",
        "The query files fit their schema, and name published articles.",
        _query_files,
        can_be_suppressed=False,
        applies=lambda context: context.center is not None,
    ),
    Rule(
        "findability/not-checked",
        "warning",
        "The site can be built, so that search can be checked.",
        _not_checked,
        can_be_suppressed=False,
        applies=lambda context: context.search is not None,
    ),
)
