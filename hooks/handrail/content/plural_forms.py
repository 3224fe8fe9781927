"""A text that depends on a number, as ICU's MessageFormat writes it.

For example: {count, plural, one {# article} other {# articles}}. Which form a number takes is CLDR's to say: Babel asks
it at build time, `Intl.PluralRules` in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from handrail.schema import language_tags

_PLURAL = re.compile(r"\{(\w+), plural,((?:\s*(?:zero|one|two|few|many|other) \{[^{}]*\})+)\s*\}")
_FORM = re.compile(r"(\w+) \{([^{}]*)\}")


def chosen(text: str, language: str, values: Mapping[str, object]) -> str:
    """`text` with the form that its number takes in a language. A form that is missing is `other`."""

    def form(found: re.Match[str]) -> str:
        number = values[found[1]]
        category = language_tags.locale(language).plural_form(number) if isinstance(number, int) else "other"
        by_category: dict[str, str] = dict(_FORM.findall(found[2]))
        return by_category.get(category, by_category.get("other", "")).replace("#", str(number))

    return _PLURAL.sub(form, text)


def forms(text: str) -> dict[str, str]:
    """The whole text by each category that it has a form for, with the number's placeholder in it; or as `other`."""
    found = _PLURAL.search(text)
    if not found:
        return {"other": text}
    whole = text[: found.start()], text[found.end() :]
    return {name: form.replace("#", f"{{{found[1]}}}").join(whole) for name, form in _FORM.findall(found[2])}


def plain(text: str) -> str:
    """The text with a placeholder where a number decides."""
    return _PLURAL.sub(r"{\1}", text)
