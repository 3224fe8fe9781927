"""Help ids: each leads to what it promises in every language, and none that a product may ask for disappears."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.center.docs_folder import DATA
from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.content.help_id import FILE, ids
from handrail.schema.problem import Problem, one_of
from handrail.schema.source import Source
from handrail.translation import git_history


def _section(context: Context) -> Iterator[Problem]:
    for number, help_id in enumerate((context.loaded.help_ids or {}).values()):
        for article in context.counterparts.get(help_id.article, {}).values() if help_id.section else ():
            headings = [heading.id for heading in article.headings]
            if article.is_published and help_id.section and help_id.section not in headings:
                message = f"{article.file} has no heading with the id '{help_id.section}'"
                fix = one_of(help_id.section, headings)
                yield _source(context).problem((number, "section"), message, fix)


def _removed(context: Context) -> Iterator[Problem]:
    published = set[str]()
    for version in git_history.versions(context.docs / DATA / FILE):
        published |= ids(Source(FILE, version.text))
    source = _source(context)
    for id in sorted(published - ids(source)):
        fix = "Add it again: it may lead to another article."
        yield Problem(source.path, 0, f"the help id '{id}' was published and is gone", fix)


def _source(context: Context) -> Source:
    path = f"{context.loaded.docs}/{DATA}/{FILE}"
    return next((source for source in context.data if source.path == path), Source(path, ""))


RULES = (
    Rule("help-ids/section", "error", "The section of a help id is in its article, in every language.", _section),
    Rule("help-ids/removed", "error", "Every help id that was published, as git tells, is still there.", _removed),
)
