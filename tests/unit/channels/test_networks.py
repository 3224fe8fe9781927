"""Networks of accounts, and hosts where anybody gets a page."""

from __future__ import annotations

import datetime
import re

import pytest
from factories import channel

from handrail.channels import networks
from handrail.channels.registry import registry

TODAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("facts", "network"),
    [
        ({"kind": "messenger", "url": "https://t.me/lamp"}, "telegram"),
        ({"kind": "messenger", "url": None, "handle": "lamp", "id": "wechat"}, "wechat"),
        ({"kind": "messenger", "url": None, "handle": "lamp", "name": {"zh": "微信"}}, "wechat"),
        ({"kind": "social", "url": "https://social.example/lamp", "name": {"en": "Twitter"}}, ""),
        ({"url": "https://lamp.example/"}, ""),
    ],
)
def test_the_network_of_a_channel_is_that_of_its_link_or_else_of_its_name(
    facts: dict[str, object], network: str
) -> None:
    assert networks.network(channel(**facts)) == network


def test_a_host_is_shared_with_all_below_it() -> None:
    hosts = ("github.io", "lamp.github.io", "t.me", "lamp.example", "notgithub.io")
    assert [networks.is_shared(host) for host in hosts] == [True, True, True, False, False]


def test_the_name_of_a_shared_host_is_no_name_of_the_vendor() -> None:
    sites = [channel(id="own", url="https://lamp.example/"), channel(id="pages", url="https://lamp.github.io/")]
    assert registry({site.id: site for site in sites}, TODAY).brands == {"lamp"}


def test_hosts_are_written_as_they_are_compared_and_expressions_have_one_group_at_most() -> None:
    table = networks.table()
    facts = table["networks"].values()
    hosts = [*table["shared_hosts"], *table["app_stores"], *(host for one in facts for host in one.get("hosts", []))]
    assert [host for host in hosts if host != host.lower() or host.startswith("www.")] == []
    assert [one["account"] for one in facts if "account" in one and re.compile(one["account"]).groups != 1] == []
    assert [one["handle"] for one in facts if re.compile(one.get("handle", "")).groups] == []
