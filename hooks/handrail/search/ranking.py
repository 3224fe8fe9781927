"""The weights of ranking, once for both languages: those of ranking.yml, which the manifest carries to the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

WEIGHTS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("ranking.yml").read_text("utf-8"))
