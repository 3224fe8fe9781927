"""Style sheets cut down: which rules stay, what is read, and how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2

from handrail.assets.css import read, swept, write
from handrail.assets.used_selectors import of_content

ASSETS = Path(__file__).resolve().parents[3] / "overrides/assets"
SITE = of_content(['<html dir="ltr"><p class="a b" id="i">x</p><input type="search">']).where("dir", ["ltr"])


def cut(css: str) -> str:
    return write(read(css, SITE))


@pytest.mark.parametrize(
    "css",
    [
        "p{x:y}",
        "P{x:y}",
        ".a.b#i{x:y}",
        "p>.a{x:y}",
        "*{x:y}",
        "::selection{x:y}",
        ":root{x:y}",
        "p:hover::before{x:y}",
        "p:not(.none){x:y}",
        ":is(.none,.a){x:y}",
        "html:has(.a){x:y}",
        "[dir=ltr] p{x:y}",
        "[type=button]{x:y}",
        "p:nth-child(2n+1){x:y}",
        "@media print{p{x:y}}",
        "@page{margin:0}",
        "@supports (x:y){.a{x:y}}",
    ],
)
def test_a_rule_that_may_match_stays(css: str) -> None:
    assert cut(css) == css


@pytest.mark.parametrize(
    "css",
    [
        "b{x:y}",
        "p .none{x:y}",
        "p#none{x:y}",
        "[hidden]{x:y}",
        "[dir=rtl] p{x:y}",
        ":is(.none,#none){x:y}",
        "p:has(>b){x:y}",
        "@media print{.none{x:y}}",
        "@media screen{@media print{.none{x:y}}}",
        "p{}",
        '@charset "utf-8";',
    ],
)
def test_a_rule_that_cannot_match_goes(css: str) -> None:
    assert cut(css) == ""


def test_of_a_list_of_selectors_those_stay_that_may_match() -> None:
    assert cut(".a, .none, p{x:y}") == ".a,p{x:y}"


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a , b > c  d\n{ x : y ; }", "a,b>c d{x:y}"),
        ("a :hover{x:y}", "a :hover{x:y}"),
        ("a{x:calc( 1px + 2px )}", "a{x:calc(1px + 2px)}"),
        ("a{x:0.50px -0.5em 10.5%}", "a{x:.50px -.5em 10.5%}"),
        ("a{x:y !important}", "a{x:y!important}"),
        ('a{content:"a  ,  b"}', 'a{content:"a  ,  b"}'),
        ("a{--b: c , d}", "a{--b:c,d}"),
        ("/* a */ a /* b */{/* c */x:/* d */y}", "a{x:y}"),
        ("@media (min-width: 62rem) and ( print ){a{x:y}}", "@media (min-width:62rem) and (print){a{x:y}}"),
        ("a{b:c;&:hover{d:e}}", "a{b:c;&:hover{d:e}}"),
        ("a{x:url(y.svg)} @font-face{x:y}", "a{x:url(y.svg)}@font-face{x:y}"),
        ("a{*x:y;z:0}", "a{z:0}"),
    ],
)
def test_a_sheet_is_written_with_no_more_than_it_needs(css: str, expected: str) -> None:
    assert write(read(css)) == expected


def test_a_custom_property_stays_where_some_sheet_of_the_site_reads_it() -> None:
    sheets = {"a": read(":root{--a:1;--b:var(--c);--c:2;--d:3}"), "b": read("p{x:var( --b,0 )}p{--d:4}")}
    assert {name: write(sheet) for name, sheet in swept(sheets).items()} == {
        "a": ":root{--b:var(--c);--c:2}",
        "b": "p{x:var(--b,0)}",
    }


def test_a_property_that_only_an_unread_one_reads_goes_too() -> None:
    assert swept({"a": read("p{--a:var(--b);--b:1}")}) == {"a": ()}


def test_key_frames_stay_where_something_moves_by_them() -> None:
    css = "@keyframes turn{to{x:y}}@keyframes fade{to{x:y}}p{animation:turn 1s}"
    assert write(swept({"a": read(css, SITE)})["a"]) == "@keyframes turn{to{x:y}}p{animation:turn 1s}"


@pytest.mark.parametrize("file", sorted(ASSETS.rglob("*.css")), ids=lambda file: file.name)
def test_a_sheet_of_ours_is_one_that_is_understood_whole(file: Path) -> None:
    """What is not would be passed over."""
    css = (
        file.read_text("utf-8")
        .replace("{#", "/*")
        .replace("#}", "*/")
        .replace("{{", "(")
        .replace("}}", ")")
        .replace("{%", "/*")
        .replace("%}", "*/")
    )
    assert list(faults(tinycss2.parse_stylesheet(css))) == []


def faults(nodes):
    for node in nodes:
        if node.type == "error":
            yield node.message
        elif getattr(node, "content", None) is not None and node.type.endswith("rule"):
            yield from faults(tinycss2.parse_blocks_contents(node.content))
