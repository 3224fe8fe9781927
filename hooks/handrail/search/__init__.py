"""The search index: text to terms, terms to files. It knows documents and no help center."""
