"""The page that leads to support: told what it is made of when it is rendered, and given pictures of ids to scan."""

from typing import Any

from handrail.assets.fingerprint import named
from handrail.center.help_center import HelpCenter
from handrail.contact import qr_code
from handrail.contact.contact_form import ContactForm


def on_files(files: Any, *, config: Any) -> Any:
    center: HelpCenter = config.extra["center"]
    engine_file = type(next(iter(files)))
    config.extra["contact_form_data"] = {}
    for code, edition in center.editions.items():
        script = ContactForm(center, edition).script
        path = named(f"assets/known.{code}.js", script)
        files.append(engine_file.generated(config, path, content=script))
        config.extra["contact_form_data"][code] = path
    for handoff in ContactForm(center, next(iter(center.editions.values()))).handoffs:
        if handoff.handle:
            files.append(engine_file.generated(config, handoff.picture, content=qr_code.svg(handoff.handle)))
    return files


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    center: HelpCenter = config.extra["center"]
    edition = center.edition_of(page.file.src_uri)
    if edition and page.file.src_uri == f"{edition.support_url}index.md":
        context["contact_form"] = ContactForm(center, edition)
        context["contact_form_data"] = config.extra["contact_form_data"][edition.language.code]
    return context
