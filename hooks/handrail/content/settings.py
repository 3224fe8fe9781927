"""What mkdocs.yml says of the help center, under `extra.help_center`: its languages, its names, who runs it."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from handrail.content import language
from handrail.content.footer import Footer
from handrail.content.language import Language
from handrail.content.search_settings import Search
from handrail.schema.fields import Contact, Day, HostPattern, Https, Id, Localized, Shape, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import texts
from handrail.schema.renamed import Renamed
from handrail.schema.source import Source

KEY = ("extra", "help_center")
Colour = Annotated[
    str,
    Shape(r"#[0-9A-Fa-f]{6}", "is not a colour", "Write six digits after #, in quotes, as in '#12605f'."),
]
EmbeddingHost = Annotated[
    str,
    Shape(
        r"(localhost|(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)+)(:\d{1,5})?",
        "is not a host",
        "Write it in small Latin letters and without https://, as in 'app.vendor.example', or '*.vendor.example'.",
    ),
]
Secret = Literal["recovery-phrase", "private-key", "one-time-code", "password", "card", "identity", "phone"]


class Colours(Value):
    """The accent colour on light and on dark ground: links, buttons, icons; and a warm one that stands for safety."""

    light: Colour
    """On light ground."""
    dark: Colour
    """On dark ground."""
    safety: Colour = "#f2b03d"
    """Behind dark icons, in both schemes."""


class Home(Value):
    """What the home page shows below its question and its search box."""

    emergency: Id | None = None
    """An article, by its id, that the first screen of a phone leads to."""
    popular_articles: list[Id] = []
    """Articles, by their ids."""
    sections: list[Literal["guides", "popular_articles", "categories", "text", "contact"]] = [
        "guides",
        "popular_articles",
        "categories",
        "text",
    ]
    """Those that there are, in their order. `text` is what the home page's own file says."""


class Support(Value):
    """The page that leads to support."""

    labels: list[Text] = []
    """The languages, besides the reader's own, that the labels of a message are written in; where empty, all."""


class Embed(Value):
    """The search box and the articles of help ids, for pages of the product."""

    hosts: Annotated[list[EmbeddingHost], Field(min_length=1)]
    """Those of the pages that may show them, with a port where it is not the usual one."""


class Security(Value):
    """Whom to tell of a hole in the security of the help center itself: the fields of RFC 9116."""

    contact: Annotated[list[Contact], Field(min_length=1)]
    """In the order of preference."""
    expires: Day
    """The first day on which this is not to be relied on any more; less than a year ahead."""
    policy: Https | None = None
    """The page on how you handle such reports."""
    acknowledgments: Https | None = None
    """The page that thanks those who reported one."""
    encryption: Https | None = None
    """The key that a report can be encrypted with."""


class Settings(Value):
    """The whole of `extra.help_center`. The first language is the default one."""

    languages: Annotated[list[Language], Field(min_length=1)]
    """Those of the help center; the first is the default one."""
    site_name: Localized
    """What it is called, in every language."""
    description: Localized
    """What it is for, in a sentence, in every language."""
    vendor: Localized
    """Who makes the product and runs its real support."""
    ownership: Literal["independent", "official"]
    """Whether the vendor itself runs it."""
    verification_url: Https | None = None
    """A page on the vendor's own domain that links back here; an official help center must have one."""
    contact_article: Id
    """The article that tells how to reach support."""
    feedback_channel: Id | None = None
    """The channel where the vendor takes feedback on articles."""
    home: Home = Home()
    """What the home page shows."""
    footer: Footer = Footer()
    """What the foot of every page says."""
    search: Search = Search()
    """How the search box behaves."""
    support: Support = Support()
    """The page that leads to support."""
    embed: Embed | None = None
    """The pages of the product that may show the search box, and the articles of help ids."""
    security: Security | None = None
    """Whom to tell of a hole in the security of this site: makes a security.txt."""
    colours: Colours = Colours(light="#0e5257", dark="#7cc7cf")
    """The accent, and a warm colour that stands for safety."""
    secrets: Annotated[list[Secret], Field(min_length=1)] = ["password", "one-time-code", "card", "identity"]
    """What readers hold that nobody may ask them for: the guard looks for it, and warnings name it."""
    verify_page: bool = True
    """Whether there is the page that compares what readers were given with the channels."""
    offline: bool = False
    """Whether readers' devices keep what was read, the way to support and the search, for when there is no network."""
    precompress: bool = False
    """Whether texts are also written as `.gz` and `.br`, for servers that send those."""
    missing_translation: Literal["warning", "error"] = "warning"
    """What it is when an article lacks a language."""
    allowed_hosts: list[HostPattern] = []
    """Hosts of others that articles may name: a block explorer, say. `*.` before one stands for all below it."""
    published_files: list[Text] = []
    """Paths below the docs folder of files that are published whatever their kind: to prove to a service whose site it
    is, say."""
    disabled_rules: dict[str, Text] = {}
    """Rules that this help center does not keep, each with the reason."""

    renamed: ClassVar[Renamed] = {
        ("relation",): "ownership",
        ("proof",): "verification_url",
        ("contact",): "contact_article",
        ("feedback",): "feedback_channel",
        ("home", "most_asked"): "popular_articles",
        ("home", "sections", "most_asked"): "popular_articles",
        ("missing_twin",): "missing_translation",
        ("rules_off",): "disabled_rules",
    }


def read(
    source: Source, data: Any, theme_languages: frozenset[str], foreign: set[str] | None = None
) -> tuple[Settings | None, list[Problem]]:
    """The settings in `data`, the engine's own reading of the configuration file `source`.

    `theme_languages` are the languages that the theme has interface words in. Languages of texts that are none of the
    help center's go into `foreign`.
    """
    if data is None:
        return None, [source.problem(KEY, f"no key '{'.'.join(KEY)}'", "Add it; README.md says what belongs in it.")]
    settings, problems = source.fit(Settings, data, codes(data), KEY, foreign)
    if settings:
        languages = [each.spoken_by(theme_languages) for each in settings.languages]
        settings = settings.model_copy(update={"languages": languages})
    at = (*KEY, "languages")
    problems += [*_verification(source, data), *language.problems(source, _entries(data), at, theme_languages)]
    return settings, [*problems, *_labels(source, data)]


def codes(data: Any) -> tuple[str, ...]:
    """The codes of the languages in `data`, each once; none where one of them is wrong. All else may be wrong."""
    found = [texts(entry, "code") for entry in _entries(data)]
    return tuple(dict.fromkeys(code for (code,) in found)) if all(found) else ()


def _verification(source: Source, data: Any) -> list[Problem]:
    if texts(data, "ownership") != ["official"] or texts(data, "verification_url"):
        return []
    fix = "Add the https address of a page on the vendor's own domain that links here; or write independent."
    return [source.problem((*KEY, "ownership"), "ownership: official without verification_url", fix)]


def _labels(source: Source, data: Any) -> list[Problem]:
    """Languages of labels that the help center does not have."""
    known, at = codes(data), (*KEY, "support", "labels")
    return [
        source.problem(at, f"support.labels: there is no language '{code}'", one_of(code, known))
        for code in texts(data, "support", "labels")
        if known and code not in known
    ]


def _entries(data: Any) -> list[Any]:
    languages = data.get("languages") if isinstance(data, dict) else None
    return languages if isinstance(languages, list) else []
