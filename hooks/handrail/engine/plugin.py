"""The plugin for MkDocs and ProperDocs: it hands each event of an engine to the same hooks that a checkout lists."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from mkdocs.plugins import EVENTS, BasePlugin, CombinedEvent

from handrail.engine.hook_names import HOOKS


class HandrailPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """All hooks as one plugin, which an installed package can offer and a list of files cannot."""

    def __init__(self) -> None:
        super().__init__()
        hooks: list[Any] = [import_module(f"handrail.hooks.{name}") for name in HOOKS]
        for name in (f"on_{event}" for event in EVENTS):
            handlers = [getattr(hook, name) for hook in hooks if hasattr(hook, name)]
            if handlers:
                setattr(self, name, CombinedEvent(*handlers))
