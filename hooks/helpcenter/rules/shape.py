"""Shape: files are what the build can read, and pages are built as readers and machines expect them."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import DATA
from ..problem import Problem
from ..rule import Rule
from ..subject import Subject


def _settings(subject: Subject) -> Iterator[Problem]:
    path = subject.reading.configuration.path
    return (problem for problem in subject.reading.problems if problem.path == path)


def _data(subject: Subject) -> Iterator[Problem]:
    folder = f"{subject.reading.docs}/{DATA}/"
    return (problem for problem in subject.reading.problems if problem.path.startswith(folder))


def _front_matter(subject: Subject) -> Iterator[Problem]:
    others = {*_settings(subject), *_data(subject)}
    return (problem for problem in subject.reading.problems if problem not in others)


RULES = (
    Rule(
        "shape/settings",
        "error",
        "The configuration holds what the help center needs, and an official one a proof.",
        _settings,
        may_be_silenced=False,
    ),
    Rule(
        "shape/data",
        "error",
        "The files of data fit their schema: channels, categories, issue types, phrases, glossary.",
        _data,
        may_be_silenced=False,
    ),
    Rule(
        "shape/front-matter",
        "error",
        "Every page has a head that fits its schema, in its place, and the ids it names exist.",
        _front_matter,
        may_be_silenced=False,
    ),
)
