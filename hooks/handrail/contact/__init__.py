"""The contact form: what it asks, the message it makes, and QR codes of accounts."""
