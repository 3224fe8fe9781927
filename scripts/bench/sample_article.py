"""The text of one made-up article, as long and as varied as real ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

import yaml

from bench.sample_text import ALPHABETIC, IDEOGRAPHIC, Vocabulary, portions
from handrail.markdown.nodes import ATTRIBUTES
from handrail.secrets import guard

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


def article(place: Place, places: list[Place], language: dict[str, str], registry: dict[str, list[str]]) -> str:
    """The text of an article; another one where chance made a recovery phrase, which no build publishes."""
    texts = (_text(place, places, language, registry, attempt) for attempt in count())
    return next(text for text in texts if not _has_secret(text))


def _has_secret(text: str) -> bool:
    return any(finding.action == "block" for finding in guard.inspect(ATTRIBUTES.sub(" ", text)))


def _text(
    place: Place, places: list[Place], language: dict[str, str], registry: dict[str, list[str]], attempt: int
) -> str:
    shape = Random(place.id)  # the same for every language
    random, words = Random(f"{place.id} {language['code']}{attempt or ''}"), vocabulary(language)
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
    return front_matter(head) + "\n\n".join(blocks) + "\n"


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


def front_matter(values: dict[str, Any]) -> str:
    text = yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{text}---\n\n"


def vocabulary(language: dict[str, str]) -> Vocabulary:
    return IDEOGRAPHIC if language.get("script") == "ideographic" else ALPHABETIC
