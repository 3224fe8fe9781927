"""Open pages of the preview reload when the site was built anew, the most guarded ones too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from handrail.preview.server import Preview
from handrail.publishing.csp import POLICIES, text


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
    with reader.page.expect_request("**/.reload.svg?*"):
        reader.page.goto(preview.url)
    assert reader.page.title() == "first"
    file.write_text(page(text(POLICIES[policy]), "second"), "utf-8")
    with reader.page.expect_event("load"):
        preview.renew()
    assert reader.page.title() == "second"
    assert [problem for problem in reader.problems if "404" not in problem] == [], "but for an icon there is not"
