"""What machines read instead of pages: articles and guides as Markdown, the lists of them, and the feeds of changes."""

from __future__ import annotations

from functools import partial
from urllib.parse import unquote, urljoin

from handrail.center.help_center import HelpCenter
from handrail.center.routes import LLMS_TXT
from handrail.metadata import atom_feed, guide_copy, llms_txt, markdown_copy
from handrail.pages.pictures import Pictures


def text_files(center: HelpCenter, site_url: str, pictures: Pictures) -> dict[str, str]:
    """The files by path from the site's root. `site_url` is empty where it is not known: then there are no feeds."""
    files = {LLMS_TXT: llms_txt.of_site(center, partial(urljoin, site_url))}
    for edition in center.editions.values():
        files[edition.home + LLMS_TXT] = llms_txt.of_language(center, edition, partial(urljoin, site_url or "/"))
        for article in edition.articles.values():
            copy = markdown_copy.transcript(center, article, site_url, pictures)
            files[unquote(article.url) + markdown_copy.FILE] = copy
        for guide in center.guides.values():
            copy = guide_copy.transcript(center, edition, guide, site_url)
            files[edition.guide_url(guide) + markdown_copy.FILE] = copy
        if site_url:
            files[edition.feed_url] = atom_feed.feed(center, edition, site_url)
    return files
