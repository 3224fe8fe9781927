"""The state page: one HTML file that a maintainer looks at once a week. It asks no host for anything."""
