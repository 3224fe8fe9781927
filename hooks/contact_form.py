"""The page that leads to support: told what it is made of when it is rendered, and given QR codes of accounts."""

from typing import Any

from handrail.contact import contact_form
from handrail.contact.contact_form import ContactForm
from handrail.pages.site_context import SiteContext
from handrail.publishing import engine_files


def on_files(files: Any, *, config: Any) -> Any:
    site = SiteContext.of(config)
    site.contact_forms = {code: ContactForm(site.center, edition) for code, edition in site.center.editions.items()}
    for path, content in contact_form.files(site.contact_forms.values()).items():
        engine_files.add(files, config, path, content)
    return files


def on_page_context(context: Any, *, page: Any, config: Any, nav: Any) -> Any:
    edition = SiteContext.of(config).view(page).edition
    context["contact_form"] = SiteContext.of(config).contact_forms[edition.language.code] if edition else None
    return context
