"""What changed lately, for whoever follows it: an Atom feed (RFC 4287) for each language."""

from __future__ import annotations

import datetime
import uuid
from html import escape

from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.content.article import Article

MOST = 50


def updated(article: Article, original: Article) -> datetime.date:
    """When an article was last read through, or its original changed in more than a typo."""
    changes = [change.date for change in original.front_matter.changes if change.level != "typo"]
    return max([article.front_matter.reviewed_on, *changes])


def feed(center: HelpCenter, edition: Edition, site_url: str) -> str:
    """The feed of a language, with the whole address of the site.

    An entry is known by its article's id, so it stays the same when the article moves.
    """
    code = edition.language.code
    title, subtitle = center.settings.site_name[code], center.settings.description[code]
    days = {
        article.id: updated(article, center.originals.get(article.path, article))
        for article in edition.articles.values()
    }
    newest = sorted(edition.articles.values(), key=lambda article: (-days[article.id].toordinal(), article.id))[:MOST]
    last = max(days.values(), default=datetime.date(1970, 1, 1))
    entries = "".join(_entry(article, site_url, days[article.id]) for article in newest)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(code)}">
  <id>{_id(site_url, code)}</id>
  <title>{escape(title)}</title>
  <subtitle>{escape(subtitle)}</subtitle>
  <updated>{_moment(last)}</updated>
  <author><name>{escape(title)}</name></author>
  <link rel="self" type="application/atom+xml" href="{escape(site_url + edition.feed_url)}"/>
  <link rel="alternate" type="text/html" hreflang="{escape(code)}" href="{escape(site_url + edition.home)}"/>
{entries}</feed>
"""


def _entry(article: Article, site_url: str, day: datetime.date) -> str:
    return f"""  <entry>
    <id>{_id(site_url, f"{article.language}#{article.id}")}</id>
    <title>{escape(article.title)}</title>
    <summary>{escape(article.summary)}</summary>
    <updated>{_moment(day)}</updated>
    <category term="{escape(article.front_matter.category)}"/>
    <link rel="alternate" type="text/html" href="{escape(site_url + article.url)}"/>
  </entry>
"""


def _id(site_url: str, name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, site_url + name)}"


def _moment(day: datetime.date) -> str:
    return f"{day}T00:00:00Z"
