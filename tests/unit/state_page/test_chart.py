"""Charts have a description and figures, and nothing leaves their frame."""

from __future__ import annotations

import datetime
import re
from xml.etree import ElementTree

from markupsafe import Markup

from handrail.state_page.chart import Bar, Chart, Span, bars, columns, months, spans
from handrail.state_page.html import count, element, percent

DAY = datetime.date(2026, 11, 24)


def drawn(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(chart.svg)


def shares(chart: Chart, *names: str) -> list[float]:
    """The percentages of all attributes of these names."""
    return [
        float(tag.get(name, "0%")[:-1]) for tag in drawn(chart).iter() for name in names if "%" in tag.get(name, "")
    ]


def lamps() -> Chart:
    return bars("lamps", "Lamps", [Bar("on", (("good", 3), ("bad", 1)), "4"), Bar("off", (), "0")])


def test_a_chart_has_a_title_and_a_description() -> None:
    svg = drawn(lamps())
    assert svg.get("role") == "img"
    named = {tag.get("id"): tag.text for tag in svg if tag.tag in ("title", "desc")}
    assert [named[id] for id in svg.get("aria-labelledby", "").split()] == ["Lamps", "on: 4; off: 0"]


def test_parts_of_bars_are_end_to_end_and_the_longest_bar_has_the_full_width() -> None:
    parts = [tag for tag in drawn(lamps()).iter("rect") if "part" in tag.get("class", "")]
    assert [(part.get("x"), part.get("width")) for part in parts] == [("0%", "75%"), ("75%", "25%")]


def test_a_chart_may_be_empty() -> None:
    for chart in (bars("a", "", []), columns("b", "", [], ()), spans("c", "", [], DAY, ())):
        assert drawn(chart).tag == "svg"
    empty = bars("a", "", [Bar("none", (("bad", 0),), "0")])
    assert [tag.get("class") for tag in drawn(empty).iter("rect")] == ["track"]


def test_everything_is_inside_the_frame() -> None:
    days = [DAY + datetime.timedelta(days=number * 40) for number in range(-9, 30)]
    rows = [Span("a", days[0], day, "good", "") for day in days]
    chart = spans("c", "", [*rows, Span("b", days[5], days[1], "bad", "")], DAY, ())
    assert all(0 <= share <= 100 for share in shares(chart, "x", "x1", "x2", "cx"))
    high = columns("d", "", [(day, "good", number) for number, day in enumerate(days)], ())
    assert all(0 <= share <= 100 for share in shares(high, "x"))
    assert all(float(tag.get("y", "0")) >= 0 for tag in drawn(high).iter("rect"))


def test_a_small_column_is_visible() -> None:
    chart = columns("d", "", [(DAY, "good", 1), (DAY, "good", 9999)], ())
    assert min(int(tag.get("height", "")) for tag in drawn(chart).iter("rect")) >= 3


def test_there_are_few_labels_below_columns() -> None:
    shown = [(month, "good", 1) for month in months(DAY, datetime.date(2029, 1, 1))]
    labels = [tag.text for tag in drawn(columns("d", "", shown, ())).iter("text") if "-" in (tag.text or "")]
    assert labels[0] == "2026-11"
    assert len(labels) <= 6


def test_months_continue_into_the_next_year() -> None:
    days = months(DAY, datetime.date(2027, 2, 1))
    assert [f"{month:%Y-%m-%d}" for month in days] == ["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"]


def test_children_of_an_element_are_escaped_once() -> None:
    child = element("b", "<&", class_="a\"'")
    assert element("p", child, "<", hidden=None) == Markup('<p><b class="a&#34;&#39;">&lt;&amp;</b>&lt;</p>')


def test_numbers_are_short() -> None:
    assert [percent(share) for share in (0, 1, 1 / 3, 0.5)] == ["0%", "100%", "33.333%", "50%"]
    assert [count(1, "day"), count(1200, "day"), count(2, "box", "boxes")] == ["1 day", "1,200 days", "2 boxes"]


def test_no_chart_has_inline_styles() -> None:
    rows = [Span("a", DAY, DAY, "bad", "")]
    for chart in (lamps(), columns("d", "", [(DAY, "good", 1)], ()), spans("c", "", rows, DAY, ())):
        assert not re.search(r"\s(style|on\w+)=", chart.svg)
