"""The files that a build reads: its configuration, articles, data, templates and hooks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from handrail.schema import yaml_limits
from handrail.schema.file_limits import unreadable


def files(config_file: Path) -> Iterator[Path]:
    """Every file that a build with this configuration reads."""
    for source in sources(config_file):
        yield from map(Path, _files(source))


def configurations(config_file: Path) -> tuple[list[Path], bool]:
    """A configuration and those that it inherits from, each of them once, and whether they inherit in a circle."""
    configs, _ = _inherited(config_file)
    return configs, isinstance(_settings(configs[-1]).get("INHERIT"), str)


def docs_folder(config_file: Path) -> Path:
    return config_file.parent / str(_inherited(config_file)[1].get("docs_dir", "docs"))


def sources(config_file: Path) -> list[Path]:
    """The config itself and those it inherits from, its articles and data, its templates, and its hooks with what they
    import."""
    base = config_file.parent
    configs, settings = _inherited(config_file)
    theme = settings.get("theme")
    found = [*configs, docs_folder(config_file)]
    if isinstance(theme, dict) and theme.get("custom_dir"):
        found.append(base / str(theme["custom_dir"]))
    for hook in settings.get("hooks") or []:
        file = base / str(hook)
        found.append(file if file.parent == base else file.parent)
    return list(dict.fromkeys(found))


class _Loader(yaml.CSafeLoader):
    """Reads past the tags that only an engine understands, such as !ENV."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def _inherited(config_file: Path) -> tuple[list[Path], dict[str, Any]]:
    """A config with those that it inherits from, and what they say together. Paths are relative to the first one."""
    configs: list[Path] = []
    settings: dict[str, Any] = {}
    while config_file.resolve() not in map(Path.resolve, configs):
        configs.append(config_file)
        said = _settings(config_file)
        settings = said | settings
        if not isinstance(said.get("INHERIT"), str):
            break
        config_file = config_file.parent / said["INHERIT"]
    return configs, settings


def _settings(config_file: Path) -> dict[str, Any]:
    """What the config says; nothing while it is broken, as then only mending it can help."""
    try:
        text = "" if unreadable(config_file) else config_file.read_text("utf-8")
        yaml_limits.require_flat(text)
        settings = yaml.load(text, Loader=_Loader)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return settings if isinstance(settings, dict) else {}


def _files(source: Path) -> Iterator[str]:
    if source.is_file():
        yield str(source)
    root, met = source.resolve(), set[Path]()
    for folder, folders, names in os.walk(source, followlinks=True):  # as the engine does
        real = Path(folder).resolve()
        if real in met or real in root.parents:  # a link to a folder that was seen already, or that this one lies in
            folders.clear()
            continue
        met.add(real)
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        paths = (f"{folder}{os.sep}{name}" for name in names if not name.startswith(".") and name[-1] != "~")
        yield from (path for path in paths if Path(path).is_file())  # a pipe may never end
