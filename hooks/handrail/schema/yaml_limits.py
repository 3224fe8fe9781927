"""Refuses YAML that is short to write and endless to read: nesting that ends the process, and aliases of aliases."""

from __future__ import annotations

import re

import yaml

DEEPEST = 100
"""Lists and mappings inside each other."""
MOST = 100_000
"""Values in a file with every alias written out."""
TOO_DEEP = "nested too deep"
TOO_MANY = "aliases stand for too much"
_DEEP_LINE = re.compile(rf"(?m)^[ ?-]{{{DEEPEST},}}")
_BRACKET = re.compile(r"[\[\]{}]")


def compose(text: str) -> yaml.Node | None:
    """The text as YAML nodes. Raises yaml.YAMLError."""
    require_flat(text)
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    if node and "*" in text:
        _require_finite(node)
    return node


def require_flat(text: str) -> None:
    """Raises yaml.YAMLError where something is nested too deep. Most texts are seen not to be without parsing them."""
    if not _may_be_deep(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=event.start_mark)  # type: ignore[arg-type]


def _may_be_deep(text: str) -> bool:
    """Every block inside another takes a sign at the start of its line, every other collection a bracket."""
    if _DEEP_LINE.search(text):
        return True
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            return True
    return False


def _require_finite(root: yaml.Node) -> None:
    """Raises yaml.YAMLError where an alias stands for itself, or aliases make a file too large or too deep."""
    known: dict[int, tuple[int, int]] = {}  # values and depth of each node that was looked at
    opened: set[int] = set()
    waiting = [(root, False)]
    while waiting:
        node, is_done = waiting.pop()
        if id(node) in known:
            continue
        inside = _inside(node)
        if is_done:
            values = 1 + sum(known[id(child)][0] for child in inside)
            depth = 1 + max((known[id(child)][1] for child in inside), default=0)
            known[id(node)] = values, depth
            is_endless = values > MOST or depth > DEEPEST
        else:
            is_endless = id(node) in opened
            opened.add(id(node))
            waiting += [(node, True), *((child, False) for child in inside)]
        if is_endless:
            raise yaml.MarkedYAMLError(problem=TOO_MANY, problem_mark=node.start_mark)


def _inside(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [child for pair in node.value for child in pair]
    return node.value if isinstance(node, yaml.SequenceNode) else []
