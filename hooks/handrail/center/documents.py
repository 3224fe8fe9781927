"""The Markdown files of the docs folder: read, and those that are right made pages."""

from __future__ import annotations

from collections.abc import Iterable

from handrail.center.docs_folder import Folder
from handrail.content.article import ContentPage
from handrail.content.markdown_file import MarkdownFile, read, too_deep, unreadable


def markdown_files(folder: Folder, paths: Iterable[str]) -> tuple[list[MarkdownFile], list[MarkdownFile]]:
    """The files at `paths` that can be read, and those whose front matter cannot. Why not is a problem of `folder`."""
    readable, others = [], []
    for path in paths:
        source = folder.source(path)
        if source is None:
            continue
        if deep := too_deep(source):
            folder.problems.append(deep)
            continue
        first = path.split("/", 1)[0]
        language = first if first in folder.codes else ""
        markdown_file, problems = read(source, path, language)
        folder.problems += problems
        if markdown_file:
            readable.append(markdown_file)
        else:
            others.append(unreadable(source, path, language))
    return readable, others


def content_pages(folder: Folder, markdown_files: Iterable[MarkdownFile]) -> dict[str, ContentPage]:
    """The pages of those that are right, by path. What is wrong with the others is a problem of `folder`."""
    pages = {}
    for markdown_file in markdown_files:
        page, problems = markdown_file.content_page()
        folder.problems += problems
        if page:
            pages[markdown_file.path] = page
    return pages
