"""Measures this project against its peers. No part of the package."""
