"""A redirect: an address that a page once had, made a page that leads to where it stands now.

It works on any host, as it is a page like others: readers are led on without a script, and a link stands there too. It
leads to a page of this site that was named when the site was built, so nobody can make it lead elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from handrail.content.article import url_of
from handrail.content.help_id import HelpId
from handrail.content.markdown_file import MarkdownFile
from handrail.schema.fields import Address, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.source import Source
from handrail.schema.validation_errors import Location

FILE = "redirects.yml"
"""In the folder of data. A site without old addresses needs none."""


_OF_THE_BUILD = re.compile(
    r"^(?:assets|search)(?:/|$)|^404\.html$|^(?:robots\.txt|sitemap\.xml|offline\.js|_headers)/?$"
    r"|(?:^|/)(?:feed\.xml|llms\.txt|index\.md)/?$",
    re.IGNORECASE,
)


class Move(Value):
    """An entry of the file of redirects."""

    old: Address
    """The address that was."""
    new: Text
    """The id of an article, or the address of any page: 'en/search/', say."""


@dataclass(frozen=True)
class Redirect:
    old: str
    target: str
    """The path, below the docs folder, of the page that it leads to."""
    section: str = ""
    """The id of the heading that it leads to there."""

    @property
    def path(self) -> str:
        """Where the docs folder would hold it, were it a file there."""
        return f"{self.old}index.md" if self.old.endswith("/") else f"{self.old}.md"

    @property
    def file(self) -> str:
        """The file of the built site."""
        return f"{self.old}index.html" if self.old.endswith("/") else self.old

    @property
    def url(self) -> str:
        return f"{url_of(self.target)}{'#' * bool(self.section)}{self.section}"


@dataclass(frozen=True)
class _Wish:
    """A redirect that somebody wrote, right or wrong, and where."""

    old: str
    new: str
    source: Source
    location: Location
    section: str = ""

    def problem(self, message: str, fix: str) -> Problem:
        return self.source.problem(self.location, f"'{self.old}' {message}", fix)


def read(
    source: Source | None,
    markdown_files: Iterable[MarkdownFile],
    pages: Mapping[str, str],
    codes: Collection[str],
    help_ids: Iterable[tuple[HelpId, Source]] = (),
) -> tuple[dict[str, Redirect], list[Problem]]:
    """All redirects by path, and what is wrong with them.

    `source` is the file of redirects, where there is one. `pages` are the paths of all pages by address, `codes` the
    languages, the default one first. `help_ids` are all of them, each with the file that it is in.
    """
    markdown_files = list(markdown_files)
    moves: list[Move] | None = []
    problems: list[Problem] = []
    if source is not None:
        moves, problems = source.load(list[Move])
    wishes = [_Wish(move.old, move.new, source, (n,)) for n, move in enumerate(moves or ()) if source]
    wishes += _of_articles(markdown_files)
    wishes += _of_help_ids(help_ids, codes)
    articles: dict[str, dict[str, str]] = {}
    for markdown_file in markdown_files:
        if markdown_file.is_article and markdown_file.published:
            articles.setdefault(markdown_file.id, {})[markdown_file.language] = markdown_file.path
    by_old: dict[str, _Wish] = {}
    addresses = set(map(_key, pages))
    redirects = {}
    for wish in wishes:
        earlier = by_old.setdefault(_key(wish.old), wish)
        if earlier is not wish:
            message = (
                f"is redirected twice, here and in {earlier.source.path}:{earlier.source.line_of(earlier.location)}"
            )
            problems.append(wish.problem(message, "Delete one of them."))
    for wish in by_old.values():
        if _key(wish.old) in addresses:
            problems.append(wish.problem("is the address of a page", "Delete the redirect."))
        elif _OF_THE_BUILD.search(wish.old):
            problems.append(wish.problem("is where the build writes a file of its own", "Delete the redirect."))
        elif _key(wish.new) in by_old:
            problems.append(_chained(wish, by_old))
        elif target := _target(wish, articles, pages, codes):
            redirect = Redirect(wish.old, target, wish.section)
            redirects[redirect.path] = redirect
        else:
            fix = one_of(wish.new, [*articles, *pages], "Name an article's id, or the address of a page.")
            problems.append(wish.problem(f"redirects to '{wish.new}', which does not exist", fix))
    return redirects, problems


def _key(address: str) -> str:
    """What two addresses share that a host may take for one: index.html is its folder, and capitals may not count."""
    address = unquote(address)
    return (address.removesuffix("index.html") if f"/{address}".endswith("/index.html") else address).casefold()


def _of_articles(markdown_files: Iterable[MarkdownFile]) -> Iterator[_Wish]:
    for markdown_file in markdown_files:
        if markdown_file.is_article and markdown_file.published:
            for old in markdown_file.named("redirect_from"):
                yield _Wish(unquote(old), url_of(markdown_file.path), markdown_file.front_matter, ("redirect_from",))


def _of_help_ids(help_ids: Iterable[tuple[HelpId, Source]], codes: Iterable[str]) -> Iterator[_Wish]:
    for number, (help_id, source) in enumerate(help_ids):
        for code in codes:
            yield _Wish(help_id.address(code), help_id.article, source, (number,), help_id.section or "")


def _target(
    wish: _Wish, articles: Mapping[str, Mapping[str, str]], pages: Mapping[str, str], codes: Iterable[str]
) -> str | None:
    """The path of what is wanted: of an article, the one in the language of the old address, else in the first."""
    if by_language := articles.get(wish.new):
        return next((by_language[code] for code in (wish.old.split("/")[0], *codes) if code in by_language), None)
    return pages.get(wish.new)


def _chained(wish: _Wish, by_old: Mapping[str, _Wish]) -> Problem:
    """What is wrong with a redirect to an address that is redirected itself."""
    met, last = [wish.old], wish
    while _key(last.new) in by_old and last.new not in met:
        last = by_old[_key(last.new)]
        met.append(last.old)
    if last.new in met:
        return wish.problem(f"redirects in a circle: {' → '.join([*met, last.new])}", "Redirect one of them to a page.")
    message = f"redirects to '{wish.new}', which redirects to '{last.new}'"
    return wish.problem(message, f"Redirect to '{last.new}' directly.")
