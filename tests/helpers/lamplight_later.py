"""Lamplight as it is built on another day: new words in an article, and its critical announcement on all pages."""

LAST = "Use the [chat](channel:chat)."
CHANGES = {
    "docs/en/light/light-flickers.md": (LAST, f"{LAST}\n\nAnother bulb, a novel one."),
    "docs/data/announcements.yml": ('  pages: [light, "*/support/"]\n', ""),
}
