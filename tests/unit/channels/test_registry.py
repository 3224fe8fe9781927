"""The channels together: what they are worth on a day, and which hosts cannot stand side by side."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from factories import channel

from handrail.channels.registry import host_problems, registry
from handrail.schema.source import Source

TODAY = datetime.date(2026, 11, 24)
FILE = "docs/data/channels.yml"


def said(*hosts: str, **changes: str) -> list[str]:
    """What is said of a file with channels at these hosts; the changes are made to the last one."""
    entries: list[dict[str, Any]] = [
        {"id": f"c{number}", "url": f"https://{host}/"} for number, host in enumerate(hosts)
    ]
    entries[-1] |= changes
    text = "".join(f"- id: {entry['id']}\n  url: {entry['url']}\n" for entry in entries)
    return [str(problem) for problem in host_problems(Source(FILE, text), entries)]


def test_hosts_that_nobody_mistakes_for_another_stand_side_by_side() -> None:
    assert said("lamp.example", "www.lamp.example", "chat.lamp.example", "lamp-museum.example", "x.com", "t.me") == []


@pytest.mark.parametrize(
    ("host", "message"),
    [
        ("bookshop.examp1e", "'bookshop.examp1e' looks like 'bookshop.example', another channel's host"),
        ("b00kshop.example", "'b00kshop.example' looks like 'bookshop.example', another channel's host"),
        ("bookshopp.example", "'bookshopp.example' looks like 'bookshop.example', another channel's host"),
        ("bоokshop.example", "'bоokshop.example' has letters that pass for others"),
        ("xn--bokshop-3fg.example", "'boаkshop.example' has letters that pass for others"),
        ("例子.example", "'例子.example' has letters that pass for others"),
    ],
)
def test_a_host_that_would_be_mistaken_for_another_is_named(host: str, message: str) -> None:
    (line,) = said("bookshop.example", host)
    assert line.startswith(f"{FILE}:4: 'c1': url: {message}. ")


def test_a_false_one_may_look_like_the_true_one() -> None:
    assert said("bookshop.example", "b00kshop.example", status="impostor") == []


def test_what_is_no_address_is_for_others_to_name() -> None:
    assert said("bookshop.example", "[oh") == []


def test_the_hosts_and_the_names_are_those_that_readers_may_be_led_to() -> None:
    channels = [
        channel(id="site", url="https://www.lamp.example/"),
        channel(id="chat", kind="chat", url="https://chat.example/lamp"),
        channel(id="expired", url="https://old-lamp.example/", checked_on=datetime.date(2020, 1, 1)),
        channel(id="fake", status="impostor", url="https://lamp-help.example/"),
        channel(id="perhaps", status="unconfirmed", kind="chat", url="https://perhaps.example/"),
    ]
    held = registry({one.id: one for one in channels}, TODAY)
    assert held.hosts == {"www.lamp.example", "chat.example"}
    assert held.brands == {"lamp"}


def test_what_is_worth_less_than_written_is_named_with_its_line() -> None:
    text = "- id: good\n  status: verified\n- id: website\n  status: verified\n"
    channels = {"good": channel(id="good"), "website": channel(checked_on=datetime.date(2020, 1, 1))}
    (warning,) = registry(channels, TODAY).warnings(Source(FILE, text))
    assert str(warning).startswith(f"{FILE}:4: 'website' is shown as unconfirmed, not verified: last opened on")
    assert warning.fix == "Look again and add the evidence, or write 'status: unconfirmed'."
