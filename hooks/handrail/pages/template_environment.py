"""What templates can do: the functions they call, and how what people wrote gets into a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

XMLNS = ' xmlns="http://www.w3.org/2000/svg"'
"""What an icon says in a file of its own and need not say in a page."""


class _Compiled:
    """The templates that this process compiled, as loaders ask for them: an environment lives for one build only."""

    def __init__(self) -> None:
        self.known: dict[tuple[Any, ...], SimpleNamespace] = {}

    def get_bucket(self, environment: Any, *template: str) -> SimpleNamespace:
        """What holds the code of a template with this name, file and source; None as long as it is not compiled."""
        return self.known.setdefault((*environment.extensions, *template), SimpleNamespace(code=None))

    def set_bucket(self, bucket: SimpleNamespace) -> None:
        """Nothing is left to do: it is among those that are known."""


_COMPILED = _Compiled()


def set_up(env: Any, **values: Any) -> None:
    """Set up a Jinja environment, with `values` that every template knows.

    What people wrote is text: it is escaped wherever a template does not say that it is HTML. Lines that hold nothing
    but a tag of a template leave nothing in the page, and data is written as it is read. `icon(name)` gives an icon of
    the theme, read once and hidden from screen readers, as a word stands beside it. `{% call once(…) %}` renders what
    it holds once for each set of values it depends on. No template changes while a site is built, so none is looked at
    again. A page whose `unchanged` text is known is not rendered.
    """

    class Template(env.template_class):  # type: ignore[misc]
        def render(self, *args: Any, **kwargs: Any) -> Any:
            context = args[0] if args else kwargs
            return context.get("unchanged") or super().render(*args, **kwargs)

    env.template_class = Template
    env.auto_reload = False
    env.bytecode_cache = _COMPILED
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
