"""A site whose search box asks a server. It is built once, at a fixed address; tests lead it to a port that is free."""

HOST = "http://127.0.0.1:8108"
KEY = "search-only"
CHANGES = {
    "mkdocs.yml": (
        "    feedback_channel: ticket\n",
        f"""    feedback_channel: ticket
    secrets: [recovery-phrase]
    search:
      engine: typesense
      host: {HOST}
      search_only_key: {KEY}
""",
    )
}
"""To lamplight, one of tests/sites."""
