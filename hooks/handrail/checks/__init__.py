"""The rules for content, what they look at, their runner and their formatters."""
