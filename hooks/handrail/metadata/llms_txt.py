"""What a machine is told of the site in plain text: `llms.txt`, as https://llmstxt.org proposes it."""

from __future__ import annotations

from collections.abc import Callable

from handrail.center.edition import Edition
from handrail.center.help_center import HelpCenter
from handrail.center.routes import LLMS_TXT
from handrail.metadata.markdown_copy import FILE


def of_language(center: HelpCenter, edition: Edition, address: Callable[[str], str]) -> str:
    """Every guide and article of a language with its summary, below the line that says who runs the site.

    `address` makes an address of one from the site's root.
    """
    code = edition.language.code
    settings = center.settings
    lines = [f"# {settings.site_name[code]}", "", f"> {settings.description[code]}", "", center.ownership(code)]
    if center.guides:
        lines += ["", f"## {center.ui_strings.say(code, 'guide.heading')}", ""]
    for guide in center.guides.values():
        url = address(edition.guide_url(guide) + FILE)
        lines.append(f"- [{guide.title[code]}]({url}): {guide.summary[code]}")
    for category in center.categories.values():
        for section, articles in edition.sections(category):
            lines += ["", f"## {category.label(section, code)}", ""]
            lines += [f"- [{article.title}]({address(article.url + FILE)}): {article.summary}" for article in articles]
    return "\n".join([*lines, ""])


def of_site(center: HelpCenter, address: Callable[[str], str]) -> str:
    """Where each language's own file is, in its own words."""
    settings = center.settings
    lines = [f"# {' · '.join(settings.site_name.values())}", ""]
    lines += [f"> {text}" for text in settings.description.values()]
    lines += ["", f"## {' · '.join(language.name for language in settings.languages)}", ""]
    for code, edition in center.editions.items():
        name, text = settings.site_name[code], settings.description[code]
        lines.append(f"- [{name}]({address(edition.home + LLMS_TXT)}): {text}")
    return "\n".join([*lines, ""])
