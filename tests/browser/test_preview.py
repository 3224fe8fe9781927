"""Open pages of the preview reload when the site was built anew, the most guarded ones too."""

from __future__ import annotations

import pytest
import report_states
from accessibility import faults
from playwright.sync_api import expect

from handrail.preview.server import Preview
from handrail.publishing.csp import POLICIES, text
from handrail.state_page import guides_page


@pytest.fixture
def preview(tmp_path):
    with Preview(tmp_path, 0) as server:
        yield server


def test_a_build_that_fails_says_so_over_the_last_good_page(preview, visitor):
    policy = f'<meta http-equiv="Content-Security-Policy" content="{text(POLICIES["page"])}">'
    (preview.folder / "index.html").write_text(
        f"<!doctype html><html lang=en>{policy}<title>good</title><h1>Good</h1>", "utf-8"
    )
    preview.renew()
    page = visitor().page
    page.goto(preview.url)
    assert page.locator("[data-preview-problem]").count() == 0
    preview.renew("docs/en/a.md:3: <b>no</b> title. Add one.")
    note = page.get_by_role("alert")
    expect(note).to_contain_text("docs/en/a.md:3: <b>no</b> title. Add one.")
    expect(note).to_have_css("position", "fixed")
    expect(page.locator("h1")).to_have_text("Good")
    note.get_by_role("button", name="Hide").click()
    expect(note).to_have_count(0)
    with page.expect_event("load"):
        preview.renew()
    expect(note).to_have_count(0)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_page_reloads_whatever_its_policy_forbids(policy, preview, visitor):
    page = '<!doctype html><meta http-equiv="Content-Security-Policy" content="{}"><title>{}</title><p>Text.'.format
    file = preview.folder / "index.html"
    file.write_text(page(text(POLICIES[policy]), "first"), "utf-8")
    preview.renew()
    reader = visitor()
    with reader.page.expect_request("**/.reload.svg?**"):
        reader.page.goto(preview.url)
    assert reader.page.title() == "first"
    file.write_text(page(text(POLICIES[policy]), "second"), "utf-8")
    with reader.page.expect_event("load"):
        preview.renew()
    assert reader.page.title() == "second"
    assert [problem for problem in reader.problems if "404" not in problem] == [], "but for an icon there is not"


def test_guides_are_graphs_whose_boxes_show_their_words_and_lead_to_their_pages(preview, visitor):
    preview.pages = {"/.guides": lambda: guides_page.render([report_states.guide()])}
    page = preview.folder / "en/plug/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<!doctype html><html lang=en><title>plug</title><h1>Plugged in?</h1>", "utf-8")
    preview.renew()
    reader = visitor()
    reader.page.goto(f"{preview.url}.guides")
    words = reader.page.locator("foreignObject:visible")
    expect(words).to_have_count(0)
    reader.page.locator(".contact rect").hover()
    expect(words).to_contain_text("← light: <Yes> contact#other / 是 contact#other")
    reader.page.mouse.move(0, 0)
    reader.page.locator("a.question").nth(1).focus()
    expect(words).to_contain_text("About <plug>")
    assert faults(reader.page) == {}
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("h1")).to_have_text("Plugged in?")
