"""Mistakes planted in a valid help center, tests/sites/orchard: a file each in tests/sites/planted, by family.

A case says what changes: `add` appends to a file, `change` puts one text in place of another, `new` adds a file,
`delete` and `move` are what they say. The text marks what must be found with the id of the rule in guillemets,
`«structure/alt-text»`: the place is that line of that file. `found` lists places that cannot be marked. Files in
site/ are built pages; `{relation}` in them is the line that says who runs the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from built_site import SITES
from check_contexts import site_files

from handrail.content import ui_strings

CASES = sorted((SITES / "planted").rglob("*.yml"))
_MARK = re.compile(r"[ ]?«([^»]+)»")


@dataclass(frozen=True)
class Case:
    files: dict[str, str]
    """The files of the help center, by path, with the mistake in them."""
    expected: list[str]
    """What must be found, and nothing else: file, line and rule."""
    strict: bool
    """Whether what is past its date is an error."""


def valid() -> dict[str, str]:
    """The files of the valid help center."""
    return dict(_valid())


@cache
def _valid() -> dict[str, str]:
    folder = SITES / "orchard"
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in site_files(folder)}


@cache
def case(file: Path) -> Case:
    case_file: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    files = valid()
    for path, text in case_file.get("new", {}).items():
        assert path not in files, path
        files[path] = text
    for path, text in case_file.get("add", {}).items():
        files[path] += f"\n{text}"
    for path, changes in case_file.get("change", {}).items():
        for old, new in changes.items():
            assert files[path].count(old) == 1, f"{file.name}: '{old}' is {files[path].count(old)} times in {path}"
            files[path] = files[path].replace(old, new)
    for path in case_file.get("delete", []):
        del files[path]
    for path, other in case_file.get("move", {}).items():
        files[other] = files.pop(path)
    files = {path: text.replace("{relation}", _relation(path)) for path, text in files.items()}
    expected = [f"{place}" for path, text in files.items() for place in _marked(path, text)]
    files = {path: _MARK.sub("", text) for path, text in files.items()}
    return Case(files, sorted(expected + case_file.get("found", [])), case_file.get("strict", False))


def _relation(path: str) -> str:
    """The line that says who runs the site, in the language of a built page."""
    if not path.startswith("site/"):
        return "{relation}"
    code = path.split("/")[1]
    text = ui_strings.built_in(code)["ownership.independent"]
    return text.format(vendor={"en": "Orchard", "zh": "果园支付"}.get(code, ""))


def _marked(path: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), 1):
        for rule in _MARK.findall(line):
            yield f"{path}:{number} {rule}"
