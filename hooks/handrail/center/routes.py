"""The addresses of what the build makes and nobody writes, each in one place. All are relative to the site's root."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handrail.content.guide import Guide, Question

NOT_FOUND = "404.html"
SERVICE_WORKER = "offline.js"
"""At the root of the site: a service worker has power over what lies below it."""
LLMS_TXT = "llms.txt"
THIRD_PARTY = "third-party.txt"
FEED = "feed.xml"
ASSETS = "assets/"
SEARCH_INDEXES = "search/"
EMBEDDED = "embed/"
"""What pages of the product show in frames: a folder of its own, for which hosts send other headers."""
EMBED_SCRIPT = "embed.js"


@dataclass(frozen=True)
class GeneratedPage:
    """A page of every language that has no file in the docs folder."""

    id: str
    """Its folder below that of a language. No category can have this id."""
    what: str
    """What problems call it."""
    template: str
    title: str
    """The key of a UI string."""
    description: str = ""
    """The key of a UI string; where it is empty, the page is described as the site is."""

    def url(self, code: str) -> str:
        return f"{home(code)}{self.id}/"


SEARCH = GeneratedPage("search", "the results page", "search.html", "search.title")
SUPPORT = GeneratedPage("support", "the page that leads to support", "support.html", "contact.action", "contact.text")
VERIFY = GeneratedPage(
    "verify", "the page that says what is really support", "verify.html", "verify.title", "verify.lead"
)
GENERATED_PAGES = (SEARCH, SUPPORT, VERIFY)


def generated_pages(has_verify_page: bool) -> tuple[GeneratedPage, ...]:
    """Those of GENERATED_PAGES that a help center has."""
    return tuple(page for page in GENERATED_PAGES if page is not VERIFY or has_verify_page)


def home(code: str) -> str:
    """The home page of a language; its folder too."""
    return f"{code}/"


def category(code: str, id: str) -> str:
    return f"{home(code)}{id}/"


def guide(code: str, id: str, question: str = "") -> str:
    """The page of a question of a guide, else that of its first one."""
    return f"{home(code)}guide/{id}/{question}{'/' * bool(question)}"


def guide_pages(code: str, of: Guide) -> Mapping[str, Question]:
    """The question that each page of a guide asks, by address. That of the first one is the guide's own."""
    return {guide(code, of.id, id if id != of.first.id else ""): question for id, question in of.questions.items()}


def embedded(code: str, help_id: str = "") -> str:
    """The page for a frame: the article of a help id, else the search box."""
    return f"{EMBEDDED}{code}/{help_id}{'/' * bool(help_id)}"


def source_path(url: str) -> str:
    """Where the docs folder would hold the page at `url`, were it a file there."""
    return f"{url}index.md"


def feed(code: str) -> str:
    return home(code) + FEED


def opensearch(code: str) -> str:
    return f"{SEARCH_INDEXES}{code}.xml"
