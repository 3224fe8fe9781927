"""What authors may want to add or to part, by words alone: it is proposed with its places, and added by nobody.

Words that a query has and its article lacks, pairs of words for the glossary, articles that say nearly the same, and
titles for which another article is found as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from handrail.center.shared_words import SharedWords, runs, tokens, words
from handrail.content.article import Article
from handrail.schema.source import Source
from handrail.schema.validation_errors import Location

SAME_TITLE = 0.6
"""The overlap from which two titles, or a title and a question, ask for the same article."""
SAME_ARTICLE = 0.5
"""The overlap of two articles, text and all, from which one of them would do."""
_FEWEST_WORDS = 40
"""Different words of an article below which its overlap with others says little."""
_LONGEST_WORD = 3
"""Words, or characters without spaces between them, that a pair for the glossary may have on each side."""


@dataclass(frozen=True)
class Phrase:
    """A title, a question or another text by which search finds an article, and where it stands."""

    article: str
    text: str
    source: Source
    location: Location

    @property
    def is_title(self) -> bool:
        return self.location == ("title",)

    @property
    def place(self) -> str:
        return f"{self.source.path}:{self.source.line_of(self.location)}"


def phrases(article: Article) -> Iterator[Phrase]:
    """The title, the questions and the search phrases of an article."""
    source, front_matter = article.front_matter_source, article.front_matter
    yield Phrase(article.id, article.title, source, ("title",))
    for key in ("questions", "search_phrases"):
        for number, text in enumerate(getattr(front_matter, key)):
            yield Phrase(article.id, text, source, (key, number))


def competing(articles: Iterable[Article]) -> Iterator[tuple[Phrase, Phrase]]:
    """Each title with the title, question or search phrase of another article that asks for the same, the nearest.

    Equal titles are an error of another rule.
    """
    known = [phrase for article in articles for phrase in phrases(article)]
    shared = SharedWords({number: words(phrase.text) for number, phrase in enumerate(known)})
    seen: set[frozenset[str]] = set()
    for number, title in enumerate(known):
        for other, _ in shared.near(number, SAME_TITLE) if title.is_title else ():
            phrase = known[other]
            pair = frozenset((title.article, phrase.article))
            is_equal = phrase.is_title and title.text.strip().casefold() == phrase.text.strip().casefold()
            if len(pair) > 1 and pair not in seen and not is_equal:
                seen.add(pair)
                yield title, phrase


def near_duplicates(articles: Iterable[Article]) -> Iterator[tuple[Article, Article, float]]:
    """The articles that say nearly the same, each pair once, with their overlap."""
    by_id = {article.id: article for article in articles}
    texts = {id: words(article.title, article.content.text) for id, article in by_id.items()}
    shared = SharedWords({id: text for id, text in texts.items() if len(text) >= _FEWEST_WORDS})
    seen: set[str] = set()
    for id in shared.words:
        seen.add(id)
        for other, overlap in shared.near(id, SAME_ARTICLE):
            if other not in seen:
                yield by_id[id], by_id[other], overlap


def missing_words(query: str, article: Article, articles: Iterable[Article]) -> list[str]:
    """The words of a query that its article has nowhere, in order, but for those that every fourth of the articles has.

    Of text without spaces they are pieces that no known pair of characters reaches into.
    """
    texts = [_texts(other) for other in articles]
    unknown = words(query) - _texts(article)
    rare = {word for word in unknown if sum(word in text for text in texts) * 4 < len(texts)}
    missing: list[str] = []
    for run, is_unspaced in runs(query):
        if is_unspaced:
            is_known = [pair not in rare for pair in map("".join, pairwise(run))]
            around = zip(run, [False, *is_known], [*is_known, False], strict=True)
            shown = "".join(" " if before or after else character for character, before, after in around)
            missing += (piece for piece in shown.split() if len(piece) > 1)
        elif run in rare:
            missing.append(run)
    return list(dict.fromkeys(missing))


def _texts(article: Article) -> set[str]:
    return words(article.summary, article.content.text, *(phrase.text for phrase in phrases(article)))


def glossary_pair(
    query: str, known: Iterable[Phrase], groups: Iterable[Sequence[str]]
) -> tuple[str, str, Phrase] | None:
    """The words by which a query differs from a phrase that says all else in the same order, and that phrase.

    `groups` are those of the glossary: a pair that is in one is not proposed.
    """
    together = [{word.casefold() for word in group} for group in groups]
    asked = tokens(query)
    for phrase in known:
        text = tokens(phrase.text)
        start = _same(asked, text)
        end = _same(asked[start:][::-1], text[start:][::-1])
        ours, theirs = asked[start : len(asked) - end], text[start : len(text) - end]
        pair = (_joined(ours), _joined(theirs))
        is_short = 0 < len(ours) <= _LONGEST_WORD and 0 < len(theirs) <= _LONGEST_WORD
        if is_short and start + end >= max(len(ours), 2) and not any(set(pair) <= group for group in together):
            return (*pair, phrase)
    return None


def _same(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many tokens are the same from the first one on."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False))))


def _joined(parts: list[str]) -> str:
    return ("" if all(len(part) == 1 for part in parts) else " ").join(parts)
