"""Modules joined: the scripts of one component as one file, so that a browser asks once instead of a dozen times.

All stand in one scope, so a name of a module that any other knows otherwise gets a number: `text` becomes `text$3`.
A parser says where names, imports, exports and comments are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from posixpath import dirname, normpath
from posixpath import join as join_path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from handrail.assets.fingerprint import named

_LANGUAGE = Language(tree_sitter_javascript.language())
_PARTS = Query(
    _LANGUAGE,
    """
    (comment) @comment
    [(string) (string_fragment) (regex)] @literal
    [(identifier) (shorthand_property_identifier) (shorthand_property_identifier_pattern)] @name
    """,
)
_LINE_END = re.compile(r"\s*\n\s*")
_SPACE = re.compile(
    r"(?<=[{(\[,=:?&|<>!~^%*])\s+|\s+(?=[})\],;=:?&|<>^%*])|[ \t]+(?=[{(\[])|(?<=[)}\];])[ \t]+"
    r"|(?<=[^+\-\s])[ \t]+(?=[+-])|(?<=[+-])[ \t]+(?![+-])"
)
"""Space that says nothing. A line end after a name, a number or a closing bracket may end a statement: it stays."""


class ModuleError(Exception):
    """The modules cannot be joined. Its text says which, why, and what to do."""


@dataclass(frozen=True)
class _Module:
    source: bytes
    parts: Mapping[str, list[Node]]
    imports: Mapping[str, tuple[str, str]]
    """By its name here: the path of the module that exports it, and its name there."""
    needs: tuple[str, ...]
    """The paths of all that is imported."""
    exports: Mapping[str, str]
    """The local name of each."""
    declared: tuple[str, ...]
    """Its names for what it declares at its top."""
    dropped: tuple[tuple[int, int], ...]
    """Where imports stand, and `export`."""

    @property
    def mentioned(self) -> set[str]:
        return {_text(node) for node in self.parts.get("name", [])}


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
    modules: dict[str, _Module] = {}
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
    parsed = _parse("the module", module)
    return f'(() => {{"use strict";\n{_code(parsed, {})}return {parsed.exports[name]};\n}})()'


def _visit(sources: Mapping[str, str], path: str, modules: dict[str, _Module], importers: tuple[str, ...]) -> None:
    """Adds a module to `modules`, after all that it imports: in the order in which they run."""
    if path in importers:
        raise ModuleError(f"{path}: it imports itself, by way of {', '.join(importers)}. Take one import away.")
    if path in modules:
        return
    if path not in sources:
        raise ModuleError(f"{importers[-1] if importers else path}: there is no module '{path}'. Correct the import.")
    module = _parse(path, sources[path])
    for needed in module.needs:
        _visit(sources, needed, modules, (*importers, path))
    modules[path] = module


def _names(modules: Mapping[str, _Module]) -> dict[str, dict[str, str]]:
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


def _code(module: _Module, names: Mapping[str, str]) -> str:
    """A module's text under these names, without imports, exports, comments and empty space."""
    changes: list[tuple[int, int, str | None]] = [(start, end, "") for start, end in module.dropped]
    for node in module.parts.get("comment", []):
        changes.append((node.start_byte, node.end_byte, "\n" if node.start_point.row < node.end_point.row else " "))
    changes += [(node.start_byte, node.end_byte, None) for node in module.parts.get("literal", [])]
    for node in module.parts.get("name", []):
        name = _text(node)
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


@cache
def _parse(path: str, source: str) -> _Module:
    root = Parser(_LANGUAGE).parse(source.encode()).root_node
    if root.has_error:
        raise ModuleError(f"{path}: it is not JavaScript. Correct it.")
    imports: dict[str, tuple[str, str]] = {}
    needs: list[str] = []
    exports: dict[str, str] = {}
    declared: list[str] = []
    dropped: list[tuple[int, int]] = []
    for statement in root.children:
        if statement.type == "import_statement":
            address, pairs = _import(path, statement)
            needs.append(address)
            imports |= {local: (address, name) for name, local in pairs}
            dropped.append((statement.start_byte, statement.end_byte))
        elif statement.type == "export_statement":
            declaration = statement.child_by_field_name("declaration")
            names = _declared(declaration) if declaration else []
            declared += names
            exports |= dict(zip(names, names, strict=True)) if declaration else _exported(path, statement)
            dropped.append((statement.start_byte, declaration.start_byte if declaration else statement.end_byte))
        else:
            declared += _declared(statement)
    parts = QueryCursor(_PARTS).captures(root)
    parts["name"] = [
        node for node in parts.get("name", []) if not any(start <= node.start_byte < end for start, end in dropped)
    ]
    return _Module(source.encode(), parts, imports, tuple(needs), exports, tuple(declared), tuple(dropped))


def _import(path: str, statement: Node) -> tuple[str, list[tuple[str, str]]]:
    """The path of a module, and the names in it with those here."""
    address = _text(statement.child_by_field_name("source"))[1:-1]
    clause = next((child.children[0] for child in statement.children if child.type == "import_clause"), None)
    if not address.startswith(".") or (clause and clause.type != "named_imports"):
        raise _refusal(path, statement, "Only `import { name } from` a file of ours can be joined.")
    return normpath(join_path(dirname(path), address)), _pairs(clause)


def _exported(path: str, statement: Node) -> dict[str, str]:
    clause = next((child for child in statement.children if child.type == "export_clause"), None)
    if clause is None or statement.child_by_field_name("source"):
        raise _refusal(path, statement, "Only `export { name }` and `export` before a declaration can be joined.")
    return {exported: local for local, exported in _pairs(clause)}


def _pairs(clause: Node | None) -> list[tuple[str, str]]:
    """The names in `{ a, b as c }`, and what each becomes."""
    specifiers = [node for node in (clause.children if clause else []) if node.type.endswith("_specifier")]
    names = [(node.child_by_field_name("name"), node.child_by_field_name("alias")) for node in specifiers]
    return [(_text(name), _text(alias or name)) for name, alias in names]


def _declared(statement: Node) -> list[str]:
    """The names that a statement declares, those in patterns too."""
    if statement.type not in {"lexical_declaration", "variable_declaration"}:
        name = statement.child_by_field_name("name") if statement.type.endswith("_declaration") else None
        return [_text(name)] if name else []
    patterns = [node.child_by_field_name("name") for node in statement.children if node.type == "variable_declarator"]
    return [_text(node) for pattern in patterns if pattern for node in QueryCursor(_PARTS).captures(pattern)["name"]]


def _text(node: Node | None) -> str:
    assert node is not None
    assert node.text is not None
    return node.text.decode()


def _refusal(path: str, statement: Node, rule: str) -> ModuleError:
    return ModuleError(f"{path}:{statement.start_point.row + 1}: {rule}")
