"""``newsdiff serve``: the same app in a browser, for this computer alone unless more is asked for."""

from __future__ import annotations

import ipaddress
import os
import shlex
import socket
import sys
from pathlib import Path
from typing import Any

import click


@click.command(
    "serve",
    epilog="""\b
Examples:
  newsdiff serve                    then open http://127.0.0.1:8000
  newsdiff serve --port 9000
  newsdiff --data-dir ~/talks serve
""",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--to-everybody", is_flag=True, help="Allow an address that other computers can reach.")
@click.option("--public-url", metavar="URL", help="What browsers call it, where that is not the address.")
@click.pass_context
def command(context: click.Context, host: str, port: int, to_everybody: bool, public_url: str | None) -> None:
    """Show the same app in a browser. Every visitor gets a newsdiff of their own on your library.

    There is no password: whoever reaches the address can read and change your library. So it listens on
    this computer alone; another --host needs --to-everybody as well.
    """
    alone = is_loopback(host)
    if not alone and not to_everybody:
        raise click.UsageError(
            f"--host {host} can be reached by other computers, and there is no password: whoever reaches it "
            "can read and change your library. If that is meant, add --to-everybody",
            context,
        )
    _check_free(host, port)
    if not alone:
        click.echo(f"newsdiff: warning: everybody who reaches {host} can change your library", err=True)
    from newsdiff.cli.browser_server import BrowserServer

    url = public_url or f"http://{f'[{host}]' if ':' in host else host}:{port}"
    server = BrowserServer(
        shlex.join(_app(context.find_root().params)), host=host, port=port, title="newsdiff", public_url=url
    )
    server.only_this_computer = alone and public_url is None
    server.serve()


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _check_free(host: str, port: int) -> None:
    """Raises click.ClickException when nothing can listen there, before anything else is started."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            if os.name == "posix":  # as the server will do: a port that was just left is free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        reason = error.strerror or error
        raise click.ClickException(
            f"cannot listen on {host} port {port} ({reason}); choose another --port"
        ) from error


def _app(options: dict[str, Any]) -> list[str]:
    """The command that each visitor's app is started with."""
    command = [sys.executable, "-m", "newsdiff"]
    for name in ("data_dir", "config"):
        if (told := options.get(name)) is not None:
            command += [f"--{name.replace('_', '-')}", str(Path(told).absolute())]
    if theme := options.get("theme"):
        command += ["--theme", theme]
    return command
