"""The state of a help center as values, and what changed between two of them."""
