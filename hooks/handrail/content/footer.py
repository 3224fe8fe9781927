"""What the foot of every page says of those who run the help center, for readers and for the law."""

from __future__ import annotations

from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from handrail.schema.fields import Contact, Host, Https, Id, LocalizedHttps, Shape, Text, Value


class Licence(Value):
    """Under which terms others may use the articles."""

    name: Text
    """What it is called: 'CC BY 4.0'."""
    url: Https
    """The https address of its text."""


class Registration(Value):
    """What a host in mainland China shows at its foot: its numbers in the registries of two ministries."""

    language: ClassVar[str] = "zh-Hans"
    """That of the numbers, whatever the language of the page."""

    icp: Annotated[
        str,
        Shape(
            r"[\u4e00-\u9fff]ICP[备证]\d{6,10}号(-\d{1,4})?",
            "is not an ICP number",
            "Write it as the registry shows it, as in '京ICP备12345678号-1'.",
        ),
    ]
    """Of the Ministry of Industry and Information Technology, with the number of the site behind the hyphen."""
    public_security: (
        Annotated[
            str,
            Shape(
                r"[\u4e00-\u9fff]公网安备 ?\d{14}号",
                "is not a number of the public security registry",
                "Write it as the registry shows it, as in '京公网安备11010502030143号'.",
            ),
        ]
        | None
    ) = None
    """Of the Ministry of Public Security, with the place in front."""

    @property
    def public_security_code(self) -> str:
        """The digits by which the registry finds the site."""
        return "".join(filter(str.isdecimal, self.public_security or ""))


class Legal(Value):
    """What the law of a country asks of the foot of a page."""

    imprint: LocalizedHttps | None = None
    """The page that says who publishes this help center."""
    privacy: LocalizedHttps | None = None
    """The page that says what becomes of data about readers."""
    terms: LocalizedHttps | None = None
    """The terms of use."""
    registration: Registration | None = None
    """The numbers of a host in mainland China."""


class Footer(Legal):
    """What the foot of every page leads to besides the topics and the ways to support."""

    about_article: Id | None = None
    """The article that says who writes this help center and how it checks what it says."""
    report_errors_to: Contact | None = None
    """Whom readers tell of a mistake."""
    licence: Licence | None = None
    """Under which terms others may use the articles."""
    hosts: dict[Host, Legal] = {}
    """What differs where `site_url` has this host."""

    def at(self, site_url: str | None) -> Footer:
        """The footer of a site at this address."""
        own = self.hosts.get(urlsplit(site_url or "").hostname or "", Legal())
        return self.model_copy(update={key: getattr(own, key) for key in own.model_fields_set})
