"""Writes HTML and SVG elements. Children are escaped unless they are elements already."""

from __future__ import annotations

from markupsafe import Markup, escape


def element(name: str, *children: str, **attributes: str | int | float | None) -> Markup:
    """An element. `class_` gives `class`, `text_anchor` gives `text-anchor`; None leaves an attribute out."""
    attribute_text = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), number(value))
        for key, value in attributes.items()
        if value is not None
    )
    content = Markup("").join(escape(child) for child in children)
    return Markup("<{}{}>{}</{}>").format(Markup(name), attribute_text, content, Markup(name))


def number(value: str | float) -> str:
    """A number with at most three decimals, without trailing zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def percent(share: float) -> str:
    return f"{number(100 * share)}%"


def count(amount: int, singular: str, plural: str = "") -> str:
    """An amount with its noun: `1 article`, `1,200 articles`."""
    return f"{amount:,} {singular if amount == 1 else plural or f'{singular}s'}"
