"""The report: the state of a whole help center on one day, as values, and what changed since another day."""
