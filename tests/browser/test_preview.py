"""Open pages of the preview reload when the site was built anew, the most guarded ones too."""

from __future__ import annotations

import pytest

from handrail.preview.server import Preview
from handrail.publishing.csp import POLICIES, text


@pytest.fixture
def preview(tmp_path):
    with Preview(tmp_path, 0) as server:
        yield server


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
