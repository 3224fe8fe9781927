"""Modules joined: the scripts of one component as one file, so that a browser asks once instead of a dozen times.

All stand in one scope, so a name of a module that any other knows otherwise gets a number: `text` becomes `text$3`.
A parser says where names, imports, exports and comments are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from operator import itemgetter

from handrail.assets.fingerprint import named
from handrail.assets.js_module import Module, ModuleError, parse, text_of

_LINE_END = re.compile(r"\s*\n\s*")
_SPACE = re.compile(
    r"(?<=[{(\[,=:?&|<>!~^%*])\s+|\s+(?=[})\],;=:?&|<>^%*])|[ \t]+(?=[{(\[])|(?<=[)}\];])[ \t]+"
    r"|(?<=[^+\-\s])[ \t]+(?=[+-])|(?<=[+-])[ \t]+(?![+-])"
)
"""Space that says nothing. A line end after a name, a number or a closing bracket may end a statement: it stays."""


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

    `sources` holds the modules by path; imports are relative to the module they stand in. Raises ModuleError.
    """
    modules: dict[str, Module] = {}
    _visit(sources, entrance, modules, ())
    names = _names(modules)
    exports = [
        exported if names[entrance][local] == exported else f"{names[entrance][local]} as {exported}"
        for exported, local in modules[entrance].exports.items()
    ]
    code = "".join(_code(module, names[path]) for path, module in modules.items())
    return f"{code}export{{{','.join(exports)}}};\n" if exports else code


def expression(module: str, name: str) -> str:
    """A joined module as an expression whose value is its export `name`, for engines that load no modules."""
    parsed = parse("the module", module)
    return f'(() => {{"use strict";\n{_code(parsed, {})}return {parsed.exports[name]};\n}})()'


def _visit(sources: Mapping[str, str], path: str, modules: dict[str, Module], importers: tuple[str, ...]) -> None:
    """Adds a module to `modules`, after all that it imports: in the order in which they run."""
    if path in importers:
        raise ModuleError(f"{path}: it imports itself, by way of {', '.join(importers)}. Take one import away.")
    if path in modules:
        return
    if path not in sources:
        raise ModuleError(f"{importers[-1] if importers else path}: there is no module '{path}'. Correct the import.")
    module = parse(path, sources[path])
    for needed in module.needs:
        _visit(sources, needed, modules, (*importers, path))
    modules[path] = module


def _names(modules: Mapping[str, Module]) -> dict[str, dict[str, str]]:
    """By path: the name in the bundle of each name that a module declares or imports.

    A name stays as it is where every other module that mentions it means the same, by importing it under this name.
    """
    mentions: dict[str, list[str]] = {}
    for path, module in modules.items():
        for name in module.mentioned:
            mentions.setdefault(name, []).append(path)
    names: dict[str, dict[str, str]] = {}
    for number, (path, module) in enumerate(modules.items()):
        exported = {local: name for name, local in module.exports.items()}
        names[path] = {}
        for name in module.declared:
            same = (path, exported.get(name))
            is_clear = all(other == path or modules[other].imports.get(name) == same for other in mentions[name])
            names[path][name] = name if is_clear else f"{name}${number}"
        for name, (source, original) in module.imports.items():
            if original not in modules[source].exports:
                raise ModuleError(f"{path}: {source} exports no '{original}'. Correct the import.")
            names[path][name] = names[source][modules[source].exports[original]]
    return names


def _code(module: Module, names: Mapping[str, str]) -> str:
    """A module's text under these names, without imports, exports, comments and empty space."""
    changes: list[tuple[int, int, str | None]] = [(start, end, "") for start, end in module.dropped]
    for node in module.parts.get("comment", []):
        changes.append((node.start_byte, node.end_byte, "\n" if node.start_point.row < node.end_point.row else " "))
    changes += [(node.start_byte, node.end_byte, None) for node in module.parts.get("literal", [])]
    for node in module.parts.get("name", []):
        name = text_of(node)
        if names.get(name, name) != name:
            short = "" if node.type == "identifier" else f"{name}:"
            changes.append((node.start_byte, node.end_byte, short + names[name]))
    result, code, position = "", "", 0
    for start, end, text in sorted(changes, key=itemgetter(0)):
        if start < position:
            continue  # within an import
        code += module.source[position:start].decode()
        position = end
        if text is None:  # it stays as it is
            result += _squeezed(code) + module.source[start:end].decode()
            code = ""
        else:
            code += text
    return (result + _squeezed(code + module.source[position:].decode())).lstrip()


def _squeezed(code: str) -> str:
    return _SPACE.sub("", _LINE_END.sub("\n", code))
