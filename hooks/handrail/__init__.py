"""Turns Markdown articles into a static help center. Each room below says in its `__init__.py` what it is for."""

__version__ = "1.0.0"
