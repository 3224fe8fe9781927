"""The state page in a browser: read by ear and by eye, sorted by key, and silent towards every host."""

import sys

import pytest
import report_states
from accessibility import faults_by_look
from built_site import ROOT
from playwright.sync_api import expect

from handrail.report.compare import changes

sys.path.append(str(ROOT / "scripts"))


FILLS = """(kinds) => Object.fromEntries(kinds.map((kind) => {
  const { fill, strokeDasharray } = getComputedStyle(document.querySelector(`.legend .part.${kind}`));
  return [kind, fill.startsWith("url") ? fill : strokeDasharray];
}))"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of some states, as files."""
    from handrail.state_page import page

    folder = tmp_path_factory.mktemp("state")
    before = report_states.troubled(2).model_copy(update={"day": report_states.DAY.replace(day=17)})
    made = {
        "well": page.render(report_states.state()),
        "troubled": page.render(report_states.troubled(12), changes(before, report_states.troubled(12))),
        "unmeasured": page.render(report_states.state(drift=None, findability=None, weights=None)),
        "many": page.render(report_states.troubled(400)),
    }
    for name, html in made.items():
        (folder / f"{name}.html").write_text(html, "utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in made}


def column(page, table, place):
    return page.locator(f"#{table} tbody tr").evaluate_all(
        "(rows, place) => rows.map((row) => row.cells[place].textContent)", place
    )


@pytest.mark.parametrize(
    ("name", "looks"),
    [
        ("well", ((390, "dark"), (1280, "light"))),
        ("troubled", ((390, "light"), (1280, "dark"))),
        ("unmeasured", ((390, "dark"), (1280, "light"))),
        ("many", ()),
    ],
)
def test_it_asks_no_host_breaks_no_rule_of_its_own_fits_every_screen_and_axe_finds_nothing(pages, visitor, name, looks):
    """Axe looks at every pair of state, width and colour scheme."""
    reader = visitor(color_scheme="light")
    page = reader.page
    page.goto(pages[name])
    expect(page.locator("th button").first).to_be_visible()
    for width in (320, 390, 768, 1280) if name in ("troubled", "many") else ():
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        marks = page.locator("figure svg rect.part, figure svg circle, figure svg:not(.graph) text")
        edges = marks.evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
        assert len(edges) > 50, width
        assert max(edges) <= width - 8, width
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert faults_by_look(page, looks) == {}
    assert [url for url in reader.requests if not url.startswith(("file:", "data:"))] == [], "hosts that it asks"
    assert reader.problems == [], "rules of its own that it breaks"


def test_a_table_is_sorted_by_key_one_way_and_the_other(pages, page):
    page.goto(pages["troubled"])
    heading = page.locator("#findings-table th", has_text="Findings")
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    numbers = [int(text.replace(",", "")) for text in column(page, "findings-table", 2)]
    assert numbers == sorted(numbers)
    page.keyboard.press("Space")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert column(page, "findings-table", 2) == [str(number) for number in sorted(numbers, reverse=True)]
    page.locator("#findings-table th", has_text="Rule").get_by_role("button").click()
    expect(page.locator("#findings-table [aria-sort]")).to_have_count(1)
    assert column(page, "findings-table", 0) == sorted(column(page, "findings-table", 0))


def test_figures_are_sorted_as_figures_and_days_as_days(pages, page):
    page.goto(pages["many"])
    for table, place in (("due-table", 5), ("due-table", 4), ("weights-table", 5)):
        page.locator(f"#{table} thead th").nth(place).get_by_role("button").click()
        order = page.locator(f"#{table} thead th").nth(place).get_attribute("aria-sort")
        texts = [text.replace(",", "") for text in column(page, table, place)]
        key = int if place == 5 else str
        assert texts == sorted(texts, key=key, reverse=order == "descending"), (table, place)


def test_without_scripts_the_tables_stand_in_a_sensible_order(pages, visitor):
    page = visitor(java_script_enabled=False).page
    page.goto(pages["troubled"])
    expect(page.locator("th button")).to_have_count(0)
    expect(page.locator("#due-table th[aria-sort=ascending]")).to_have_text("Due")
    assert page.locator("#due-table tbody th").all_text_contents()[:2] == ["old-lamp", "lost-lamp"]


def test_meaning_does_not_hang_on_colour_and_on_paper_everything_is_there(pages, page):
    """Parts of different meaning have different patterns."""
    page.goto(pages["troubled"])
    fills = page.evaluate(FILLS, ["error", "warning", "good", "fair", "near", "missing"])
    assert fills["error"] != fills["warning"]
    assert len({fills["good"], fills["near"], fills["missing"]}) == 3
    assert fills["fair"] not in (fills["good"], fills["near"])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    cut = page.locator(".scroll").evaluate_all(
        "all => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length"
    )
    assert cut == 0
    expect(page.locator("nav")).to_be_hidden()


def test_a_script_put_into_the_page_does_not_run(pages, page):
    page.goto(pages["well"])
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
    }""")
    assert page.evaluate("window.ran") is None
