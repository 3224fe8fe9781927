"""A category: articles of one subject. All of them are listed in docs/data/categories.yml, in the order readers see.

A large one has sections, in their order too. An article names the category, and may name one of its sections.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from handrail.schema.fields import Id, Localized, Shape, Value, validation_error


class CategorySection(Value):
    """A part of a category, in every language. Its id is unique within the category."""

    id: Id
    """As articles name it. Unique within the category."""
    title: Localized
    """Its heading, in every language."""

    @property
    def anchor(self) -> str:
        """Its id on the page of the category, where no other part has one that begins so."""
        return f"section-{self.id}"


def _unique(sections: list[CategorySection]) -> list[CategorySection]:
    ids: set[str] = set()
    for number, section in enumerate(sections):
        if section.id in ids:
            raise validation_error(number, f"duplicate section '{section.id}'", "Rename one of them.")
        ids.add(section.id)
    return sections


class Category(Value):
    """One category, in every language."""

    id: Id
    """As articles name it; its page has this address."""
    icon: Annotated[str, Shape(r"[\w-]+(/[\w-]+)*", "is not an icon", "Name one as in 'material/help'.")]
    """A path below the theme's folder of icons, without '.svg'."""
    title: Localized
    """Its name, in every language."""
    summary: Localized
    """What its articles are about, in every language."""
    sections: Annotated[list[CategorySection], AfterValidator(_unique)] = []
    """Its parts, in the order readers see."""

    def section(self, id: str | None) -> CategorySection | None:
        return next((section for section in self.sections if section.id == id), None)

    def path(self, section: CategorySection | None) -> str:
        """As `FrontMatter.category_path`."""
        return f"{self.id}/{section.id}" if section else self.id

    def label(self, section: CategorySection | None, code: str) -> str:
        """The title in a language, with that of the section, if there is one."""
        return " › ".join(part.title[code] for part in (self, section) if part)

    def meta(self, code: str) -> dict[str, str]:
        """What the templates read of the head of its page in a language."""
        return {"title": self.title[code], "description": self.summary[code], "template": "category.html"}
