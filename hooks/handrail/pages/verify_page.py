"""What the page "is this really support?" knows of the help center that it belongs to."""

from __future__ import annotations

from typing import Any

from handrail.center.help_center import HelpCenter
from handrail.channels import verification


def registry(center: HelpCenter, site_url: str, code: str) -> dict[str, Any]:
    """What its script compares with, in the language `code`; `site_url` is the address of the help center."""
    settings = center.settings
    names, proof = settings.vendor.values(), settings.verification_url or ""
    return verification.verification(center.registry, code, names=names, guide=site_url, proof=proof)
