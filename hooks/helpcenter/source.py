"""Files that people write by hand: read as UTF-8 and YAML, held against a model, every mistake named by its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from .misfit import Location, explain
from .problem import Problem

Model = TypeVar("Model")


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
            text = file.read_bytes().decode("utf-8-sig")
            return cls(path, text.replace("\r\n", "\n").replace("\r", "\n"))
        except FileNotFoundError:
            return Problem(path, 0, "the file is missing", "Add it; README.md says what belongs in it.")
        except OSError as error:
            return Problem(path, 0, f"the file cannot be read: {error.strerror}", "Make it a file that you may read.")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            return Problem(path, line, "the file is not UTF-8 text", "Save it again with the encoding UTF-8.")

    def problem(self, location: Location, message: str, cure: str) -> Problem:
        """A problem at the line of the key that `location` leads to."""
        return Problem(self.path, self.line_of(location), message, cure)

    def line_of(self, location: Location) -> int:
        """The line of the key or list item at `location`, or of its nearest parent that stands in the file."""
        node: yaml.Node | None = yaml.compose(self.text, Loader=_Loader)
        line = 0
        for step in location:
            found = _child(node, step)
            if found is None:
                break
            line, node = found[0] + 1, found[1]
        return line + self.first_line - 1 if line else self.first_line

    def data(self) -> tuple[Any, list[Problem]]:
        """The file as plain YAML data, or None and what is wrong with it."""
        try:
            return yaml.load(self.text, Loader=_Loader), []
        except yaml.reader.ReaderError as error:
            line = self.text.encode().count(b"\n", 0, error.position) + self.first_line
            return None, [Problem(self.path, line, "a character that YAML does not allow", "Delete it.")]
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = (mark.line if mark else 0) + self.first_line
            what = error.problem or "the text cannot be read"
            cure = "Check indentation and colons; put quotes around a text that holds a colon or begins with a sign."
            return None, [Problem(self.path, line, f"this is not YAML: {what}", cure)]

    def load(self, model: type[Model], languages: tuple[str, ...] = ()) -> tuple[Model | None, list[Problem]]:
        """The file as a `model`, or None and everything that does not fit."""
        data, problems = self.data()
        if problems:
            return None, problems
        return self.fit(model, data, languages)

    def fit(
        self, model: type[Model], data: Any, languages: tuple[str, ...] = (), at: Location = ()
    ) -> tuple[Model | None, list[Problem]]:
        """`data` as a `model`; `at` is where in the file it stands."""
        try:
            return TypeAdapter(model).validate_python(data, context={"languages": languages}), []
        except ValidationError as error:
            name = ".".join(map(str, at)) or "the file"
            found = [explain(model, data, details, name) for details in error.errors(include_url=False)]
            return None, [self.problem(at + place, message, cure) for place, message, cure in found]


class _Loader(yaml.CSafeLoader):
    """Safe YAML in which a key stands once, and a date that no calendar has stays text for the model to refuse."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key that is no text", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"the key '{key.value}' stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, TypeError, KeyError, AttributeError):
            if node.tag == "tag:yaml.org,2002:timestamp":
                return node.value
            what = f"'{node.value}' does not fit its tag" if isinstance(node, yaml.ScalarNode) else "a wrong tag"
            raise yaml.MarkedYAMLError(problem=what, problem_mark=node.start_mark) from None


def _child(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line, node.value[step]
    return None


def texts(data: Any, *keys: str) -> list[str]:
    """The texts that `data`, however wrong it is, holds under a path of keys: one, or a list of them."""
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return [text for text in (data if isinstance(data, list) else [data]) if isinstance(text, str)]
