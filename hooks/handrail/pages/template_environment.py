"""What templates can do: the functions they call, and how what people wrote gets into a page."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

from markupsafe import Markup

from handrail.cache import sealed_file

XMLNS = ' xmlns="http://www.w3.org/2000/svg"'
"""What an icon says in a file of its own and need not say in a page."""


class _Compiled:
    """The templates that are compiled, as loaders ask for them: an environment lives for one build only.

    Those of earlier processes lie in `folder`, a file for each name; `version` is that of the code that they are of.
    """

    _known: ClassVar[dict[tuple[Any, ...], SimpleNamespace]] = {}
    """Those of this process."""

    def __init__(self, folder: Path, version: str) -> None:
        self.folder, self.version = folder, version

    def get_bucket(self, environment: Any, *template: str) -> SimpleNamespace:
        """What holds the code of a template with this name, file and source; None as long as it is not compiled."""
        parts = (*environment.extensions, *template)
        if parts not in self._known:
            file = self.folder / hashlib.blake2b(template[0].encode(), digest_size=16).hexdigest()
            key = hashlib.blake2b(repr((self.version, parts)).encode()).hexdigest()
            content = sealed_file.read(file, key)
            code = None if content is None else marshal.loads(content)
            self._known[parts] = SimpleNamespace(code=code, file=file, key=key)
        return self._known[parts]

    def set_bucket(self, bucket: SimpleNamespace) -> None:
        """Keep what was compiled."""
        sealed_file.write(bucket.file, marshal.dumps(bucket.code), bucket.key)


def set_up(env: Any, compiled: Path, version: str, **values: Any) -> None:
    """Set up a Jinja environment, with `values` that every template knows.

    What people wrote is text: it is escaped wherever a template does not say that it is HTML. Lines that hold nothing
    but a tag of a template leave nothing in the page, and data is written as it is read. `icon(name)` gives an icon of
    the theme, read once and hidden from screen readers, as a word stands beside it. `{% call once(…) %}` renders what
    it holds once for each set of values it depends on. No template changes while a site is built, so none is looked at
    again, and `compiled` is the folder where a `version` of the code keeps them for its next build. A page whose
    `unchanged` text is known is not rendered.
    """

    class Template(env.template_class):  # type: ignore[misc]
        def render(self, *args: Any, **kwargs: Any) -> Any:
            context = args[0] if args else kwargs
            return context.get("unchanged") or super().render(*args, **kwargs)

    env.template_class = Template
    env.auto_reload = False
    env.bytecode_cache = _Compiled(compiled, version)
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}

    @cache
    def icon(name: str) -> Markup:
        return Markup(env.get_template(f".icons/{name}.svg").render().replace(XMLNS, ' aria-hidden="true"'))

    rendered: dict[tuple[Any, ...], Any] = {}

    def once(*values: Any, caller: Callable[[], Any]) -> Any:
        if values not in rendered:
            rendered[values] = caller()
        return rendered[values]

    env.globals.update(icon=icon, once=once, **values)
