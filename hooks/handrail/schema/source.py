"""Files that people write by hand: read as UTF-8 and YAML, validated by a model, every mistake named by its line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from handrail.schema import yaml_errors, yaml_limits
from handrail.schema.file_limits import LONGEST_LINE, crowded, unreadable
from handrail.schema.problem import Problem
from handrail.schema.validation_errors import Location, explain

Model = TypeVar("Model")

MOST_PROBLEMS = 500
"""Mistakes in a file that are named; finding the lines of more takes longer than correcting the first ones."""


@dataclass(frozen=True)
class Source:
    """The text of one file. `path` is what its problems are named by."""

    path: str
    text: str
    first_line: int = 1
    """The line of the file that `text` begins on, from 1."""

    @classmethod
    def read(cls, file: Path, path: str) -> Source | Problem:
        try:
            if endless := unreadable(file):
                return Problem(path, 0, *endless)
            text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except FileNotFoundError:
            return Problem(path, 0, "the file is missing", "Add it; README.md says what belongs in it.")
        except OSError as error:
            return Problem(path, 0, f"the file cannot be read: {error.strerror}", "Make it a file that you may read.")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            return Problem(path, line, "the file is not UTF-8 text", "Save it again with the encoding UTF-8.")
        lengths = enumerate(map(len, text.split("\n")), 1)
        long = next((line for line, length in lengths if length > LONGEST_LINE), 0) if file.suffix != ".svg" else 0
        if long:
            return Problem(path, long, f"a line of more than {LONGEST_LINE:,} characters", "Break it.")
        if file.suffix == ".md" and (found := crowded(text)):
            return Problem(path, *found)
        return cls(path, text)

    def problem(self, location: Location, message: str, fix: str) -> Problem:
        """A problem at the line of the key that `location` leads to."""
        return Problem(self.path, self.line_of(location), message, fix)

    def line_of(self, location: Location) -> int:
        """The line of the key or list item at `location`, or of its nearest parent that stands in the file."""
        node, line = self._root, 0
        for step in location:
            found = _child(node, step)
            if found is None:
                break
            line, node = self._line(found[0]), found[1]
        return line or self.first_line

    def texts_in(self, language: str) -> Iterator[tuple[int, str]]:
        """Every text that stands under the code of a language, however deep, with its line."""
        for keys, node in self._scalars():
            if language in keys:
                yield self._line(node.start_mark), node.value

    def texts(self, below: tuple[str, ...] = (), without: Collection[str] = ()) -> Iterator[tuple[int, str]]:
        """The lines of every value `below` a path of keys and under no key of `without`, each with its line."""
        for keys, node in self._scalars():
            if keys[: len(below)] == below and not set(keys) & set(without):
                first = self._line(node.start_mark) + (node.style in ("|", ">"))
                yield from enumerate(node.value.split("\n"), first)

    def _scalars(self) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode]]:
        """Every value that is no list or mapping, with the keys that lead to it."""
        waiting: list[tuple[tuple[str, ...], yaml.Node | None]] = [((), self._root)]
        met = set()
        while waiting:
            keys, node = waiting.pop()
            if isinstance(node, yaml.ScalarNode):
                yield keys, node
            elif isinstance(node, yaml.CollectionNode) and id(node) not in met:
                met.add(id(node))
                if isinstance(node, yaml.SequenceNode):
                    waiting += ((keys, child) for child in node.value)
                else:
                    waiting += (((*keys, str(key.value)), child) for key, child in node.value)

    @cached_property
    def _root(self) -> yaml.Node | None:
        """Kept, for whoever asks for one line asks for more of them. None where the file is not YAML."""
        try:
            return yaml_limits.compose(self.text)
        except yaml.YAMLError:
            return None

    def tree(self) -> tuple[yaml.Node | None, list[Problem]]:
        """The file as YAML nodes, and what is wrong with it as YAML: then the nodes are of no use."""
        try:
            node = yaml_limits.compose(self.text)
        except yaml.reader.ReaderError as error:
            line = self.text.encode().count(b"\n", 0, error.position) + self.first_line
            return None, [Problem(self.path, line, "a character that YAML does not allow", "Delete it.")]
        except yaml.MarkedYAMLError as error:
            return None, [self._not_yaml(error)]
        return node, [self._at(key, what, fix) for key, what, fix in yaml_errors.surprises(node)]

    def data(self) -> tuple[Any, list[Problem]]:
        """The file as plain YAML data, or None and what is wrong with it."""
        node, problems = self.tree()
        if node is None or problems:
            return None, problems
        try:
            return _Loader("").construct_document(node), []
        except yaml.MarkedYAMLError as error:
            return None, [self._not_yaml(error)]

    def _not_yaml(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.context_mark if error.context == "while scanning a simple key" else error.problem_mark
        line = self._line(mark) if mark else self.first_line
        return Problem(self.path, line, *yaml_errors.said(error))

    def _line(self, mark: yaml.Mark) -> int:
        """The line that a mark of YAML is on: YAML ends lines at more signs than editors do."""
        return self.text.count("\n", 0, mark.index) + self.first_line

    def _at(self, node: yaml.Node, message: str, fix: str) -> Problem:
        return Problem(self.path, self._line(node.start_mark), message, fix)

    def load(
        self, model: type[Model], languages: tuple[str, ...] = (), foreign: set[str] | None = None
    ) -> tuple[Model | None, list[Problem]]:
        """The file as a `model`, or None and everything that does not fit."""
        data, problems = self.data()
        if problems:
            return None, problems
        return self.fit(model, data, languages, foreign=foreign)

    def fit(
        self,
        model: type[Model],
        data: Any,
        languages: tuple[str, ...] = (),
        at: Location = (),
        foreign: set[str] | None = None,
    ) -> tuple[Model | None, list[Problem]]:
        """`data` as a `model`; `at` is where in the file it stands. Other languages that it has go into `foreign`."""
        context = {"languages": languages, "foreign": set() if foreign is None else foreign}
        try:
            return TypeAdapter(model).validate_python(data, context=context), []
        except ValidationError as error:
            name = ".".join(map(str, at)) or "the file"
            errors = error.errors(include_url=False)
            found = [explain(model, data, details, name) for details in errors[:MOST_PROBLEMS]]
            if more := errors[MOST_PROBLEMS:]:
                found.append(((), f"{len(more):,} more mistakes", "Correct those that are named, then check again."))
            return None, [self.problem(at + place, message, fix) for place, message, fix in found]


class _Loader(yaml.CSafeLoader):
    """Safe YAML. A date that no calendar has stays text, for the model to refuse."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, TypeError, KeyError, AttributeError):
            if node.tag == "tag:yaml.org,2002:timestamp":
                return node.value
            raise yaml.MarkedYAMLError(problem=f"'{node.tag}' does not fit", problem_mark=node.start_mark) from None


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark, node.value[step]
    return None
