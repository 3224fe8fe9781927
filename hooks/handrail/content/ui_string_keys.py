"""The UI strings: what the interface says in every language, and where it shows.

The theme has words for what every site has (previous, next, table of contents); these are the ones it lacks.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from handrail.schema.renamed import Renamed

NEEDED: dict[str, str] = yaml.load(Path(__file__).with_suffix(".yml").read_text("utf-8"), yaml.CSafeLoader)
"""What each text says, or where it shows, by its key: that of `ui/`, and of a site's own texts."""

RENAMED: Renamed = {
    ("support.mask.code",): "secret.one-time-code",
    ("support.mask.password",): "secret.password",
    ("support.mask.card",): "secret.card",
    ("support.mask.identity",): "secret.identity",
    ("support.mask.phone",): "secret.phone",
    ("relation.independent",): "ownership.independent",
    ("relation.official",): "ownership.official",
    ("relation.proof",): "ownership.verification",
    ("home.most_asked",): "home.popular_articles",
    ("support.details.vain",): "support.details.failed_searches",
    ("verify.wallet",): "verify.payment_address",
    ("search.vain",): "search.failed_searches",
    ("search.vain_forget",): "search.forget_failed_searches",
}
