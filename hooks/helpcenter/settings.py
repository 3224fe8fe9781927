"""What mkdocs.yml says of the help center, under `extra.help_center`: its languages, its names, who runs it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .problem import Problem, one_of
from .source import Id, Localized, Source, Text, Value

KEY = ("extra", "help_center")
Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class Language(Value):
    """One language of the help center. Its articles stand in the folder named `code`."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    """A BCP 47 tag, as pages and `hreflang` carry it."""
    name: Text
    """What its own speakers call it."""
    script: Literal["alphabetic", "ideographic"] = "alphabetic"
    """How it is written, which decides type: line height, line length, emphasis."""
    theme: str = ""
    """The theme's name for the language, where it is not the code."""

    @property
    def theme_name(self) -> str:
        return self.theme or self.code


class Colours(Value):
    """The accent colour on light and on dark ground: links, buttons, icons."""

    light: Colour
    dark: Colour


class Home(Value):
    """What the home page puts first, by article id."""

    emergency: Id | None = None
    most_asked: list[Id] = []


class Settings(Value):
    """The whole of `extra.help_center`. The first language is the default one."""

    languages: Annotated[list[Language], Field(min_length=1)]
    site_name: Localized
    description: Localized
    vendor: Localized
    """Who makes the product and runs its real support."""
    relation: Literal["independent", "official"]
    proof: str | None = None
    """A page on the vendor's own domain that links back here; an official help center must have one."""
    contact: Id
    """The article that tells how to reach support."""
    home: Home = Home()
    colours: Colours = Colours(light="#14616b", dark="#7cc7cf")
    missing_twin: Literal["warning", "error"] = "warning"

    @model_validator(mode="after")
    def _official_needs_proof(self) -> Settings:
        if self.relation == "official" and not (self.proof or "").startswith("https://"):
            message = "relation: official needs proof, the https address of a page of the vendor's that links back here"
            raise PydanticCustomError("proof", message)
        return self


def read(source: Source, data: Any, theme_languages: frozenset[str]) -> tuple[Settings | None, list[Problem]]:
    """The settings in `data`, the engine's own reading of the configuration file `source`.

    `theme_languages` are the languages that the theme has interface words in.
    """
    if data is None:
        return None, [source.problem(KEY, f"no key '{'.'.join(KEY)}'", "Add it; README.md says what belongs in it.")]
    settings, problems = source.fit(Settings, data, codes(data), at=KEY)
    for number, language in enumerate(settings.languages if settings else ()):
        if language.theme_name not in theme_languages:
            at = (*KEY, "languages", number, "theme" if language.theme else "code")
            cure = f"Name one of the theme's languages as 'theme'. {one_of(language.theme_name, theme_languages)}"
            problems.append(source.problem(at, f"the theme has no words in '{language.theme_name}'", cure))
    return settings, problems


def codes(data: Any) -> tuple[str, ...]:
    """The codes of the languages in `data`, which may be wrong in every other way."""
    languages = data.get("languages") if isinstance(data, dict) else None
    entries = languages if isinstance(languages, list) else []
    return tuple(str(entry["code"]) for entry in entries if isinstance(entry, dict) and "code" in entry)
