"""Builds the site: whole, or not at all."""

from __future__ import annotations

import sys

import environment

if __name__ == "__main__":
    second_engine = {"properdocs", "--engine=properdocs"} & set(sys.argv)
    environment.run_command("test" if second_engine else "site", "handrail.commands.build")
