"""The functions that hear of the events of a build: those of the plugin, then those of the files that a site lists."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from handrail.engine.hook_names import HOOKS
from handrail.schema.problem import ContentError, Problem


class Hooks:
    def __init__(self, plugin: bool, files: list[str], config_file: Path) -> None:
        """Those of the plugin, if there is one, and `files`. Raises ContentError for a file that does not exist."""
        self.modules = [import_module(f"handrail.hooks.{name}") for name in HOOKS if plugin]
        self.modules += (_module(name, config_file) for name in files)
        self.files = files

    def __iter__(self) -> Iterator[str]:
        """The names of the files, as other engines have them."""
        return iter(self.files)

    def run(self, event: str, item: Any = None, **context: Any) -> Any:
        """Call every function of an event with the item, if it has one, and return what becomes of it."""
        for function in (getattr(module, f"on_{event}", None) for module in self.modules):
            if function:
                result = function(**context) if item is None else function(item, **context)
                item = item if result is None else result
        return item


def _module(name: str, config_file: Path) -> ModuleType:
    """The Python file of this name. While it is read, it can import what lies beside it."""
    path = config_file.parent / name
    spec = spec_from_file_location(name, path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise ContentError([Problem(config_file.name, 0, f"hooks: {name} is no Python file", "Correct its path.")])
    sys.modules[name] = module = module_from_spec(spec)
    search_path = sys.path.copy()
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = search_path
    return module
