"""What a search server needs to answer instead of the browser: records, and settings for the servers that are known."""
