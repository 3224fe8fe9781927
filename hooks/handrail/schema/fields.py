"""The kinds of values that people write, and their shapes. Models made of them are the schema of the content."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar
from urllib.parse import unquote

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from handrail.schema.renamed import Renamed


class Value(BaseModel):
    """A value somebody wrote: it never changes, and a key it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)
    renamed: ClassVar[Renamed] = {}
    """Its keys that have a new name."""


def _of_the_site(texts: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    """The texts without those in languages that the site lacks, which are noted: they are no use, and no harm."""
    context = info.context or {}
    languages: tuple[str, ...] = context.get("languages", ())
    foreign = [code for code in texts if languages and code not in languages]
    context.get("foreign", set()).update(foreign)
    return {code: text for code, text in texts.items() if code not in foreign}


def _in_every_language(texts: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    missing = [code for code in (info.context or {}).get("languages", ()) if code not in texts]
    if missing:
        raise PydanticCustomError("languages", "{missing}", {"missing": missing})
    return texts


def validation_error(key: str | int, what: str, fix: str) -> PydanticCustomError:
    """What a model raises whose keys are right one by one but not together; `key` or item is the one to look at."""
    return PydanticCustomError("together", "{what} {fix}", {"key": key, "what": what, "fix": fix})


@dataclass(frozen=True)
class Shape:
    """Strings that match a regular expression as a whole; `what` and `fix` are said of all others, by editors too."""

    pattern: str
    what: str
    fix: str

    def check(self, text: str) -> str:
        if re.fullmatch(self.pattern, text) is None:
            raise PydanticCustomError("shape", "{what} {fix}", {"what": self.what, "fix": self.fix})
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        shape = {"pattern": f"^(?:{self.pattern})$", "patternErrorMessage": f"This {self.what}. {self.fix}"}
        return handler(schema) | shape


def _not_a_number(date: Any) -> Any:
    """A number could be read as seconds since 1970, which nobody means."""
    if isinstance(date, int | float):
        raise PydanticCustomError("date_type", "a number")
    return date


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        what = {
            "what": f"is not a regular expression: {error}",
            "fix": "Write one that Python and JavaScript read alike.",
        }
        raise PydanticCustomError("shape", "{what} {fix}", what) from None
    return text


PLACEHOLDER = "…"
"""What commands write where an author has to."""
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"


def is_id(text: str) -> bool:
    return re.fullmatch(_ID, text) is not None


Text = Annotated[str, Field(pattern=r"\S")]
Pattern = Annotated[str, Field(min_length=1), AfterValidator(_pattern)]
Number = Annotated[int, Field(strict=True)]
Day = Annotated[datetime.date, BeforeValidator(_not_a_number)]
Id = Annotated[
    str,
    Shape(
        _ID,
        "is not an id",
        "Use lower-case letters, digits and hyphens, as in 'lost-phone'.",
    ),
]
Interval = Annotated[
    str, Shape(r"[1-9][0-9]* (day|week|month|year)s?", "is not an interval", "Write it as in '6 months'.")
]
Https = Annotated[
    str,
    Shape(
        r"https://[^\s/?#@\\]+([/?#][^\s\\]*)?",
        "is not an https address",
        "Write it whole, as in 'https://vendor.example/'.",
    ),
]
Contact = Annotated[
    str,
    Shape(
        r"https://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+|tel:\+[0-9-]+",
        "is not a contact address",
        "Write it as in 'mailto:security@vendor.example' or 'https://vendor.example/security'.",
    ),
]
_HOST = r"[a-z0-9_-]+(\.[a-z0-9_-]+)+"
Host = Annotated[
    str, Shape(_HOST, "is not a host", "Write it in small Latin letters and without https://, as in 'help.example'.")
]
HostPattern = Annotated[
    str,
    Shape(
        rf"(\*\.)?{_HOST}",
        "is not a host",
        "Write it in small Latin letters and without https://, as in 'explorer.example', or '*.explorer.example'.",
    ),
]
Address = Annotated[
    str,
    BeforeValidator(lambda address: unquote(address) if isinstance(address, str) else address),
    Shape(
        r"(?!/)(?!.*(?:^|/)[./])[^\x00-\x1f?#\\:%]+(/|\.html)",
        "is not an address of this site",
        "Write what follows the site's own address, as in 'en/old-name/' or 'en/old-name.html'.",
    ),
]
_LocalizedAddress = Annotated[dict[str, Https], AfterValidator(_of_the_site)]
InSomeLanguages = Annotated[dict[str, Text], AfterValidator(_of_the_site)]
ListInSomeLanguages = Annotated[dict[str, list[Text]], AfterValidator(_of_the_site)]
Localized = Annotated[InSomeLanguages, AfterValidator(_in_every_language)]
LocalizedHttps = Annotated[_LocalizedAddress, AfterValidator(_in_every_language)]
LocalizedList = Annotated[ListInSomeLanguages, AfterValidator(_in_every_language)]
