"""Search: an index for each language, made of the pages as readers see them, written next to them."""

from typing import Any

from handrail.center.routes import SEARCH_INDEXES
from handrail.metadata import opensearch
from handrail.pages import search_box, unchanged
from handrail.pages.site_context import SiteContext
from handrail.publishing import output
from handrail.schema import progress


def on_env(env: Any, *, config: Any, files: Any) -> None:
    """All pages are read and none is rendered yet: now the indexes can be made, and pages told their names."""
    progress.step("Indexing pages for search")
    site = SiteContext.of(config)
    indexes = unchanged.indexes(site)
    words = search_box.files(site.center, site.scripts["guard"])
    site.search_indexes = {code: SEARCH_INDEXES + index.entry_file for code, index in indexes.items()}
    site.search_words = {code: path for code, (path, _) in words.items()}
    made = {SEARCH_INDEXES + path: data for index in indexes.values() for path, data in index.files}
    output.write(config.site_dir, made, dict(words.values()), opensearch.files(site.center, config.site_url or ""))
