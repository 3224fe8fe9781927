"""The development server: watches, rebuilds, checks, reloads."""
