"""A category: articles of one subject. All of them are listed in docs/data/categories.yml, in the order readers see."""

from __future__ import annotations

from typing import Annotated

from handrail.schema.fields import Id, Localized, Value, shaped


class Category(Value):
    """One category, in every language."""

    id: Id
    icon: Annotated[str, shaped(r"[\w-]+(/[\w-]+)*", "is not an icon", "Name one as in 'material/help'.")]
    """A path below the theme's folder of icons, without '.svg'."""
    title: Localized
    summary: Localized
