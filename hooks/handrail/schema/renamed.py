"""Keys that have a new name. The old one goes on working for one release, with a hint that names the new one.

A model says its renamed keys as a table: by the path of the old key, from the model down, the new key. The last step of
a path may be a word in a list too. To end the support of an old name, delete its line.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from handrail.schema.problem import Problem
from handrail.schema.source import Source
from handrail.schema.validation_errors import Location

Renamed = Mapping[tuple[str, ...], str]
FIX = "Rename it: the old name stops working with the next release."


def with_new_names(
    source: Source, data: Any, renamed: Renamed, at: Location = ()
) -> tuple[Any, list[Problem], list[Problem]]:
    """A copy of `data` under the new names, a hint for each old name, and a problem where both are given.

    `data` is what stands at `at` in `source`: that of one model or of a list of them, right or wrong.
    """
    data = copy.deepcopy(data)
    hints, problems = [], []
    for place, holder, old, new in _old_names(data, renamed):
        location = (*at, *place)
        if new in holder:
            message = f"'{old}' and '{new}' are the same key under its old and its new name"
            problems.append(source.problem(location, message, f"Delete '{old}'."))
        else:
            hint = source.problem(location, f"'{old}' is now called '{new}'", FIX)
            hints.append(replace(hint, renamed=(old, new)))
        if isinstance(holder, dict):
            value = holder.pop(old)
            holder.setdefault(new, value)
        else:
            holder[holder.index(old)] = new
    return data, hints, problems


def _old_names(data: Any, renamed: Renamed) -> Iterator[tuple[Location, Any, str, str]]:
    """Each old name in `data`: where it stands, the mapping or list that holds it, and both names."""
    models: list[tuple[Location, Any]] = [((), data)]
    if isinstance(data, list):
        models = [((number,), entry) for number, entry in enumerate(data)]
    for place, model in models:
        for (*parents, old), new in renamed.items():
            holder = model
            for key in parents:
                holder = holder.get(key) if isinstance(holder, dict) else None
            if isinstance(holder, dict | list if parents else dict) and old in holder:
                yield (*place, *parents, old), holder, old, new
