"""Language: typography, terms, and lengths that suit somebody in a hurry."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from handrail.checks.avoided_terms import Avoided, avoided
from handrail.checks.cjk_typography import Slip, has_straight_quotes, slips
from handrail.checks.context import Context
from handrail.checks.rule import OnPages, Rule
from handrail.checks.sentences import sentences
from handrail.checks.source_page import Page
from handrail.markdown.nodes import Passage
from handrail.schema import language_tags
from handrail.schema.problem import Problem


@dataclass(frozen=True)
class Limits:
    """In words, or in characters for scripts without spaces between words. `screen` is always in characters."""

    unit: str
    sentence: int
    paragraph: int
    screen: int
    """What a phone shows of an article before scrolling, without the header."""


LIMITS = {
    "alphabetic": Limits("words", 35, 90, 500),
    "ideographic": Limits("characters", 70, 160, 200),
}
_NONE = Limits("words", *[sys.maxsize] * 3)
"""For pages of no language."""
_SPACED = {"Hans", "Hant"}
"""The scripts that set a space between Han and Latin characters. Japanese, which mixes Han with kana, sets none."""
_WITH_STEPS = {"howto", "troubleshooting"}
_FIRST_WIDE = "\u2e80"
"""From here on, characters stand for syllables or words."""
_WIDE, _WORD = re.compile(rf"(?=\w)[{_FIRST_WIDE}-\U0003ffff]"), re.compile(rf"(?:(?=\w)[\0-{_FIRST_WIDE}])+")


def _data(context: Context, script: str) -> Iterator[tuple[str, int, str, str]]:
    """Data in the languages of a script, each with file, line and language."""
    for code in context.loaded.codes:
        if context.script_of(code) == script:
            for source in context.data:
                if not source.path.endswith("/glossary.yml"):
                    yield from ((source.path, line, text, code) for line, text in source.texts_in(code))


def _slips(context: Context) -> Iterator[tuple[str, Slip, str]]:
    """Each with its file and its language."""
    for page in context.pages:
        if context.script_of(page.language) == "ideographic":
            yield from ((page.file, slip, page.language) for slip in page.slips)
    for path, line, text, language in _data(context, "ideographic"):
        for slip in context.cache(slips, " ".join(text.split()), line, "text"):
            yield path, slip, language


def _spacing(context: Context) -> Iterator[Problem]:
    for path, slip, language in _slips(context):
        if slip.is_space and language_tags.script(language) in _SPACED:
            yield Problem(path, slip.line, "spacing between Han and Latin characters", f"Write: {slip.new}")


def _scripts(context: Context) -> dict[str, str]:
    return {code: context.script_of(code) for code in context.loaded.codes}


def _quotes(page: Page, scripts: Mapping[str, str]) -> Iterator[Problem]:
    fix = "Use the quotation marks of the language, “…” or 「…」, and …… for an ellipsis."
    for passage in page.all(Passage) if scripts.get(page.language) == "ideographic" else ():
        for number, line in enumerate(passage.prose.split("\n"), passage.line):
            if has_straight_quotes(line):
                yield page.problem(number, "straight quotation marks or full stops next to Han characters", fix)


def _punctuation(context: Context) -> Iterator[Problem]:
    for path, slip, _ in _slips(context):
        if not slip.is_space:
            yield Problem(path, slip.line, "punctuation of the wrong width", f"Write: {slip.new}")


def _avoided(context: Context) -> dict[str, Avoided]:
    return {code: avoided(context.loaded.glossary or [], code) for code in context.loaded.codes}


def _terms(page: Page, terms: Mapping[str, Avoided]) -> Iterator[Problem]:
    if page.language in terms:
        passages = ((passage.line, passage.prose) for passage in page.all(Passage))
        lines = ((line, text) for first, prose in passages for line, text in enumerate(prose.split("\n"), first))
        for line, text in (*page.head, *lines):
            yield from (page.problem(line, *found) for found in terms[page.language].problems(text))


def _terms_in_data(context: Context) -> Iterator[Problem]:
    terms = _avoided(context)
    for script in LIMITS:
        for path, line, text, code in _data(context, script):
            yield from (Problem(path, line, *found) for found in terms[code].problems(text))


def _length(text: str, limits: Limits) -> int:
    """In the unit of the limits. A word of letters is as long as two characters, as the limits are twice as high."""
    if limits.unit == "words":
        return len(text.split())
    return len(_WIDE.findall(text)) + 2 * len(_WORD.findall(text))


def _sentence(page: Page, scripts: Mapping[str, str]) -> Iterator[Problem]:
    limits = LIMITS.get(scripts.get(page.language, ""), _NONE)
    for passage in page.all(Passage):
        for line, sentence in sentences(passage.prose, passage.line):
            length = _length(sentence, limits)
            if length > limits.sentence:
                message = f"the sentence has {length} {limits.unit}"
                yield page.problem(line, message, f"Split it: the limit is {limits.sentence}.")


def _paragraph(page: Page, scripts: Mapping[str, str]) -> Iterator[Problem]:
    limits = LIMITS.get(scripts.get(page.language, ""), _NONE)
    for passage in page.all(Passage):
        length = _length(passage.prose, limits)
        if length > limits.paragraph:
            message = f"the paragraph has {length} {limits.unit}"
            fix = f"Split it, or make it a list: the limit is {limits.paragraph}."
            yield page.problem(passage.line, message, fix)


def _first_step(page: Page, scripts: Mapping[str, str]) -> Iterator[Problem]:
    limits = LIMITS.get(scripts.get(page.language, ""), _NONE)
    if not _WITH_STEPS & set(page.markdown_file.named("type")):
        return
    before = 0
    for passage in page.all(Passage):
        if passage.kind == "item" or before > limits.screen:
            break
        before += len(passage.text)
    if before > limits.screen:
        fix = "Start with what to do, as a list, and give reasons after it."
        yield page.problem(page.all(Passage)[0].line, "no step on the first screen of the article", fix)


def _limit(
    name: str, words: int, characters: int, find: Callable[[Page, Mapping[str, str]], Iterator[Problem]]
) -> Rule:
    about = f"A {name} has at most {words} words, or {characters} characters in scripts without word spaces."
    return Rule(f"language/{name}", "warning", about, OnPages(find, _scripts))


_WORDS, _CHARACTERS = LIMITS["alphabetic"], LIMITS["ideographic"]

RULES = (
    Rule("language/spacing", "warning", "A space separates Han and Latin characters.", _spacing),
    Rule(
        "language/punctuation",
        "warning",
        "Punctuation has the width of its text; quotes are curly.",
        OnPages(_quotes, _scripts, elsewhere=_punctuation),
    ),
    Rule(
        "language/terms",
        "error",
        "No text uses a term that the glossary avoids.",
        OnPages(_terms, _avoided, elsewhere=_terms_in_data),
    ),
    _limit("sentence", _WORDS.sentence, _CHARACTERS.sentence, _sentence),
    _limit("paragraph", _WORDS.paragraph, _CHARACTERS.paragraph, _paragraph),
    Rule(
        "language/first-step",
        "warning",
        "An article with steps has the first on its first screen.",
        OnPages(_first_step, _scripts),
    ),
)
