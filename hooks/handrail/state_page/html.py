"""Elements of HTML and SVG as text. Whatever is put in is escaped, unless it is such an element already."""

from __future__ import annotations

from markupsafe import Markup, escape


def element(name: str, *children: str, **attributes: str | int | float | None) -> Markup:
    """An element. `class_` gives `class`, `text_anchor` gives `text-anchor`; what is None is left out."""
    said = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), number(value))
        for key, value in attributes.items()
        if value is not None
    )
    inside = Markup("").join(escape(child) for child in children)
    return Markup("<{}{}>{}</{}>").format(Markup(name), said, inside, Markup(name))


def number(value: str | float) -> str:
    """A number as short as it can be written."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def percent(share: float) -> str:
    return f"{number(100 * share)}%"


def count(amount: int, one: str, many: str = "") -> str:
    """An amount with its noun: `1 article`, `1,200 articles`."""
    return f"{amount:,} {one if amount == 1 else many or f'{one}s'}"
