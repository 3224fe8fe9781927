"""Characters that nobody sees: controls, zero width, direction marks, tags. They change how a text reads, unnoticed.

Joiners are allowed where writing needs them: between letters of scripts that join, and in emoji.
"""

from __future__ import annotations

import re

_CONTROLS = r"\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb"
_ZERO_WIDTH = r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2065\u3164\ufe00-\ufe0d\ufeff\uffa0"
_DIRECTION = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_TAGS = r"\U0001d173-\U0001d17a\U000e0000-\U000e007f"
_JOINING = r"\u0600-\u08ff\u0900-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
INVISIBLE = re.compile(rf"[{_CONTROLS}{_ZERO_WIDTH}{_DIRECTION}{_TAGS}]|(?<![{_JOINING}])[\u200c\u200d]")


def described(text: str) -> str:
    """What the first invisible character of a text is, for a message; empty where there is none."""
    match = INVISIBLE.search(text)
    return f"invisible character U+{ord(match[0]):04X}" if match else ""
