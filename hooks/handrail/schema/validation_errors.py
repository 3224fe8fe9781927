"""Validation errors in plain words: pydantic finds what does not fit a model, and this says what to do about it."""

from __future__ import annotations

from collections.abc import Collection
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from handrail.schema.problem import one_of
from handrail.schema.raw import texts

Location = tuple[str | int, ...]
"""The keys, and the places in lists, that lead to a value."""
_KEY = "[key]"
"""How pydantic ends the place of a key that does not fit itself."""


def explain(model: Any, data: Any, details: ErrorDetails, whole: str) -> tuple[Location, str, str]:
    """Where in `data` something does not fit the `model`, what it is, and the fix. `whole` is the name of `data`."""
    location, _ = _walk(model, tuple(step for step in details["loc"] if step != _KEY))
    owner = _owner(data, location)
    keys = [step for step in location if isinstance(step, str)]
    message, fix = _in_words(details, ".".join(keys) or owner or whole, model)
    if details["type"] == "together":
        location = (*location, details["ctx"]["key"])
    return location, f"{owner}: {message}" if owner and (keys or location[1:]) else message, fix


def _owner(data: Any, location: Location) -> str:
    """Which entry of a list a mistake is in, by its id, or by its place from 1; empty where `data` is no list."""
    place = location[0] if location else None
    if not isinstance(data, list) or not isinstance(place, int):
        return ""
    return next((f"'{id}'" for id in texts(data[place], "id")), f"entry {place + 1}")


def _walk(model: Any, location: Location) -> tuple[Location, Any]:
    """The place in the data, and the model there; None where the `model` does not say.

    Where one of several models is chosen by a word, pydantic names the word as if it were a key: it is left out.
    """
    place: list[str | int] = []
    for step in location:
        members = _members(model)
        chosen = [member for member in members if len(members) > 1 and step in _words(member)]
        if chosen:
            model = chosen[0]
            continue
        place.append(step)
        model = members[0] if members else None
        fields: dict[str, Any] = getattr(model, "model_fields", {})
        if fields:
            model = fields[str(step)].annotation if str(step) in fields else None
        else:
            model = (get_args(model) or (None,))[-1]
    return tuple(place), model


def _members(model: Any) -> list[Any]:
    """The models that `model` stands for: several in a union, else itself."""
    if get_origin(model) is Annotated:
        return _members(get_args(model)[0])
    if get_origin(model) in (Union, UnionType):
        return [member for kind in get_args(model) for member in _members(kind)]
    return [] if model in (None, NoneType) else [model]


def _words(member: Any) -> set[Any]:
    """The words that could choose a model among others."""
    fields: dict[str, Any] = getattr(member, "model_fields", {})
    literals = [field.annotation for field in fields.values() if get_origin(field.annotation) is Literal]
    return {word for literal in literals for word in get_args(literal)}


def _keys_at(model: Any, location: Location) -> Collection[str]:
    """The keys that `model` knows at a place; none where it does not say."""
    members = _members(_walk(model, location)[1])
    fields: dict[str, Any] = getattr(members[0], "model_fields", {}) if members else {}
    return {field.alias or name: field for name, field in fields.items()}


_WANTED = {
    "string_type": ("must be text", "Put it in quotes."),
    "string_pattern_mismatch": ("is empty", "Write it."),
    "int_parsing": ("must be a whole number", "Write digits only, as in 10."),
    "int_type": ("must be a whole number", "Write digits only, as in 10."),
    "int_from_float": ("must be a whole number", "Write digits only, as in 10."),
    "bool_type": ("must be true or false", "Write true or false, without quotes."),
    "bool_parsing": ("must be true or false", "Write true or false, without quotes."),
    "list_type": ("must be a list", "Write each item on a line of its own, after '- '."),
    "tuple_type": ("must be a list", "Write each item on a line of its own, after '- '."),
    "dict_type": ("must hold keys and values", "Write 'key: value' lines, indented below it."),
    "model_attributes_type": ("must hold keys and values", "Write 'key: value' lines, indented below it."),
    "model_type": ("must hold keys and values", "Write 'key: value' lines."),
    "too_short": ("needs at least one item", "Add one."),
}


def _in_words(details: ErrorDetails, name: str, model: Any) -> tuple[str, str]:
    """What pydantic found, as a message and a fix."""
    kind, context = details["type"], details.get("ctx", {})
    match kind:
        case "missing":
            return f"no key '{name}'", "Add it."
        case "extra_forbidden":
            *above, key = details["loc"]
            return f"unknown key '{name}'", one_of(str(key), _keys_at(model, tuple(above)))
        case "literal_error":
            wanted = str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
            return f"{name}: '{details['input']}' is not known", one_of(str(details["input"]), wanted)
        case "union_tag_not_found":
            return f"no key '{name}.{context['discriminator'].strip(chr(39))}'", "Add it."
        case "union_tag_invalid":
            wanted = str(context["expected_tags"]).replace("'", "").split(", ")
            return f"{name}: '{context['tag']}' is not known", one_of(str(context["tag"]), wanted)
        case "together":
            return str(context["what"]), str(context["fix"])
        case "shape":
            return f"{name}: '{details['input']}' {context['what']}", str(context["fix"])
        case "languages":
            missing = context["missing"]
            lacks = f"{name} has no text in {' and '.join(map(repr, missing))}"
            return lacks, f"Add {' and '.join(f'{name}.{code}' for code in missing)}."
        case _ if details["input"] is None and kind.endswith("_type"):
            return f"{name} is empty", "Write it."
        case _ if kind.startswith("date"):
            return f"{name}: '{details['input']}' is not a date", "Write it as year-month-day, as in 2026-11-23."
        case _ if kind in _WANTED:
            what, fix = _WANTED[kind]
            return f"{name} {what}", fix
        case _:
            return f"{name}: {details['msg'].removeprefix('Value error, ')}", "Correct it."
