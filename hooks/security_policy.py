"""Each page's content security policy, and headers for the host. The last hook, as it looks at what the others made."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from handrail.publishing import csp, host_config
from handrail.publishing import output as site

_scripts: set[str] = set()


def on_files(files: Any, *, config: Any) -> None:
    _scripts.clear()


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    return csp.without_inline_styles(html)


def on_post_page(output: str, *, page: Any, config: Any) -> str:
    return _enforce(output, page.meta["template"])


def on_post_template(output_content: str, *, template_name: str, config: Any) -> str:
    return _enforce(output_content, template_name) if template_name.endswith(".html") else output_content


def on_post_build(*, config: Any) -> None:
    folder = Path(config.site_dir)
    files = [file for file in folder.rglob("*") if file.is_file()]
    pictures = (file for file in files if file.suffix == ".svg")
    styles = set[str]().union(*(csp.inline_styles(file.read_text("utf-8")) for file in pictures))
    paths = [file.relative_to(folder).as_posix() for file in files]
    root = urlsplit(config.site_url or "").path or "/"
    site.write(folder, host_config.files(paths, _scripts, styles, root))


def _enforce(page: str, template: str) -> str:
    scripts = csp.inline_scripts(page)
    _scripts.update(scripts)
    try:
        return csp.enforce(page, scripts)
    except csp.PolicyError as error:
        raise SystemExit(f"{template}: {error}.") from None
