"""The browser tells look-alikes from listed hosts exactly as the build does."""

import json
from random import Random

import pytest
from built_site import ROOT

from handrail.channels.lookalike import classify, table

VECTORS = json.loads((ROOT / "tests/vectors/lookalike.json").read_text("utf-8"))
CLASSIFY = """async ([hosts, listed, brands, table]) => {
  const { classify } = await import("/verify/lookalike.js");
  return hosts.map((host) => classify(host, listed, brands, table));
}"""
LETTERS = "lamplightexamplebookshop" * 4 + "1i0o5Il|rnvv..--" * 2 + "аοıéｌ例xn--" + "\u0301\u00ad"


@pytest.fixture
def in_browser(modules):
    """The verdicts of the browser's module."""
    return lambda hosts: modules.evaluate(CLASSIFY, [hosts, VECTORS["listed"], VECTORS["brands"], table()])


def in_build(host):
    """The verdict of the build, its places in UTF-16 units."""
    found = classify(host, VECTORS["listed"], VECTORS["brands"])
    units = [len(found.shown[:place].encode("utf-16-le")) // 2 for place in found.marks]
    return {"kind": found.kind, "reason": found.reason, "of": found.of, "shown": found.shown, "marks": units}


def test_both_agree_on_every_case(in_browser):
    hosts = [case["host"] for case in VECTORS["cases"]]
    assert in_browser(hosts) == [in_build(host) for host in hosts]


def test_both_agree_on_hosts_that_nobody_thought_of(in_browser):
    random = Random(4)
    hosts = ["".join(random.choices(LETTERS, k=random.randint(1, 24))) for _ in range(400)]
    for listed in VECTORS["listed"]:
        for _ in range(60):
            letters = list(listed)
            for _ in range(random.randint(1, 3)):
                letters[random.randrange(len(letters))] = random.choice([*LETTERS, "", "rn"])
            hosts.append("".join(letters))
    hosts += [
        f"xn--{''.join(random.choices('abcdefghijklmnop0123456789-', k=random.randint(1, 14)))}.test"
        for _ in range(400)
    ]
    assert in_browser(hosts) == [in_build(host) for host in hosts]
