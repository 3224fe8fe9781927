"""Whatever a site has parts of comes with its licence."""

from __future__ import annotations

from built_site import theme_folder

from handrail.metadata.third_party import PACKAGES, notices


def test_every_package_and_every_set_of_icons_has_its_licence() -> None:
    text = notices([theme_folder()])
    for name in PACKAGES:
        assert f"\n{name} " in f"\n{text}"
    icons = {folder.name for folder in (theme_folder() / ".icons").iterdir() if folder.is_dir()}
    assert {"material", "fontawesome"} <= icons
    assert all(f"Icons: {name}\n" in text for name in icons)
    assert text.count("Copyright") >= len(PACKAGES)
