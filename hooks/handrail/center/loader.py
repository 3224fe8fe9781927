"""From the files of the docs folder to a help center, or to everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from handrail.center import (
    chosen_files,
    documents,
    missing_translations,
    published_files,
    references,
    replaced_files,
    routes,
    section_references,
)
from handrail.center.docs_folder import DATA, Folder, foreign_texts
from handrail.center.load_result import LoadResult
from handrail.center.references import Known
from handrail.center.theme_resources import Theme
from handrail.channels import handoff, registry
from handrail.channels.channel import Channel
from handrail.content import announcement, detail, help_id, issue_type, picture, settings
from handrail.content.announcement import Announcement
from handrail.content.category import Category
from handrail.content.detail import Detail
from handrail.content.help_id import HelpId
from handrail.content.issue_type import IssueType
from handrail.content.picture import Picture
from handrail.content.settings import Settings
from handrail.schema.problem import ContentError, Problem
from handrail.schema.raw import Ids
from handrail.schema.renamed import with_new_names
from handrail.schema.source import Source

_PAGE = re.compile(r"[.](?:html?|php)/?$|[?#]", re.IGNORECASE)
"""What the address of a site does not end with. Engines put a slash behind it."""


def load(config: Any, paths: Iterable[str], others: Iterable[str], drafts: bool = False) -> LoadResult:
    """What an engine's configuration and the Markdown files at `paths` hold.

    `others` are the paths of all other files below the docs folder. With `drafts`, these count as published.

    Raises ContentError where the configuration itself cannot be used.
    """
    file, docs = Path(config.config_file_path), Path(config.docs_dir)
    source = Source.read(file, file.name)
    if isinstance(source, Problem):
        raise ContentError([source])
    if not config.use_directory_urls:
        fix = "Delete it: the address of a page is a folder, as in 'en/lost-phone/'."
        raise ContentError([source.problem(("use_directory_urls",), "use_directory_urls is off", fix)])
    if _PAGE.search(config.site_url or ""):
        fix = "Write that of its folder, as in 'https://example.org/help/'."
        raise ContentError([source.problem(("site_url",), f"site_url {config.site_url} is the address of a page", fix)])
    return read(source, config.extra, Theme.of(config), docs, docs.name, paths, others, drafts)


def read(
    configuration: Source,
    extra: Any,
    theme: Theme,
    docs: Path,
    name: str,
    paths: Iterable[str],
    others: Iterable[str] = (),
    drafts: bool = False,
) -> LoadResult:
    """Everything in the folder `docs`, with the documents at `paths` below it and the `others`, which are no documents.

    `extra` is that key of the `configuration` file as the engine read it; `name` is what problems call the docs
    folder.
    """
    data = extra.get(settings.KEY[-1]) if isinstance(extra, Mapping) else None
    data, hints, clashes = with_new_names(configuration, data, Settings.renamed, settings.KEY)
    foreign: set[str] = set()
    options, problems = settings.read(configuration, data, theme.languages, foreign)
    problems += clashes
    codes = settings.codes(data)
    folder = Folder(codes, docs, name)
    chosen = chosen_files.choose(codes, docs, name, paths, others, options.published_files if options else ())
    problems += [*chosen.problems, *published_files.folder_problems(docs, name)]
    markdown_files, unreadable = documents.markdown_files(folder, chosen.readable)
    markdown_files = [replace(markdown_file, is_shown=drafts) for markdown_file in markdown_files]
    everything = sorted([*markdown_files, *unreadable], key=lambda markdown_file: markdown_file.path)
    if not codes:
        return LoadResult(configuration, name, (), markdown_files=everything, problems=problems)
    is_whole = len(markdown_files) == len(chosen.documents)
    articles = {markdown_file.id for markdown_file in markdown_files} - {""} if is_whole else None
    categories, category_ids = folder.registry(
        "categories.yml", Category, partial(references.icon_problems, theme=theme)
    )
    details, detail_ids = folder.registry("details.yml", Detail, partial(detail.problems, articles=articles))
    channels, channel_ids = folder.registry("channels.yml", Channel, partial(_channel_problems, details=detail_ids))
    issue_types, issue_type_ids = folder.registry(
        "issue_types.yml", IssueType, partial(issue_type.problems, details=detail_ids)
    )
    ui_strings, glossary, logo = folder.ui_strings(), folder.glossary(), folder.logo()
    pictures, _ = folder.registry(picture.FILE, Picture, partial(picture.problems, docs=docs), is_needed=False)
    content_pages = documents.content_pages(folder, markdown_files)
    guides = folder.guides()

    known = Known(
        paths=frozenset(chosen.documents),
        categories=category_ids,
        channels=channel_ids,
        issue_types=issue_type_ids,
        articles=articles,
        theme=theme,
        guides=guides,
        sections={id: [section.id for section in category.sections] for id, category in (categories or {}).items()},
    )
    categories_file = folder.source(f"{DATA}/categories.yml") if categories and articles is not None else None
    published = {markdown_file.id for markdown_file in markdown_files if markdown_file.published}
    problems += folder.problems + references.problems(codes, name, markdown_files, known)
    problems += references.settings_problems(data, configuration, known, published)
    generated = routes.generated_pages(options is None or options.verify_page)
    pages = references.pages(codes, categories or {}, markdown_files, guides, generated)
    shown = published if articles is not None else None
    check = partial(announcement.problems, pages=pages, articles=shown, ids={*published, *(categories or {})})
    announcements, _ = folder.registry(announcement.FILE, Announcement, check, is_needed=False)
    help_ids, _ = folder.registry(help_id.FILE, HelpId, partial(help_id.problems, published=shown), is_needed=False)
    problems += [problem for problem in folder.problems if problem not in problems]
    redirects, redirect_problems = folder.redirects(markdown_files, pages, (help_ids or {}).values())
    return LoadResult(
        configuration=configuration,
        docs=name,
        codes=codes,
        settings=options,
        categories=categories,
        channels=channels,
        channels_file=folder.source(f"{DATA}/channels.yml") if channels is not None else None,
        details=details,
        issue_types=issue_types,
        glossary=glossary,
        ui_strings=ui_strings,
        logo=logo,
        markdown_files=everything,
        content_pages=content_pages,
        page_paths=frozenset(pages.values()),
        problems=problems,
        redirects=redirects,
        redirect_problems=redirect_problems,
        announcements=announcements,
        pictures=pictures,
        guides=guides,
        help_ids=help_ids,
        hints=[*hints, *folder.hints],
        unused=[
            *foreign_texts(configuration.path, foreign),
            *(problem for code in chosen.foreign_folders for problem in foreign_texts(f"{name}/{code}", {code})),
            *folder.unused,
            *(section_references.empty(categories_file, categories or {}, markdown_files) if categories_file else ()),
        ],
        untranslated=folder.untranslated,
        replaced=tuple(replaced_files.problems(theme)),
        missing_translations=missing_translations.problems(codes, markdown_files) if articles is not None else (),
    )


def _channel_problems(source: Source, data: Any, details: Ids) -> list[Problem]:
    return [*registry.host_problems(source, data), *handoff.problems(source, data, details)]
