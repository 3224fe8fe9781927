"""An article's Markdown for machines that read: whole, without what only this site's own Markdown knows.

It lies next to the article's HTML. It links to channels as far as their effective statuses allow, with the day on which
that was known, as nothing takes a link away from a copy.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from handrail.center.help_center import HelpCenter
from handrail.content.article import Article, url_of
from handrail.markdown import code_fences
from handrail.markdown.nodes import ATTRIBUTES
from handrail.markdown.suppressions import removed
from handrail.pages.pictures import Pictures

FILE = "index.md"
_NOTE = re.compile(r'([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+"([^"]*)")?[ \t]*$')
_DEFINED = re.compile(r"[ \t]*\[([^\]^]+)\]:[ \t]*<?([^\s>]+)>?")
_NAMED = re.compile(r"\[([^\]]+)\]\[([^\]]*)\]")
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(<?([^)\s>]+)>?([ \t]+(?:\"[^\"]*\"|'[^']*'))?\)")
_END_OF_NOTE = re.compile(r"^[ \t]*>[> ]*\n(?![ \t]*>)", re.MULTILINE)
_CODE = re.compile(r"(`+).+?\1")


def transcript(center: HelpCenter, article: Article, site_url: str, pictures: Pictures) -> str:
    """The article below the line that says who runs the site.

    Its addresses are whole where `site_url` says what they begin with, else relative to its own folder.
    """
    statuses, caveat = center.registry.statuses, center.caveat(article.language)

    def link(match: re.Match[str]) -> str:
        picture, words, target, caption = match.groups("")
        if target.startswith("channel:"):
            effective_status = statuses.get(target.removeprefix("channel:"))
            if effective_status is None or effective_status.href is None:
                return words
            known = effective_status.status == "verified"
            note = f"{effective_status.place}, {effective_status.since}" if known else caveat(effective_status)
            return f"[{words}]({effective_status.href}) ({note})"
        return f"{picture}[{words}]({_address(target, article, site_url, pictures)}{caption if picture else ''})"

    lines = [_outside_code(line, link) if prose else line for line, prose in _lines(removed(article.content.text))]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    body = _END_OF_NOTE.sub("\n", f"{body}\n")
    return f"# {article.title}\n\n*{center.ownership(article.language)}*\n\n{article.summary}\n\n{body}"


def _lines(body: str) -> Iterator[tuple[str, bool]]:
    """Each line, notes as quotations and links by name as links; and whether it is prose."""
    lines = body.split("\n")
    names = {match[1].lower(): match[2] for line in lines if (match := _DEFINED.match(line))}
    notes: list[int] = []
    for line, is_code in code_fences.marked(lines):
        indent = len(line) - len(line.lstrip())
        while notes and line.strip() and indent < notes[-1] + 4:
            notes.pop()
        before = line[: notes[0]] + "> " * len(notes) if notes else ""
        text = line[notes[-1] + 4 :] if notes else line
        if is_code:
            yield before + text, False
        elif note := _NOTE.match(line):
            notes.append(len(note[1]))
            yield f"{note[1][: notes[0]]}{'> ' * len(notes)}**{note[2]}**" if note[2] else "", True
        elif not _DEFINED.match(line):
            named = _NAMED.sub(lambda match: _by_name(match, names), text) if "][" in text else text
            bare = ATTRIBUTES.sub("", named) if "{" in named else named
            yield (before + bare.rstrip() if text.strip() else before.rstrip()), True


def _by_name(match: re.Match[str], names: Mapping[str, str]) -> str:
    target = names.get((match[2] or match[1]).lower())
    return f"[{match[1]}]({target})" if target else match[0]


def _outside_code(line: str, link: Callable[[re.Match[str]], str]) -> str:
    if "](" not in line:
        return line
    made, place = [], 0
    for code in _CODE.finditer(line):
        made += [_LINK.sub(link, line[place : code.start()]), code[0]]
        place = code.end()
    return "".join([*made, _LINK.sub(link, line[place:])])


def _address(target: str, article: Article, site_url: str, pictures: Pictures) -> str:
    """Where a link of the article leads, from outside of the folder of articles."""
    if re.match(r"[a-z][a-z0-9+.-]*:|#|/", target, re.IGNORECASE):
        return target
    path, _, place = target.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(article.path), path))
    if there in pictures.paths:
        there = pictures.shown(there, article.language).light
    url = url_of(there) if there.endswith(".md") else there
    address = whole_address(url, article.url, site_url)
    return f"{address}#{place}" if place else address


def whole_address(url: str, base: str, site_url: str) -> str:
    """The address of `url` from the page at `base`: the whole of it where the site's is known."""
    return site_url + url if site_url else posixpath.relpath(url, base) + "/" * url.endswith("/")
