"""Links: each leads where it says, in the language of its page, and every article can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown.extensions.toc import slugify

from handrail.channels.status import effective_status
from handrail.checks.context import Context
from handrail.checks.rule import Rule
from handrail.checks.source_page import Page
from handrail.markdown.link_target import Target, target
from handrail.markdown.nodes import ATTRIBUTES, Heading, Html, Link, Passage, Picture
from handrail.markdown.sections import Section
from handrail.schema.problem import Problem, one_of

_ID = re.compile(r"(?:^|\s)#([^\s}]+)")
_HTML_ID = re.compile(r"""\sid=["']?([^\s"'>]+)""", re.IGNORECASE)
_UNDEFINED = re.compile(r"\[([^\]\[]+)\]\[([^\]\[]*)\]")


def _all(context: Context) -> Iterator[tuple[Page, Link | Picture, Target]]:
    """Every link and picture with what it leads to, save those that lead nowhere: shape names them."""
    for page in context.pages:
        for element in page.elements:
            if isinstance(element, Link | Picture) and element.target.strip(" #"):
                yield page, element, target(element.target, page.path)


def are_sound(context: Context, page: Page, section: Section) -> bool:
    """Whether no rule of this family, and none of shape, has anything to say of the links of a section."""
    for link in section.all(Link):
        to = target(link.target, page.path)
        other = context.page_at.get(to.path)
        strays = other is not None and other.language != page.language
        lost = to.is_inside and other is None and not _is_there(context, to)
        if to.is_absolute or strays or lost or not link.target.strip(" #"):
            return False
    return not any(True for passage in section.all(Passage) for _ in _unexplained(passage))


def _is_there(context: Context, to: Target) -> bool:
    return to.path in context.paths or context.has_file(to.path)


def _unexplained(passage: Passage) -> Iterator[tuple[int, str]]:
    """The names of links that nothing explains, with their lines."""
    for part in passage.parts:
        for match in _UNDEFINED.finditer(part.text if part.kind == "text" else ""):
            yield part.line, match[2] or match[1]


def _broken(context: Context) -> Iterator[Problem]:
    paths = context.paths
    for page, link, to in _all(context):
        if not to.is_inside or _is_there(context, to):
            continue
        what = "the picture" if isinstance(link, Picture) else "a link to"
        if to.path.endswith("/") and f"{to.path}index.md" in paths:
            fix = f"Name the file, as in {link.target}index.md."
        elif f"{to.path}.md" in paths:
            fix = f"Name the file, as in {link.target}.md."
        else:
            fix = one_of(to.path, _near(to.path, paths), "Correct it, or add the file.")
        yield page.problem(link.line, f"{what} {link.target}, which is no file", fix)


def _near(path: str, paths: Iterable[str]) -> list[str]:
    """Those of the paths that have its folder or its name: to compare it with thousands takes seconds."""
    folder, _, name = path.rpartition("/")
    return [each for each in paths if each.endswith(f"/{name}") or each.rpartition("/")[0] == folder]


def _fragment(context: Context) -> Iterator[Problem]:
    anchors: dict[str, frozenset[str]] = {}
    for page, link, to in _all(context):
        other = context.page_at.get(to.path) if to.is_inside else None
        if other is None or not to.fragment:
            continue
        if other.path not in anchors:
            anchors[other.path] = _anchors(other)
        known = anchors[other.path]
        if to.fragment not in known:
            where = "this page" if other is page else other.file
            fix = one_of(to.fragment, known, f"There is none: give a heading of {where} this id.")
            yield page.problem(link.line, f"a link to #{to.fragment}, a place that {where} does not have", fix)


def _anchors(page: Page) -> frozenset[str]:
    """The ids of a page: written behind its headings and other pieces, and those that the site makes up."""
    found = {heading.id or slugify(heading.text, "-") for heading in page.all(Heading)}
    for passage in page.all(Passage):
        for part in passage.parts:
            found.update(id for match in ATTRIBUTES.finditer(part.text) for id in _ID.findall(match[1]))
    for html in page.all(Html):
        found.update(_HTML_ID.findall(html.text))
    return frozenset(found)


def _language(context: Context) -> Iterator[Problem]:
    for page, link, to in _all(context):
        other = context.page_at.get(to.path) if to.is_inside else None
        if isinstance(link, Link) and other and page.language and other.language != page.language:
            counterpart = f"{page.language}/{to.path.partition('/')[2]}"
            fix = (
                f"Lead to {counterpart}."
                if counterpart in context.page_at
                else "Lead to an article in the page's own language."
            )
            yield page.problem(link.line, f"a link to {link.target}, a page in '{other.language}'", fix)


def _absolute(context: Context) -> Iterator[Problem]:
    for page, link, to in _all(context):
        if to.is_absolute and not link.target.startswith("//"):
            fix = "Name the file from where this one is, as in ../transfers/fees.md."
            yield page.problem(link.line, f"a link to {link.target}, which a site below a path does not have", fix)


def _draft(context: Context) -> Iterator[Problem]:
    for page, link, to in _all(context):
        other = context.page_at.get(to.path) if to.is_inside else None
        if other and other.is_draft and not page.is_draft:
            fix = "Publish it, or take the link out."
            yield page.problem(link.line, f"a link to {link.target}, a draft that is not built", fix)


def _undefined(context: Context) -> Iterator[Problem]:
    for page in context.pages:
        for passage in page.all(Passage):
            for line, name in _unexplained(passage):
                fix = f"Write ({name}) behind the words, or a line '[{name}]: where-it-leads.md'."
                yield page.problem(line, f"a link to '[{name}]', which nothing explains", fix)


def _orphans(context: Context) -> Iterator[Problem]:
    """Lists of categories lead everywhere; an article that nothing else leads to is read by nobody."""
    led = {
        (page.language, context.page_at[to.path].id)
        for page, _, to in _all(context)
        if to.is_inside and to.path in context.page_at and context.page_at[to.path] is not page
    }
    led |= {
        (page.language, id) for page in context.articles for id in page.markdown_file.named("related") if id != page.id
    }
    settings = context.loaded.settings
    named = {settings.contact, settings.home.emergency, *settings.home.most_asked} if settings else set()
    for page in context.articles:
        if page.id and page.is_published and page.id not in named and (page.language, page.id) not in led:
            message = f"no other page leads to '{page.id}'"
            yield page.markdown_file.front_matter.problem(
                ("id",), message, "Link to it where readers need it, or name it as related."
            )


def _redirects(context: Context) -> Iterator[Problem]:
    yield from context.loaded.redirect_problems


def _external(context: Context) -> Iterator[Problem]:
    """The addresses of other sites in articles, and those of channels that readers are led to."""
    if context.visit is None:
        return
    places = [
        (link.target, page.problem(link.line, "", _LOOK))
        for page, link, to in _all(context)
        if isinstance(link, Link) and to.scheme == "https"
    ]
    for id, channel in (context.loaded.channels or {}).items():
        url = effective_status(channel, context.today).url
        if url:
            places.append((url, context.channel_problem(id, "url", "", _LOOK)))
    wrong = context.visit([address for address, _ in places])
    for address, place in places:
        said = wrong.get(address.partition("#")[0], "")
        if said:
            yield Problem(place.path, place.line, f"{address}: {said}", place.fix)


_LOOK = "Open it yourself; correct the address, or take the link out."

RULES = (
    Rule("links/broken", "error", "Every link and picture leads to a file that there is.", _broken),
    Rule("links/fragment", "error", "Every #place that a link leads to exists.", _fragment),
    Rule("links/language", "error", "A link stays in the language of its page.", _language),
    Rule(
        "links/absolute",
        "error",
        "Links within the help center name files, for it to work below any path.",
        _absolute,
    ),
    Rule("links/draft", "error", "No published page links to a draft.", _draft),
    Rule("links/undefined", "error", "Every link by name has its explanation on the page.", _undefined),
    Rule("links/redirect", "error", "Every redirect leads from an old address straight to a page.", _redirects),
    Rule(
        "links/external",
        "warning",
        "The addresses of other sites answer; looked at with --online only.",
        _external,
        applies=lambda context: context.visit is not None,
    ),
    Rule("links/orphan", "warning", "Every article is linked to, or named as related, by another page.", _orphans),
)
