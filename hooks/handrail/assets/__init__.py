"""Makes what a browser downloads: joined JavaScript, style sheets, bit streams and fingerprinted names."""
