"""Links: every link has a valid target in the language of its page, and every article can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handrail.center.routes import source_path
from handrail.channels.status import effective_status
from handrail.checks.context import Context
from handrail.checks.rule import OnPages, Rule
from handrail.checks.section_facts import SectionFacts, undefined_references
from handrail.checks.source_page import Page
from handrail.content.article import url_of
from handrail.markdown.link_target import Target, target
from handrail.markdown.nodes import Image, Link, Passage
from handrail.schema.problem import Problem, one_of


def are_sound(context: Context, page: Page, section: SectionFacts) -> bool:
    """Whether no rule of this family or of structure reports a link of a section."""
    for link in section.all(Link):
        to = target(link.target, page.path)
        other = context.page_at.get(to.path)
        is_foreign = other is not None and other.language != page.language
        is_broken = to.is_inside and other is None and not _exists(context, to)
        if to.is_absolute or is_foreign or is_broken or not link.target.strip(" #"):
            return False
    return section.is_defined


def _exists(context: Context, to: Target) -> bool:
    return to.path in context.paths or context.has_file(to.path)


def _broken(context: Context) -> Iterator[Problem]:
    paths = context.paths
    for page, link, to in context.links:
        if not to.is_inside or _exists(context, to):
            continue
        what = "image" if isinstance(link, Image) else "link"
        if to.path.endswith("/") and f"{to.path}index.md" in paths:
            fix = f"Name the file, as in {link.target}index.md."
        elif f"{to.path}.md" in paths:
            fix = f"Name the file, as in {link.target}.md."
        elif moved := context.page_at.get(_moved_to(context, to.path)):
            fix = f"It has moved: link to {moved.path}."
        elif _is_untranslated(context, page, to):
            fix = f"Translate it into '{page.language}' first, or leave the link out until then."
        else:
            fix = one_of(to.path, _near(to.path, paths), "Correct it, or add the file.")
        yield page.problem(link.line, f"broken {what}: {link.target} does not exist", fix)


def _is_untranslated(context: Context, page: Page, to: Target) -> bool:
    language, _, path = to.path.partition("/")
    return language == page.language and any(f"{code}/{path}" in context.page_at for code in context.loaded.codes)


def _near(path: str, paths: Iterable[str]) -> list[str]:
    """The paths in its folder or with its name: comparing it with thousands of paths takes seconds."""
    folder, _, name = path.rpartition("/")
    return [known for known in paths if known.endswith(f"/{name}") or known.rpartition("/")[0] == folder]


def _fragment(context: Context) -> Iterator[Problem]:
    for page, link, to in context.links:
        other = context.page_at.get(to.path) if to.is_inside else None
        if other and to.fragment and to.fragment not in other.anchors:
            where = "this page" if other is page else other.file
            fix = one_of(to.fragment, other.anchors, f"Add this id to a heading of {where}.")
            yield page.problem(link.line, f"broken link: {where} has no id '{to.fragment}'", fix)


def _language(context: Context) -> Iterator[Problem]:
    for page, link, to in context.links:
        other = context.page_at.get(to.path) if to.is_inside else None
        if isinstance(link, Link) and other and page.language and other.language != page.language:
            counterpart = f"{page.language}/{to.path.partition('/')[2]}"
            known = counterpart in context.page_at
            fix = f"Link to {counterpart if known else 'a page in the same language'}."
            message = f"the link to {link.target} leads to another language, '{other.language}'"
            yield page.problem(link.line, message, fix)


def _absolute(context: Context) -> Iterator[Problem]:
    for page, link, to in context.links:
        if to.is_absolute and not link.target.startswith("//"):
            fix = "Use a path relative to this file, as in ../transfers/fees.md."
            message = f"absolute link {link.target}, which breaks in a site below a path"
            yield page.problem(link.line, message, fix)


def _draft(context: Context) -> Iterator[Problem]:
    for page, link, to in context.links:
        other = context.page_at.get(to.path) if to.is_inside else None
        if other and other.is_draft and not page.is_draft:
            fix = "Publish it, or delete the link."
            yield page.problem(link.line, f"the link to {link.target} leads to a draft", fix)


def _undefined(page: Page, _: object) -> Iterator[Problem]:
    for passage in page.all(Passage):
        for line, name in undefined_references(passage):
            fix = f"Add a line '[{name}]: target.md', or write the target in parentheses after the text."
            yield page.problem(line, f"undefined link reference '[{name}]'", fix)


def _orphans(context: Context) -> Iterator[Problem]:
    """Articles that only the lists of categories link to."""
    linked = {
        (page.language, context.page_at[to.path].id)
        for page, _, to in context.links
        if to.is_inside and to.path in context.page_at and context.page_at[to.path] is not page
    }
    linked |= {
        (page.language, id) for page in context.articles for id in page.markdown_file.named("related") if id != page.id
    }
    settings = context.loaded.settings
    named = {settings.contact_article, settings.home.emergency, *settings.home.popular_articles} if settings else set()
    for page in context.articles:
        if page.id and page.is_published and page.id not in named and (page.language, page.id) not in linked:
            message = f"no other page links to '{page.id}'"
            fix = "Link to it where readers need it, or list it as related."
            yield page.markdown_file.front_matter.problem(("id",), message, fix)


def _redirects(context: Context) -> Iterator[Problem]:
    yield from context.loaded.redirect_problems


def _moved_to(context: Context, path: str) -> str:
    """Where the file is that was once at a path, after any number of moves; the path itself where it never moved."""
    seen = {path}
    while (path := context.renames.get(path, path)) not in seen:
        seen.add(path)
    return path


def _moved(context: Context) -> Iterator[Problem]:
    for old in context.renames:
        page, address = context.page_at.get(_moved_to(context, old)), url_of(old)
        is_kept = old in context.page_at or source_path(address) in context.loaded.redirects
        if page and page.is_published and not is_kept:
            fix = f"Keep its old address: redirect_from: [{address}]."
            yield page.markdown_file.front_matter.problem(("id",), f"moved from {old} without a redirect", fix)


def _external(context: Context) -> Iterator[Problem]:
    """URLs of other sites in articles, and those of channels that readers may use."""
    if context.check_urls is None:
        return
    places = [
        (link.target, page.problem(link.line, "", _VISIT))
        for page, link, to in context.links
        if isinstance(link, Link) and to.scheme == "https"
    ]
    for id, channel in (context.loaded.channels or {}).items():
        url = effective_status(channel, context.today).url
        if url:
            places.append((url, context.channel_problem(id, "url", "", _VISIT)))
    failures = context.check_urls([url for url, _ in places])
    for url, place in places:
        failure = failures.get(url.partition("#")[0], "")
        if failure:
            yield Problem(place.path, place.line, f"{url}: {failure}", place.fix)


_VISIT = "Open it yourself, then correct the URL or delete the link."

_TARGETS = ("targets",)

RULES = (
    Rule("links/broken", "error", "The file that a link or an image names exists.", _broken, facts=_TARGETS),
    Rule("links/fragment", "error", "The #fragment that a link names exists.", _fragment, facts=("targets", "anchors")),
    Rule("links/language", "error", "A link stays in the language of its page.", _language, facts=_TARGETS),
    Rule("links/absolute", "error", "Links within the help center are relative.", _absolute, facts=_TARGETS),
    Rule("links/draft", "error", "No published page links to a draft.", _draft, facts=_TARGETS),
    Rule("links/undefined", "error", "Every reference link has a definition on the page.", OnPages(_undefined)),
    Rule("links/moved", "warning", "A page that moved, as git tells, keeps its old address.", _moved),
    Rule("links/redirect", "error", "Every redirect leads directly from an old URL to a page.", _redirects),
    Rule(
        "links/external",
        "warning",
        "Links to other sites work; checked only with --online.",
        _external,
        applies=lambda context: context.check_urls is not None,
    ),
    Rule(
        "links/orphan",
        "warning",
        "Another page links to every article or lists it as related.",
        _orphans,
        facts=_TARGETS,
    ),
)
