"""What all pages of a build depend on, as one hash: the same means that no page need be made again for its sake.

It is cautious: where anything takes part whose work we do not know, there is none, and every page is made anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handrail.center.docs_folder import DATA
from handrail.center.help_center import HelpCenter
from handrail.center.theme_resources import Theme
from handrail.engine.cache_files import PACKAGE, code_version
from handrail.engine.hook_names import HOOKS
from handrail.schema import dates

PLUGIN = "handrail"
HOME = (PACKAGE.resolve().parent, PACKAGE.resolve() / "hooks")
"""Where our hooks are, in a checkout and in the wheel."""
SETTINGS = ("site_name", "site_url", "site_description", "mdx_configs")


def of_site(config: Any, files: Any, center: HelpCenter, *others: str) -> str:
    """The hash of everything but the texts of articles and their front matter. `others` are part of it.

    Empty where a plugin or a hook that is not ours may do anything.
    """
    if not is_ours(config):
        return ""
    digest = hashlib.blake2b(digest_size=32)
    for part in _parts(config, files, center, others):
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _parts(config: Any, files: Any, center: HelpCenter, others: tuple[str, ...]) -> Iterator[str | bytes]:
    yield from (code_version(), type(files).__module__, str(dates.today(os.environ)), *others)
    yield from (repr(getattr(config, name)) for name in SETTINGS)
    yield repr(sorted((key, value) for key, value in config.extra.items() if key != PLUGIN))
    yield repr([name for name in config.markdown_extensions if isinstance(name, str)])
    yield repr(sorted((key, repr(config.theme[key])) for key in config.theme))
    yield from (Path(hook.__file__).read_bytes() for hook in _hooks(config))
    for folder in (*Theme.of(config).own, Path(config.docs_dir, DATA)):
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            yield from (file.relative_to(folder).as_posix(), file.read_bytes())
    for file in files:
        yield from (file.src_uri, file.dest_uri)
        if file.src_dir == config.docs_dir and not file.is_documentation_page():
            yield Path(file.src_dir, file.src_uri).read_bytes()
    yield repr(sorted(center.drafts))


def _hooks(config: Any) -> list[Any]:
    """The modules that a site lists as hooks."""
    listed = getattr(config.hooks, "modules", config.hooks)
    return list(listed.values() if isinstance(listed, dict) else listed)


def is_ours(config: Any) -> bool:
    """Whether nothing but our own hooks takes part."""
    files = [Path(hook.__file__).resolve() for hook in _hooks(config)]
    plugins = set(getattr(config, "plugins", ())) - set(getattr(config.hooks, "keys", tuple)())
    return plugins <= {PLUGIN} and all(file.stem in HOOKS and file.parent in HOME for file in files)
