"""An engine of our own: what the hooks and templates use of MkDocs, and nothing more. It imports no other engine."""
