"""Reads what people write by hand: YAML with its lines, field types, dates, and validation errors."""
