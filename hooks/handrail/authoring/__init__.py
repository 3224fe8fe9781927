"""Writes into authors' files: templates for new articles, and keys of their front matter."""
