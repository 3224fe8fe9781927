"""The link at the end of an article to where the vendor takes feedback."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element, SubElement

from markdown.serializers import to_html_string

from handrail.center.help_center import HelpCenter
from handrail.channels import channel_links
from handrail.pages.page_view import PageView


def vendor_feedback(center: HelpCenter, view: PageView) -> str:
    """A paragraph of HTML; empty where the page is no article, or there is no channel that may be linked to."""
    id = center.settings.feedback_channel
    if not (view.article and id and center.registry.statuses[id].href):
        return ""
    code = view.article.language
    words = center.ui_strings.say(code, "feedback.vendor")
    paragraph = Element("p")
    SubElement(paragraph, "a", href=f"channel:{id}").text = escape(words, quote=False)
    channel_links.resolve(paragraph, center.registry.statuses, center.caveat(code))
    return to_html_string(paragraph)
