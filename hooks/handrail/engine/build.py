"""Builds with MkDocs, with ProperDocs in its place or with neither, and says in plain words what went wrong.

The one place that knows an engine's name and its exceptions.
"""

from __future__ import annotations

import gc
import logging
import os
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml
from click import ClickException

from handrail.center import published_files
from handrail.engine import hook_names, markdown_converter
from handrail.engine.error_place import explain
from handrail.engine.source_files import configurations
from handrail.markdown import extensions
from handrail.publishing.staging import OutputError, staged
from handrail.schema import progress
from handrail.schema.file_limits import unreadable
from handrail.schema.problem import Problem
from handrail.schema.source import Source

# Notices about the future of MkDocs are for whoever maintains the lock files, not for every build.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")

OWN = "handrail"
"""The engine of ours, in `own/`."""
ENGINES = ("mkdocs", "properdocs", OWN)

# What an engine says last after the true reason, which stands above it in the log.
ALREADY_SAID = {
    "Aborted with a BuildError!": "Nothing was built, for the reason above.",
    "Aborted with a configuration error!": "Nothing was built, for the reason above.",
}

ALLOCATIONS = 200_000
"""After so many Python looks for objects that only hold each other: there are millions, most of which stay."""


class BuildFailed(Exception):
    """There is no new site. The message says why, for a person to read."""


@dataclass(frozen=True)
class Built:
    pages: int
    seconds: float
    out: Path
    config: Any
    """As the engine and the hooks left it."""


def build(engine: str, config_file: Path, out: Path | None, site_url: str | None, verbose: bool) -> Built:
    """Build a site into `out`, by default the config's own site_dir. Raises BuildFailed."""
    start = time.monotonic()
    require_yaml(config_file)
    _log(engine, verbose)
    with in_plain_words(config_file, verbose):
        config = load(engine, config_file, out, site_url)
        out = Path(config.site_dir)
        with staged(out) as staging:
            config.site_dir = str(staging)
            run(engine, config)
            pages = sum(1 for _ in staging.rglob("*.html"))
    return Built(pages, time.monotonic() - start, out, config)


def configuration(config_file: Path) -> Any:
    """A site's configuration, hooks and plugins left out. Raises BuildFailed."""
    require_yaml(config_file)
    with in_plain_words(config_file):
        return load("mkdocs", config_file, None, None, hooks=[], plugins=[])


def documents(config_file: Path) -> tuple[Any, list[str], list[str]]:
    """A site's configuration, and the paths of its Markdown files and of all others below the docs folder, hooks and
    plugins left out.

    Raises BuildFailed.
    """
    require_yaml(config_file)
    _log("mkdocs", False)
    with in_plain_words(config_file):
        config = load("mkdocs", config_file, None, None, hooks=[], plugins=[])
        extensions.complete(config)
        files = import_module("mkdocs.structure.files").get_files(config)
    pages = [file.src_uri for file in files.documentation_pages()]
    return config, pages, [file.src_uri for file in files if not file.is_documentation_page()]


@contextmanager
def in_plain_words(config_file: Path, verbose: bool = False) -> Iterator[None]:
    """Whatever goes wrong in an engine or a hook is a BuildFailed."""
    try:
        yield
    except ClickException as error:
        raise BuildFailed(ALREADY_SAID.get(str(error), str(error))) from error
    except OutputError as error:
        raise BuildFailed(str(error)) from error
    except SystemExit as stop:
        raise BuildFailed(stop.code if isinstance(stop.code, str) else "A hook stopped the build.") from stop
    except Exception as error:
        if verbose:
            traceback.print_exc()
        raise BuildFailed(explain(error, config_file)) from error


def require_yaml(config_file: Path) -> None:
    """Raises BuildFailed where a configuration, or one that it inherits from, is nothing that an engine can read."""
    configs, is_circle = configurations(config_file)
    for file in configs:
        if (problem := unreadable(file)) or (file is not config_file and not file.is_file()):
            raise BuildFailed(str(Problem(str(file), 0, *(problem or ("the file is missing", "Correct INHERIT.")))))
    if is_circle:
        raise BuildFailed(f"{configs[-1]}: INHERIT leads round in a circle. Delete one of them.")
    try:
        text = config_file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise BuildFailed(f"{config_file}: no such file. Name another one with --config.") from None
    except UnicodeDecodeError:
        raise BuildFailed(f"{config_file}: not UTF-8 text. Save it as UTF-8.") from None
    except OSError as error:
        raise BuildFailed(f"{config_file}: cannot be read: {error.strerror}.") from None
    source = Source(str(config_file), text)
    node, problems = source.tree()
    if not problems and not isinstance(node, yaml.MappingNode):
        fix = "Write them a line each, as in 'site_name: Help'."
        problems = [source.problem((), "the configuration holds no keys", fix)]
    if problems:
        raise BuildFailed("\n".join(map(str, problems)))


def load(engine: str, config_file: Path, out: Path | None, site_url: str | None, **instead: Any) -> Any:
    """The configuration; `instead` are values in place of those in the file."""
    gc.set_threshold(ALLOCATIONS, 20, 20)
    if engine == "properdocs":
        import_module("properdocs.replacement")  # from here on, whoever imports mkdocs gets properdocs
    load_config = import_module("handrail.engine.own.config" if engine == OWN else f"{engine}.config").load_config
    site_dir = str(out.resolve()) if out else None
    config = load_config(str(config_file), site_dir=site_dir, site_url=site_url, **instead)
    if endless := published_files.endless_folders(Path(config.docs_dir), Path(config.docs_dir).name):
        raise SystemExit("\n".join(map(str, endless)))
    if not instead and (missing := hook_names.left_out(config.hooks)):
        fix = "Add what is missing, or name the plugin 'handrail' in place of hooks."
        raise SystemExit(f"{config_file.name}: hooks: there is no {' and no '.join(missing)}. {fix}")
    return config


def run(engine: str, config: Any) -> None:
    if engine == OWN:
        import_module("handrail.engine.own.build").build(config)
        return
    pages: Any = import_module(f"{engine}.structure.pages")
    pages.markdown = markdown_converter.shared()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        import_module(f"{engine}.commands.build").build(config)
    finally:
        config.plugins.on_shutdown()


def _log(engine: str, verbose: bool) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("{levelname}: {message}", style="{"))
    handler.addFilter(progress.clear)
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, handlers=[handler])
    if engine == "properdocs":
        logging.getLogger("mkdocs").parent = logging.getLogger("properdocs")  # strict mode counts there
