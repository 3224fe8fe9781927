"""Modules joined: the scripts of one component as one file, so that a browser asks once instead of a dozen times.

Nothing is rewritten but what joins them: import lines go, `export` goes before all but the entrance's own names, and
so do comments, indentation and line ends. Every top-level name of the modules must be different.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from posixpath import dirname, normpath
from posixpath import join as join_path

from handrail.assets.fingerprint import named

_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"(?P<path>\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class)\b)", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (?P<name>[A-Za-z_$][\w$]*)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n|[ \t]+// .*$", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_LINE_END = re.compile(r"\n+(?=\n)|(?<=[{,(\[])\n+|(?<=;)\n+(?!\n|\Z|export|const|let|function|class|async)")
"""Line ends that say nothing. What may be a top-level name keeps its own line."""
_LONG_TEMPLATE = re.compile(r"^[^`\n]*`(?:[^`\n]*`[^`\n]*`)*[^`\n]*$", re.MULTILINE)
"""A line with an odd number of back quotes."""


class ModuleError(Exception):
    """The modules cannot be joined. Its text says which, why, and what to do."""


def bundles(sources: Mapping[str, str], entrances: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The path and the text of the bundle of each entrance, by the name of its module. Raises ModuleError.

    `sources` are all modules by path; a bundle lies in the folder of assets, under a name that changes with its text.
    """
    made = {}
    for entrance in entrances:
        script = join(sources, entrance)
        name = entrance.rpartition("/")[2].removesuffix(".js")
        made[name] = named(f"assets/{name}.js", script), script
    return made


def join(sources: Mapping[str, str], entrance: str) -> str:
    """The module `entrance` with all it imports as one module, which exports what the entrance does.

    `sources` holds the modules by path; imports are relative to the module they stand in.
    """
    order: list[str] = []
    _visit(sources, entrance, order, ())
    owners: dict[str, str] = {}
    for name in order:
        for match in _NAME.finditer(sources[name]):
            other = owners.setdefault(match["name"], name)
            if other != name:
                raise ModuleError(f"{name}: '{match['name']}' is a name in {other} too. Rename one of them.")
    parts = [_bare(sources[name], keep=name == entrance) for name in order]
    return "".join(parts)


def expression(module: str, name: str) -> str:
    """A joined module as an expression whose value is its export `name`, for engines that load no modules."""
    return f'(() => {{"use strict";\n{_EXPORT.sub("", module)}\nreturn {name};\n}})()'


def _visit(sources: Mapping[str, str], name: str, order: list[str], path: tuple[str, ...]) -> None:
    """Append a module to `order`, after all that it imports."""
    if name in order or name in path:
        return
    if name not in sources:
        raise ModuleError(f"{path[-1] if path else name}: there is no module '{name}'. Correct the import.")
    for match in _IMPORT.finditer(sources[name]):
        _visit(sources, normpath(join_path(dirname(name), match["path"])), order, (*path, name))
    order.append(name)


def _bare(source: str, keep: bool) -> str:
    source = _IMPORT.sub("", source)
    if re.search(r"^(import|export (default|\{|\*))", source, re.MULTILINE):
        raise ModuleError("Only `import { name } from` and `export` before a declaration can be joined.")
    if not keep:
        source = _EXPORT.sub("", source)
    bare = _INDENT.sub("", _COMMENT.sub("", _CAST.sub("", source))).lstrip("\n")
    if _LONG_TEMPLATE.search(bare):
        raise ModuleError("A template that spans lines cannot be joined. Write it as parts, each on a line.")
    return _LINE_END.sub("", bare)
