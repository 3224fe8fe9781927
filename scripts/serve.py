"""Shows the site in a browser while it is written: each change is built at once, and open pages reload."""

from __future__ import annotations

import environment

if __name__ == "__main__":
    from handrail.commands.serve import main

    main()
