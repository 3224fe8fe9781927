"""Asks the browser's own search script, in V8, without a browser."""
