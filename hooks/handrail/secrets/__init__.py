"""The guard: finds recovery phrases, private keys and personal data in a text."""
