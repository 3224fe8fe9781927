"""The keys of `mkdocs.yml` that this engine does something for. Any other is an error, not a surprise."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BeforeValidator

from handrail.schema.fields import Shape, Text, Value
from handrail.schema.problem import ContentError, Problem
from handrail.schema.source import Source


def _by_name(listed: Any) -> Any:
    """A list of names, of which some are keys with options, as a mapping of names to options."""
    if not isinstance(listed, list):
        return listed
    items = (item if isinstance(item, dict) else {item: None} for item in listed)
    return {name: options for item in items for name, options in item.items()}


class Settings(Value):
    site_name: Text
    site_url: (
        Annotated[
            str,
            Shape(r"(https?://[^\s/]+\S*)?", "is not an address", "Write it whole, as in 'https://help.example/'."),
        ]
        | None
    ) = None
    site_description: str | None = None
    docs_dir: Text = "docs"
    site_dir: Text = "site"
    use_directory_urls: bool = True
    theme: Annotated[dict[str, Any], BeforeValidator(lambda said: {"name": said} if isinstance(said, str) else said)]
    extra: dict[str, Any] = {}
    markdown_extensions: Annotated[dict[str, dict[str, Any] | None], BeforeValidator(_by_name)] = {}
    plugins: list[Literal["handrail"]] = []
    hooks: list[Text] = []
    # Of development servers, and of what the rules of links say in every build: nothing is done for them.
    watch: Any = None
    dev_addr: Any = None
    validation: Any = None


def load(file: Path, instead: dict[str, Any]) -> Settings:
    """The settings in a file, with the values of `instead` in place of its own. Raises ContentError."""
    source, written = _read(file)
    settings, problems = source.fit(Settings, written | instead)
    if settings is None:
        raise ContentError(problems)
    return settings


class _Loader(yaml.CSafeLoader):
    """Safe YAML with the one tag of an engine that a configuration may have."""


def _variable(loader: Any, node: yaml.Node) -> Any:
    """`!ENV NAME` or `!ENV [NAME, …, default]`: the first of these variables that is set, else the default."""
    *names, default = node.value if isinstance(node, yaml.SequenceNode) else (node, None)
    for name in names:
        if (value := os.environ.get(name.value)) is not None:
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return loader.construct_object(default) if default else None


_Loader.add_constructor("!ENV", _variable)


def _read(file: Path) -> tuple[Source, dict[str, Any]]:
    """A file, and what it says together with what it inherits."""
    source = Source.read(file, str(file))
    if isinstance(source, Problem):
        raise ContentError([source])
    try:
        settings = yaml.load(source.text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        fix = "This engine reads plain YAML, and !ENV."
        raise ContentError([Problem(str(file), line, str(error.problem), fix)]) from None
    if not isinstance(settings, dict):
        raise ContentError([Problem(str(file), 0, "the configuration holds no keys", "Write them a line each.")])
    parent = settings.pop("INHERIT", None)
    return source, _merged(_read(file.parent / parent)[1], settings) if parent else settings


def _merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """The values of both, in mappings however deep; where both have one, that of the child."""
    merged = {**parent, **child}
    for key in parent.keys() & child.keys():
        if isinstance(parent[key], dict) and isinstance(child[key], dict):
            merged[key] = _merged(parent[key], child[key])
    return merged
