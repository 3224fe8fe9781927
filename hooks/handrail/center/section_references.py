"""The sections that articles name: each is one of the article's category, and none is without an article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from handrail.content.category import Category
from handrail.content.markdown_file import MarkdownFile
from handrail.schema.problem import Problem, one_of
from handrail.schema.source import Source


def unknown(markdown_file: MarkdownFile, sections: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """That an article names no section of its category. Without a category that exists, nothing can be said."""
    for category in markdown_file.named("category"):
        for id in markdown_file.named("section"):
            if category not in sections or id in sections[category]:
                continue
            others = [other for other, ids in sections.items() if id in ids]
            if others:
                message = f"section: '{id}' belongs to the category '{others[0]}', not to '{category}'"
                fix = f"Correct the category, or add the section to '{category}' too."
            else:
                message = f"section: the category '{category}' has no '{id}'"
                otherwise = "" if sections[category] else "Add it in data/categories.yml, or delete this key."
                fix = one_of(id, sections[category], otherwise)
            yield markdown_file.front_matter.problem(("section",), message, fix)


def empty(
    source: Source, categories: Mapping[str, Category], markdown_files: Iterable[MarkdownFile]
) -> Iterator[Problem]:
    """The sections that no published article names: no reader sees them. `source` is the file of the `categories`."""
    named = {
        (category, section)
        for file in markdown_files
        if file.published
        for category in file.named("category")
        for section in file.named("section")
    }
    for place, category in enumerate(categories.values()):
        for number, section in enumerate(category.sections):
            if (category.id, section.id) not in named:
                message = f"'{category.id}': no published article is in the section '{section.id}'"
                fix = f"Delete it, or write 'section: {section.id}' in an article."
                yield source.problem((place, "sections", number), message, fix)
