"""The link at the end of an article to where the vendor takes feedback."""

from __future__ import annotations

from html import escape

from handrail.center.help_center import HelpCenter
from handrail.channels import channel_links
from handrail.pages.page_view import PageView


def vendor_feedback(center: HelpCenter, view: PageView) -> str:
    """The link as HTML; empty where the page is no article, no channel is named, or it may not be linked to."""
    id = center.settings.feedback_channel
    if not (view.article and id and center.registry.statuses[id].href):
        return ""
    code = view.article.language
    words = center.ui_strings.say(code, "feedback.vendor", vendor=center.settings.vendor[code])
    link = f'<a href="channel:{id}">{escape(words)}</a>'
    return channel_links.render_links(link, center.registry.statuses, center.caveat(code))
