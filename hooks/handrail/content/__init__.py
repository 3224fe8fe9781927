"""The models of what authors write, one noun a file."""
