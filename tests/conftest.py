"""The day of all tests: what a channel's evidence is worth changes with the days, and the tests must not."""

from __future__ import annotations

import os

TODAY = "1795521600"
"""Noon on 24 November 2026, UTC."""

os.environ["SOURCE_DATE_EPOCH"] = TODAY
