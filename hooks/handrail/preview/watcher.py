"""Knows what a site is built from, and notices when any of it changes.

It looks at the files themselves, several times a second: this misses no editor's way of saving and no
shared or mounted folder, and a thousand files take it a few milliseconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Snapshot = dict[str, tuple[int, int]]  # by path: time of last change in nanoseconds, size in bytes

PAUSE = 0.25  # seconds between two looks


def snapshot(config_file: Path) -> Snapshot:
    """The state of every file that a build with this config reads."""
    taken = {}
    for file in _paths(config_file):
        try:
            state = os.stat(file)  # noqa: PTH116  # see _paths
        except OSError:
            continue  # gone since it was listed
        taken[file] = (state.st_mtime_ns, state.st_size)
    return taken


def files(config_file: Path) -> Iterator[Path]:
    """Every file that a build with this config reads."""
    yield from map(Path, _paths(config_file))


def _paths(config_file: Path) -> Iterator[str]:
    """As texts: to make values of thousands of paths, several times a second, would keep a processor busy."""
    for source in sources(config_file):
        yield from _files(source)


def wait_for_change(config_file: Path, known: Snapshot) -> Snapshot:
    """The next state that differs from the known one, once nothing has changed for a moment."""
    last = known
    while True:
        now = snapshot(config_file)
        if now == last and now != known:
            return now
        last = now
        time.sleep(PAUSE)


def sources(config_file: Path) -> list[Path]:
    """The config itself and those it inherits from, its articles and data, its templates, and its hooks with what they
    import."""
    base = config_file.parent
    configs, settings = _inherited(config_file)
    theme = settings.get("theme")
    found = [*configs, base / str(settings.get("docs_dir", "docs"))]
    if isinstance(theme, dict) and theme.get("custom_dir"):
        found.append(base / str(theme["custom_dir"]))
    for hook in settings.get("hooks") or []:
        file = base / str(hook)
        found.append(file if file.parent == base else file.parent)
    return found


class _Loader(yaml.CSafeLoader):
    """Reads past the tags that only an engine understands, such as !ENV."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def _inherited(config_file: Path) -> tuple[list[Path], dict[str, Any]]:
    """A config with those that it inherits from, and what they say together. Paths are relative to the first one."""
    configs: list[Path] = []
    settings: dict[str, Any] = {}
    while config_file not in configs:
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
        settings = yaml.load(config_file.read_text("utf-8"), Loader=_Loader)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return settings if isinstance(settings, dict) else {}


def _files(source: Path) -> Iterator[str]:
    if source.is_file():
        yield str(source)
    for folder, folders, names in os.walk(source, followlinks=True):  # as the engine does
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield from (f"{folder}{os.sep}{name}" for name in names if not name.startswith(".") and name[-1] != "~")
