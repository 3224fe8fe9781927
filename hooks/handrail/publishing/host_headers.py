"""What a host should send with the files of a site: headers that no page can set itself, and how long files keep."""

from __future__ import annotations

from collections.abc import Mapping

from handrail.publishing import csp

_FEATURES = """
    accelerometer autoplay camera display-capture encrypted-media gamepad geolocation gyroscope hid
    idle-detection local-fonts magnetometer microphone midi otp-credentials payment picture-in-picture
    publickey-credentials-create publickey-credentials-get screen-wake-lock serial storage-access usb
    window-management xr-spatial-tracking
"""
"""What a browser can do and no page here needs. All of them are names that browsers know: others draw a warning."""
HEADERS = {
    "Referrer-Policy": csp.REFERRERS["page"],
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES.split()),
}
SHARED = ".well-known/support-channels.json"
"""The one file that scripts of other sites may read."""
SHARING = {"Access-Control-Allow-Origin": "*"}
FOR_ANY_PAGE = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""For the script that runs in pages of the product."""
FOR_EVER = "public, max-age=31536000, immutable"
AT_ONCE = "public, max-age=0, must-revalidate"
HASHED = r"/(?:assets|search)/.*?\.[0-9a-f]{8,64}[./]"
"""The addresses of files whose name, or whose folder's, holds a hash of what is in them: they never change."""
TYPES = {"md": "text/markdown", "webmanifest": "application/manifest+json"}
"""What older servers do not know by the end of a name. Manifests have a hash in it."""
TEXTS = (
    *("text/css", "text/plain", "text/xml", "text/javascript", "application/javascript", "application/json"),
    *("application/xml", "application/atom+xml", "image/svg+xml", *TYPES.values()),
)
"""What is text besides HTML: compressed, and sent as UTF-8."""
Exceptions = Mapping[str, Mapping[str, str]]
"""By the place of files, `folder/*` or a file: the headers that they have instead of those of all others."""
