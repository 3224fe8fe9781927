"""The description by which a browser adds the help center to its search engines (OpenSearch 1.1).

The words go behind the `#` of the results page, so that no server sees them.
"""

from __future__ import annotations

from html import escape

from handrail.center.help_center import HelpCenter


def files(center: HelpCenter, site_url: str) -> dict[str, str]:
    """The description for each language, by path; none where the site's address is not known."""
    settings = center.settings
    return {
        edition.opensearch_url: description(
            settings.site_name[code], settings.description[code], code, site_url + edition.search_url
        )
        for code, edition in center.editions.items()
        if site_url
    }


def description(name: str, about: str, language: str, results_page: str) -> str:
    """The document for one language. `results_page` is the whole address of its results page.

    The specification allows 16 characters for the short name; browsers show longer ones, so it is not cut.
    """
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(name)}</ShortName>
  <Description>{escape(about)}</Description>
  <Language>{escape(language)}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="{escape(results_page)}#q={{searchTerms}}"/>
</OpenSearchDescription>
"""
