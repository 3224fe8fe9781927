"""One language of the help center: its tag, its name, how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from handrail.schema import language_tags
from handrail.schema.fields import Shape, Text, Value
from handrail.schema.problem import Problem, one_of
from handrail.schema.raw import texts
from handrail.schema.source import Source

_TAG = (r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "is not a language tag", "Write it as in 'en' or 'zh-Hant'.")
_FONT = (r"[\w .-]+", "is not the name of a font", "Write it as in 'PingFang SC'.")


class Language(Value):
    """One language of the help center. Its articles stand in the folder named `code`."""

    code: Annotated[str, Shape(*_TAG)]
    """A BCP 47 tag, as addresses and `hreflang` carry it."""
    name: Text
    """What its own speakers call it."""
    script: Literal["alphabetic", "ideographic"] = "alphabetic"
    """How it is written, which decides type: line height, line length, emphasis."""
    theme: str = ""
    """The theme's language to use, where it is not the one that the code means."""
    lang: Annotated[str, Shape(*_TAG)] = ""
    """The tag of its pages, where it says more than the code: `zh-Hans`, by which a browser chooses fonts."""
    fonts: list[Annotated[str, Shape(*_FONT)]] = []
    """Fonts of a script that Latin ones lack, which a device may have, best first."""

    @property
    def tag(self) -> str:
        return self.lang or self.code

    @property
    def theme_name(self) -> str:
        return self.theme or self.code

    def spoken_by(self, theme_languages: Iterable[str]) -> Language:
        """The same, with the name that a theme with these languages has for it."""
        return self.model_copy(update={"theme": language_tags.best(self.theme_name, theme_languages) or self.theme})

    @property
    def gap(self) -> str:
        """What stands between two sentences: a full-width stop has its room in itself."""
        return "" if self.script == "ideographic" else " "


def problems(
    source: Source, entries: Iterable[Any], at: tuple[str, ...], theme_languages: frozenset[str]
) -> Iterator[Problem]:
    """Languages that are listed twice, or that the theme has no words in.

    `entries` is the list of languages, right or wrong, which stands in `source` under the keys `at`.
    """
    seen = set()
    for number, entry in enumerate(entries):
        for code in texts(entry, "code"):
            if code in seen:
                yield source.problem((*at, number, "code"), f"duplicate language '{code}'", "Delete one of them.")
            seen.add(code)
        key = "theme" if texts(entry, "theme") else "code"
        for name in texts(entry, key):
            if language_tags.best(name, theme_languages) is None:
                fix = f"Name one of the theme's languages as 'theme'. {one_of(name, theme_languages)}"
                yield source.problem((*at, number, key), f"the theme has no words in '{name}'", fix)
