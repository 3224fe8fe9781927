"""A category: the shelf that articles of one subject stand on. All of them are listed in docs/data/categories.yml."""

from __future__ import annotations

from typing import Annotated

from handrail.schema.fields import Id, Localized, Value, shaped


class Category(Value):
    """One shelf. The list's order is the order that readers see."""

    id: Id
    icon: Annotated[str, shaped(r"[\w-]+(/[\w-]+)*", "is not an icon", "Name one as in 'material/help'.")]
    """A path below the theme's folder of icons, without '.svg'."""
    title: Localized
    summary: Localized
