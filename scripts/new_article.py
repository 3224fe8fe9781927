"""Writes the files of a new article, one a language, ready to be filled."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    environment.run_command("site", "handrail.commands.new_article")
