"""Builds a site with MkDocs, ProperDocs or an engine of our own. The first room that knows an engine."""
