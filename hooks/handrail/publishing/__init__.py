"""What goes out: security policy, host configuration, atomic output, service worker."""
