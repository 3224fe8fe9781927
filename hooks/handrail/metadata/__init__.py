"""What machines read of a site: feeds, llms.txt, schema.org, icons, manifests, .well-known."""
