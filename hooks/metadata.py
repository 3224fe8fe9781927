"""For machines that read: articles as Markdown, lists of them, feeds of changes, and what each page is."""

from functools import partial
from typing import Any
from urllib.parse import urljoin

from handrail.center.help_center import HelpCenter
from handrail.channels.status import EffectiveStatus
from handrail.metadata import atom_feed, llms_txt, markdown_copy, structured_data
from handrail.publishing import output


def on_env(env: Any, *, config: Any, files: Any) -> None:
    center: HelpCenter = config.extra["center"]
    site_url = config.site_url or ""
    written = {llms_txt.NAME: llms_txt.of_site(center, partial(urljoin, site_url))}
    for code, edition in center.editions.items():
        relation, caveat = _relation(center, code), partial(_caveat, center, code)
        address = partial(urljoin, site_url or "/")
        written[edition.home + llms_txt.NAME] = llms_txt.of_language(center, edition, relation, address)
        for article in edition.articles.values():
            text = markdown_copy.transcript(article, relation, site_url, center.registry.statuses, caveat)
            written[article.url + markdown_copy.FILE] = text
        if site_url:
            days = {
                each.id: atom_feed.updated(each, center.originals.get(each.path, each))
                for each in edition.articles.values()
            }
            title, about = center.settings.site_name[code], center.settings.description[code]
            written[edition.home + atom_feed.NAME] = atom_feed.feed(edition, title, about, site_url, days)
    output.write(config.site_dir, written)


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    center: HelpCenter = config.extra["center"]
    path, site_url = page.file.src_uri, config.site_url
    article, edition = center.article_at(path), center.edition_of(path)
    category = center.categories[article.front_matter.category] if article else center.category_at(path)
    context["transcript"] = markdown_copy.FILE if article else ""
    context["structured"] = None
    if site_url and edition and category:
        code = edition.language.code
        steps = [
            (center.ui_strings.say(code, "home"), edition.home),
            (category.title[code], edition.category_url(category)),
        ]
        steps += [(article.title, article.url)] if article else []
        nodes = [structured_data.trail([(name, urljoin(site_url, url)) for name, url in steps])]
        nodes += structured_data.of_article(article, page.content, urljoin(site_url, article.url)) if article else []
        context["structured"] = structured_data.document(nodes)
    return context


def _relation(center: HelpCenter, code: str) -> str:
    settings = center.settings
    return center.ui_strings.say(code, f"relation.{settings.relation}", vendor=settings.vendor[code])


def _caveat(center: HelpCenter, code: str, one: EffectiveStatus) -> str:
    return center.ui_strings.say(code, "channel.documented", host=one.place, date=one.since)
