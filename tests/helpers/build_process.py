"""Makes the process of a worker one that goes on building, as that of the preview: see in_process.py.

Two things the preview does not meet. MkDocs lists the fourteen thousand icons of the theme in every build, and a copy
of a site leads to the templates by links of its own. Both are the same files all the time.
"""

from __future__ import annotations

import os
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jinja2
import pytest

from handrail.cache import in_process
from handrail.pages import template_environment

PACKAGES = os.path.realpath(sysconfig.get_path("purelib"))


@contextmanager
def going_on() -> Iterator[None]:
    """Until it ends, builds in this process find there what earlier ones made of the same files."""
    listed: dict[object, list[str]] = {}
    list_templates = jinja2.Environment.list_templates
    known = template_environment._Compiled.get_bucket

    def list_once(self: jinja2.Environment, *options: Any, **named: Any) -> list[str]:
        assert isinstance(self.loader, jinja2.FileSystemLoader)
        folders = tuple(map(os.path.realpath, self.loader.searchpath))
        key = (folders, *(str([*os.walk(folder)]) for folder in folders if not folder.startswith(PACKAGES)))
        if key not in listed:
            listed[key] = list_templates(self, *options, **named)
        return listed[key]

    def same_file(self: Any, environment: Any, name: str, file: str, source: str) -> Any:
        return known(self, environment, name, os.path.realpath(file), source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_process, "_lasts", True)
        patch.setattr(jinja2.Environment, "list_templates", list_once)
        patch.setattr(template_environment._Compiled, "get_bucket", same_file)
        yield
