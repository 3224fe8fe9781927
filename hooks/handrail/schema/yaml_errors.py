"""The grammar of YAML: what its parser says of mistakes, and what it lets pass, in words an author can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from handrail.schema import yaml_limits

_SAID = [
    (
        yaml_limits.TOO_DEEP,
        f"more than {yaml_limits.DEEPEST} lists and mappings inside each other",
        "Write it flatter.",
    ),
    (
        yaml_limits.TOO_MANY,
        "an alias that stands for itself, or aliases that stand for too much",
        "Write out what is meant.",
    ),
    (
        "mapping values are not allowed",
        "a colon where YAML expects none",
        "Put quotes around a text that holds a colon, or correct the indentation.",
    ),
    (
        "found character that cannot start any token",
        "a character that no text begins with in YAML",
        "Put quotes around the text; where it is a tab, indent with spaces.",
    ),
    ("found a tab character", "a tab in the indentation", "Indent with spaces."),
    (
        "did not find expected ',' or",
        "brackets or braces that are not closed",
        "Close them, or put quotes around a text that begins with one.",
    ),
    (
        "did not find expected",
        "this line does not fit the ones above",
        "Indent what belongs together alike, and put quotes around a text that holds a sign.",
    ),
    (
        "could not find expected ':'",
        "a line that is neither a key nor a part of a text",
        "Add a colon, half as wide as a Chinese one, and a space; or indent it.",
    ),
]
"""What YAML says of the mistakes people make most, and what to say instead, with the fix."""
_OTHER_NUMBER = re.compile(r"[-+]?0[0-7_]+|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+")
"""Whole numbers to base 8 and 60, which nobody means."""
_INT = "tag:yaml.org,2002:int"
_TEXT = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:merge")


def said(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """What is wrong, and the fix."""
    for words, what, fix in _SAID:
        if (error.problem or "").startswith(words):
            return what, fix
    return f"this is not YAML: {error.problem}", "Check the indentation, colons and quotes."


def surprises(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, str, str]]:
    """Each key that is there twice in one mapping, or is not a string, and each number that YAML takes for another one,
    with what is wrong and the fix.
    """
    waiting, met = [node], set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode) and node.tag == _INT and _OTHER_NUMBER.fullmatch(node.value):
            yield (
                node,
                f"YAML takes {node.value} for another number",
                "Write no 0 in front; quote a text.",
            )
        if id(node) in met or not isinstance(node, yaml.CollectionNode):
            continue
        met.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
            continue
        seen = set()
        for key, value in node.value:
            waiting.append(value)
            if not isinstance(key, yaml.ScalarNode):
                yield key, "a key that is a list or a mapping", "Put quotes around it, brackets included."
            elif key.tag not in _TEXT:
                yield key, f"the key '{key.value}' is not a string", "Put quotes around it."
            elif key.value in seen:
                yield key, f"duplicate key '{key.value}'", "Delete one of them."
            else:
                seen.add(key.value)
