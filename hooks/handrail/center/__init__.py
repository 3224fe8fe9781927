"""The help center assembled: everything read, references checked, sorted by language, with its addresses."""
