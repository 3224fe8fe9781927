"""The pure core: what a help center is, with no site engine in it."""
