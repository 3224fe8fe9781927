"""The rules that content is held to, their runner and their formatters."""
