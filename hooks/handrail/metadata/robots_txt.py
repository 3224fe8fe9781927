"""What search engines are told before they look at any page: that all may be read, and where the list of pages is.

They ask for it at the root of a host alone. A help center below a path has its own in its folder, where nobody looks:
README.md says what to do then.
"""

from __future__ import annotations


def files(site_url: str | None) -> dict[str, str]:
    return {"robots.txt": text(site_url or "")}


def text(site_url: str) -> str:
    """`site_url` is the address of the site with a slash at its end, or nothing where it is not known."""
    pages = f"\nSitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{pages}"
