"""``newsdiff serve``: the same app in a browser, for this computer alone unless more is asked for."""

from __future__ import annotations

import os
import secrets
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
  newsdiff serve --host 0.0.0.0 --to-everybody      prints an address with a token
""",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--to-everybody", is_flag=True, help="Allow an address that other computers can reach.")
@click.option("--public-url", metavar="URL", help="The address that browsers use, if it differs.")
@click.option("--no-token", is_flag=True, help="Require no token; only when no other computer can connect.")
@click.option(
    "--most-apps",
    type=click.IntRange(1, 1000),
    help="The most windows at once; each has its own process. Default: the setting, 8.",
)
@click.pass_context
def command(
    context: click.Context,
    host: str,
    port: int,
    to_everybody: bool,
    public_url: str | None,
    no_token: bool,
    most_apps: int | None,
) -> None:
    """Show the same app in a browser. Every visitor gets a newsdiff of their own on your library.

    It listens on this computer alone; another --host needs --to-everybody as well. Wherever others may
    connect the address holds a token, and who has it can read and change your library. In the browser
    newsdiff reads no files of this computer: articles are uploaded or come from public addresses, and
    exports are downloads.
    """
    from newsdiff.serving.access import AccessRules, is_loopback, public_address

    if not is_loopback(host) and not to_everybody:
        raise click.UsageError(
            f"--host {host} can be reached by other computers: whoever has the address that newsdiff prints "
            "can read and change your library. If you mean that, add --to-everybody",
            context,
        )
    try:
        public = public_address(public_url) if public_url is not None else None
    except ValueError as error:
        raise click.UsageError(f"--public-url: {error}", context) from error
    rules = AccessRules(host, public)
    if no_token and not rules.is_for_this_computer:
        raise click.UsageError(
            "--no-token is for this computer alone: where others can connect, leave it out", context
        )
    if (public is not None or not rules.is_for_this_computer) and not no_token:
        rules = AccessRules(host, public, secrets.token_urlsafe(24))
    _check_free(host, port)
    if not rules.is_for_this_computer:
        click.echo(f"newsdiff: warning: {_what_visitors_can_do()}", err=True)

    from newsdiff.serving.server import BrowserServer
    from newsdiff.settings import read_settings

    options = context.find_root().params
    most = most_apps or read_settings(options.get("config")).served_apps
    BrowserServer(_app(options), rules, port, most).serve()


def _what_visitors_can_do() -> str:
    return (
        "whoever has the address with its token can read all articles and notes of your library, change and "
        "delete them, upload files into it, and have this computer fetch public addresses. They can read no "
        "other file of yours. Without https the token can be read on the way"
    )


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
    command = [sys.executable, "-m", "newsdiff", "--served"]
    for name in ("data_dir", "config"):
        if (value := options.get(name)) is not None:
            command += [f"--{name.replace('_', '-')}", str(Path(value).absolute())]
    if theme := options.get("theme"):
        command += ["--theme", theme]
    return command
