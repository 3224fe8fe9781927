"""One JavaScript module, parsed: its imports, its exports, its names, and where in its text each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from posixpath import dirname, normpath
from posixpath import join as join_path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

_LANGUAGE = Language(tree_sitter_javascript.language())
_PARTS = Query(
    _LANGUAGE,
    """
    (comment) @comment
    [(string) (string_fragment) (regex)] @literal
    [(identifier) (shorthand_property_identifier) (shorthand_property_identifier_pattern)] @name
    """,
)


class ModuleError(Exception):
    """The modules cannot be joined. Its text says which, why, and what to do."""


@dataclass(frozen=True)
class Module:
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

    @cached_property
    def mentioned(self) -> set[str]:
        return {text_of(node) for node in self.parts.get("name", [])}


@cache
def parse(path: str, source: str) -> Module:
    """The module at `path`. Raises ModuleError, with the line, where it says what cannot be joined."""
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
    return Module(source.encode(), parts, imports, tuple(needs), exports, tuple(declared), tuple(dropped))


def _import(path: str, statement: Node) -> tuple[str, list[tuple[str, str]]]:
    """The path of a module, and the names in it with those here."""
    address = text_of(statement.child_by_field_name("source"))[1:-1]
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
    return [(text_of(name), text_of(alias or name)) for name, alias in names]


def _declared(statement: Node) -> list[str]:
    """The names that a statement declares, those in patterns too."""
    if statement.type not in {"lexical_declaration", "variable_declaration"}:
        name = statement.child_by_field_name("name") if statement.type.endswith("_declaration") else None
        return [text_of(name)] if name else []
    patterns = [node.child_by_field_name("name") for node in statement.children if node.type == "variable_declarator"]
    return [text_of(node) for pattern in patterns if pattern for node in QueryCursor(_PARTS).captures(pattern)["name"]]


def text_of(node: Node | None) -> str:
    assert node is not None
    assert node.text is not None
    return node.text.decode()


def _refusal(path: str, statement: Node, rule: str) -> ModuleError:
    return ModuleError(f"{path}:{statement.start_point.row + 1}: {rule}")
