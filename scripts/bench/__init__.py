"""Measures this project beside its peers. No part of the package."""
