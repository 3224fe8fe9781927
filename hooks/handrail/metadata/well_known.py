"""What a help center says to machines, below /.well-known/: its channels, and whom to tell of a hole in its security.

support-channels.json is the registry as readers see it, so that a wallet, a browser or a list of phishing sites can
ask it. security.txt is that of RFC 9116.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

from handrail.channels.registry import Registry
from handrail.channels.status import EffectiveStatus
from handrail.content.settings import Security, Settings

FORMAT = "support-channels/1"


def channels_json(registry: Registry, settings: Settings, site_url: str) -> str:
    """The channels with their effective statuses, in all languages. It does not change by itself from day to day."""
    data = {
        "format": FORMAT,
        "site": site_url,
        "vendor": settings.vendor,
        "relation": settings.ownership,
        "proof": settings.verification_url,
        "channels": [_channel(status) for status in registry.statuses.values()],
    }
    return json.dumps(_filled(data), ensure_ascii=False, indent=2) + "\n"


def security_txt(security: Security, languages: list[str], site_url: str) -> str:
    """The file of RFC 9116, without a signature."""
    fields = [("Contact", contact) for contact in security.contact]
    fields.append(("Expires", f"{security.expires}T00:00:00Z"))
    fields.append(("Preferred-Languages", ", ".join(languages)))
    if site_url.startswith("https://"):
        fields.append(("Canonical", f"{site_url}.well-known/security.txt"))
    optional = {
        "Policy": security.policy,
        "Acknowledgments": security.acknowledgments,
        "Encryption": security.encryption,
    }
    fields += [(name, value) for name, value in optional.items() if value]
    return "".join(f"{name}: {value}\n" for name, value in fields)


def files(registry: Registry, settings: Settings, site_url: str) -> Iterator[tuple[str, str]]:
    """The files by their path from the site's root. A security.txt that has expired is not given out."""
    yield ".well-known/support-channels.json", channels_json(registry, settings, site_url)
    if settings.security and registry.today < settings.security.expires:
        languages = [language.code for language in settings.languages]
        yield ".well-known/security.txt", security_txt(settings.security, languages, site_url)


def warnings(registry: Registry, settings: Settings) -> Iterator[str]:
    if settings.security and settings.security.expires <= registry.today:
        expires = settings.security.expires
        yield f"security.expires: {expires} is past, so there is no security.txt. Name a later day."


def _channel(status: EffectiveStatus) -> dict[str, Any]:
    channel = status.channel
    return {
        "id": channel.id,
        "kind": channel.kind,
        "status": status.status,
        "since": status.since,
        "until": status.until,
        "name": channel.name,
        "purpose": channel.purpose,
        "url": status.url,
        "address": status.address,
        "handle": status.handle,
        "fakes": list(status.fakes),
        "how_to_find": channel.how_to_find,
        "path": channel.path,
        "cost": channel.cost,
        "hours": channel.hours,
        "time_zone": channel.time_zone,
        "reply_time": channel.reply_time,
        "languages": channel.languages,
        "public": channel.public,
        "takes_messages": channel.accepts_messages,
        "asks_for": channel.asks_for,
        "never_asks_for": channel.never_asks_for,
        "checked_by": channel.checked_by,
        "evidence": [
            {"source": seen.source, "kind": seen.kind, "seen_on": seen.seen_on, "note": seen.note}
            for seen in channel.evidence
        ],
    }


def _filled(data: Any) -> Any:
    """Plain data without what is empty; dates as texts."""
    if isinstance(data, dict):
        return {key: _filled(value) for key, value in data.items() if value not in (None, "", [], {})}
    if isinstance(data, list):
        return [_filled(value) for value in data]
    return str(data) if isinstance(data, datetime.date) else data
