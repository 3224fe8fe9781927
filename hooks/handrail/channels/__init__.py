"""The ways to reach the vendor: their evidence, their status on a day, and what imitates them."""
