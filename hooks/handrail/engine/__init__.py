"""Builds a site with MkDocs or ProperDocs. The first room that knows an engine."""
