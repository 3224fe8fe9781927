"""The theme: templates, and in `assets/` what a browser loads. A theme is found by a module of its folder."""
