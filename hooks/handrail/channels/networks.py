"""Networks where an account is a name, and hosts where anybody gets a page, as networks.yml has them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from handrail.channels.channel import Channel


@cache
def table() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("networks.yml").read_text("utf-8"))
    return loaded


def is_shared(host: str) -> bool:
    """Whether anybody can have a page at a host, so that it alone does not say whose a page is."""
    hosts = [*table()["shared_hosts"], *(host for network in _networks().values() for host in network.get("hosts", []))]
    return _is_below(host, hosts)


def network(channel: Channel) -> str:
    """The network in which the account of a channel is: that of its link, or of its name; empty where it has none."""
    host = urlsplit(channel.url or "").hostname or ""
    names = {name.lower() for name in (channel.id, *channel.name.values())}
    for id, facts in _networks().items():
        if _is_below(host, facts.get("hosts", [])) if host else not names.isdisjoint((id, *facts["names"])):
            return id
    return ""


def _networks() -> dict[str, Any]:
    networks: dict[str, Any] = table()["networks"]
    return networks


def _is_below(host: str, hosts: Iterable[str]) -> bool:
    return any(f".{host}".endswith(f".{other}") for other in hosts)
