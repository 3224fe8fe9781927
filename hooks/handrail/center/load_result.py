"""Everything that people wrote, as it was read: a help center can be made of it, or problems say why not."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handrail.center.edition import compose
from handrail.center.help_center import HelpCenter
from handrail.channels import registry
from handrail.channels.channel import Channel
from handrail.content.announcement import Announcement
from handrail.content.article import Article, ContentPage
from handrail.content.category import Category
from handrail.content.detail import Detail
from handrail.content.glossary import Glossary
from handrail.content.guide import Guide
from handrail.content.help_id import HelpId
from handrail.content.issue_type import IssueType
from handrail.content.logo import Logo
from handrail.content.markdown_file import MarkdownFile
from handrail.content.picture import Picture
from handrail.content.redirect import Redirect
from handrail.content.settings import Settings
from handrail.content.ui_strings import UIStrings, with_names
from handrail.schema.problem import ContentError, Problem
from handrail.schema.source import Source


@dataclass(frozen=True)
class LoadResult:
    """Everything that was read, right or wrong. Where something is None, a problem says why."""

    configuration: Source
    docs: str
    """What problems call the docs folder."""
    codes: tuple[str, ...]
    """Those of the languages; none where the settings do not say them."""
    settings: Settings | None = None
    categories: Mapping[str, Category] | None = None
    channels: Mapping[str, Channel] | None = None
    channels_file: Source | None = None
    details: Mapping[str, Detail] | None = None
    issue_types: Mapping[str, IssueType] | None = None
    glossary: Glossary | None = None
    ui_strings: UIStrings | None = None
    logo: Logo | None = None
    markdown_files: Sequence[MarkdownFile] = ()
    """Every Markdown file that is text, by path; those whose front matter cannot be read have no data."""
    content_pages: Mapping[str, ContentPage] = field(default_factory=dict)
    """Those whose front matter is right, by path."""
    page_paths: frozenset[str] = frozenset()
    """Those of all pages that there will be, written or generated, below the docs folder."""
    problems: Sequence[Problem] = ()
    """Why there can be no site."""
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    announcements: Mapping[str, Announcement] | None = None
    pictures: Mapping[str, Picture] | None = None
    guides: Mapping[str, Guide] = field(default_factory=dict)
    """Those that are right, by id."""
    help_ids: Mapping[str, HelpId] | None = field(default_factory=dict)
    redirect_problems: Sequence[Problem] = ()
    """What is wrong with redirects; there can be no site with them either."""
    hints: Sequence[Problem] = ()
    """Old names of keys and files, which go on working for a while."""
    unused: Sequence[Problem] = ()
    """Texts that no reader gets, such as those in a language that the site gave up."""
    untranslated: Sequence[Problem] = ()
    """Languages in which the interface is not whole."""
    replaced: Sequence[Problem] = ()
    """The site's own templates that stand in for one of the theme that has changed."""
    missing_translations: Sequence[Problem] = ()
    """The articles that some language lacks; the settings say whether that is a problem."""

    @property
    def translations_are_required(self) -> bool:
        return self.settings is not None and self.settings.missing_translation == "error"

    def center(self, today: datetime.date) -> HelpCenter:
        """The help center as it stands on the day `today`. Raises ContentError with everything that is wrong."""
        problems = [
            *self.problems,
            *self.redirect_problems,
            *(self.missing_translations if self.translations_are_required else ()),
        ]
        if problems:
            raise ContentError(problems)
        assert self.settings is not None
        assert self.ui_strings is not None
        assert self.logo is not None
        assert self.glossary is not None
        assert self.categories is not None
        assert self.announcements is not None
        assert self.pictures is not None
        assert self.help_ids is not None
        assert self.channels is not None
        assert self.channels_file is not None
        assert self.details is not None
        assert self.issue_types is not None
        articles = [page for page in self.content_pages.values() if isinstance(page, Article)]
        editions = {
            language.code: compose(
                language,
                [article for article in articles if article.language == language.code],
                list(self.categories.values()),
            )
            for language in self.settings.languages
        }
        channel_registry = registry.registry(self.channels, today)
        return HelpCenter(
            self.settings,
            self.categories,
            channel_registry,
            self.details,
            self.issue_types,
            self.glossary,
            with_names(self.ui_strings, self.settings.vendor, self.settings.secrets),
            self.logo,
            editions,
            self.content_pages,
            (
                *self.hints,
                *self.unused,
                *self.untranslated,
                *self.replaced,
                *self.missing_translations,
                *channel_registry.warnings(self.channels_file),
            ),
            self.redirects,
            tuple(self.announcements.values()),
            self.pictures,
            self.guides,
            self.help_ids,
        )
