"""Starts real web servers over a built site, with the settings that the build wrote for them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handrail.publishing.host_config import FOLDER

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""A module of nginx that not every machine has."""
NGINX = """
{load}
daemon off;
worker_processes 1;
pid {work}/nginx.pid;
{user}
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    {brotli}
    include {site}/{hosting}nginx.conf;
  }}
}}
"""
CADDY = """
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * {root}
	import {site}/{hosting}Caddyfile
}}
"""
SERVERS = {
    "nginx": (NGINX, ["nginx", "-e", "stderr", "-c"]),
    "caddy": (CADDY, ["caddy", "run", "--adapter", "caddyfile", "--config"]),
}
"""By name: a whole configuration, and the command that takes its file."""


def program(name: str) -> str | None:
    """Where a web server is, if it is installed."""
    return shutil.which(name, path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")


@contextmanager
def running(name: str, site: Path, prefix: str, work: Path) -> Iterator[str]:
    """The address of a site below `prefix` on a web server of this machine; `work` is an empty folder of its own."""
    template, command = SERVERS[name]
    root = work / "root"
    served = root / prefix.strip("/")
    served.parent.mkdir(parents=True, exist_ok=True)
    served.symlink_to(site)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    user = (
        "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    )  # else its workers may not read the site
    config = work / name
    brotli = {"load": f"load_module {BROTLI};", "brotli": "brotli_static on;"} if BROTLI.exists() else {}
    values = {"load": "", "brotli": "", **brotli, "user": user, "hosting": FOLDER}
    config.write_text(template.format(work=work, port=port, root=root, site=site, **values), "utf-8")
    with (work / "log").open("wb") as log:
        environ = {**os.environ, "HOME": str(work)}
        process = subprocess.Popen(
            [program(name) or name, *command[1:], str(config)], stdout=log, stderr=log, env=environ
        )
    try:
        while process.poll() is None:
            with socket.socket() as knock:
                if not knock.connect_ex(("127.0.0.1", port)):
                    break
        assert process.poll() is None, (work / "log").read_text("utf-8")
        yield f"http://127.0.0.1:{port}{prefix}"
    finally:
        process.terminate()
        process.wait()
