"""The HTML of a page after Markdown, and the data of its search box."""
