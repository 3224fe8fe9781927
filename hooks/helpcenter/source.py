"""Files that people write by hand: read as UTF-8 and YAML, held against a model, every mistake named by its line.

The models are the schema. pydantic says what does not fit; this file says it in plain words, with the line and the cure.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from .problem import Problem, one_of

Location = tuple[str | int, ...]
Model = TypeVar("Model")


class Value(BaseModel):
    """A value somebody wrote: it never changes, and a key it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


def _in_every_language(texts: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    languages: tuple[str, ...] = (info.context or {}).get("languages", ())
    for code in languages:
        if code not in texts:
            raise PydanticCustomError("language", "no text in '{code}'", {"code": code})
    for code in texts:
        if languages and code not in languages:
            raise PydanticCustomError("foreign", "'{code}' is no language of this site", {"code": code})
    return texts


Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Interval = Annotated[str, Field(pattern=r"^[1-9][0-9]* (day|week|month|year)s?$")]
Localized = Annotated[dict[str, Text], AfterValidator(_in_every_language)]
LocalizedList = Annotated[dict[str, list[Text]], AfterValidator(_in_every_language)]


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
            return cls(path, file.read_bytes().decode("utf-8-sig"))
        except FileNotFoundError:
            return Problem(path, 0, "the file is missing", "Add it; README.md says what belongs in it.")
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
            line = self.text.count("\n", 0, error.position) + self.first_line
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
            return None, [self._explain(model, data, details, at) for details in error.errors(include_url=False)]

    def _explain(self, model: Any, data: Any, details: ErrorDetails, at: Location) -> Problem:
        location = details["loc"]
        name = ".".join(str(step) for step in location) or "the file"
        owner = _owner(data, location)
        message, cure = _in_words(details, name, model)
        return self.problem(at + location, f"{owner}{message}", cure)


class _Loader(yaml.CSafeLoader):
    """Safe YAML in which a key stands once, and a date that no calendar has stays text for the model to refuse."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"the key '{key.value}' stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_yaml_timestamp(self, node: Any) -> datetime.date | str:
        try:
            moment: datetime.date = super().construct_yaml_timestamp(node)
        except ValueError:
            return str(node.value)
        return moment


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


def _child(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line, node.value[step]
    return None


def _owner(data: Any, location: Location) -> str:
    """Which entry of a list a mistake is in, by its id: "'email': "."""
    for step in location:
        if isinstance(data, list) and isinstance(step, int):
            entry = data[step]
            if isinstance(entry, Mapping) and "id" in entry:
                return f"'{entry['id']}': "
            return ""
        data = data.get(step) if isinstance(data, Mapping) else None
    return ""


_SHAPES = {
    r"\S": ("is empty", "Write it."),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("is not an id", "Use lower-case letters, digits and hyphens, as in 'lost-phone'."),
    r"^[1-9][0-9]* (day|week|month|year)s?$": ("is not an interval", "Write it as in '6 months'."),
}

_WANTED = {
    "string_type": ("must be text", "Put it in quotes."),
    "string_too_short": ("is empty", "Write it."),
    "int_parsing": ("must be a whole number", "Write digits only, as in 10."),
    "int_type": ("must be a whole number", "Write digits only, as in 10."),
    "int_from_float": ("must be a whole number", "Write digits only, as in 10."),
    "bool_type": ("must be true or false", "Write true or false, without quotes."),
    "bool_parsing": ("must be true or false", "Write true or false, without quotes."),
    "list_type": ("must be a list", "Write each item on a line of its own, after '- '."),
    "tuple_type": ("must be a list", "Write each item on a line of its own, after '- '."),
    "dict_type": ("must hold keys and values", "Write 'key: value' lines, indented below it."),
    "model_type": ("must hold keys and values", "Write 'key: value' lines."),
    "too_short": ("needs at least one item", "Add one."),
}


def _in_words(details: ErrorDetails, name: str, model: Any) -> tuple[str, str]:
    """What pydantic found, as a message and a cure."""
    kind, context = details["type"], details.get("ctx", {})
    match kind:
        case "missing":
            return f"no key '{name}'", "Add it."
        case "extra_forbidden":
            known = getattr(model, "model_fields", {}) if len(details["loc"]) == 1 else {}
            return f"unknown key '{name}'", one_of(name, known) if known else "Delete it or correct its spelling."
        case "literal_error":
            wanted = str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
            return f"{name}: '{details['input']}' is not known", one_of(str(details["input"]), wanted)
        case "string_pattern_mismatch":
            what, cure = _SHAPES[str(context["pattern"])]
            return f"{name}: '{details['input']}' {what}" if what != "is empty" else f"{name} is empty", cure
        case "language":
            return f"{name} has {details['msg']}", f"Add {name}.{context['code']}."
        case "foreign":
            return f"{name}: {details['msg']}", "Delete it, or add the language in the configuration file."
        case _ if kind.startswith("date"):
            return f"{name}: '{details['input']}' is not a date", "Write it as year-month-day, as in 2026-11-23."
        case _ if kind in _WANTED:
            what, cure = _WANTED[kind]
            return f"{name} {what}", cure
        case _:
            return f"{name}: {details['msg'].removeprefix('Value error, ')}", "Correct it."
