"""A guard on the network for the whole suite: nothing but loopback is reached, nor asked of a name server.

It is an audit hook, which Python calls before every look-up and every connection of any thread, whatever
library makes it.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

strayed: list[str] = []
"""Where the present test wanted to go beyond loopback."""


class LeavesLoopbackError(Exception):
    """Stops the look-up or the connection before anything is sent."""


def watch_the_network(event: str, arguments: tuple[Any, ...]) -> None:
    """For `sys.addaudithook`."""
    if event == "socket.connect":
        address = arguments[1]
        stays = not isinstance(address, tuple) or _is_loopback(address[0])  # a Unix socket is a path
    elif event == "socket.getaddrinfo":
        address = arguments[0]
        stays = _needs_no_name_server(address)
    else:
        return
    if not stays:
        strayed.append(f"{address} ({event})")
        raise LeavesLoopbackError(strayed[-1])


def _is_loopback(host: str) -> bool:
    return host == "localhost" or ip_address(host.partition("%")[0]).is_loopback


def _needs_no_name_server(host: str | bytes | None) -> bool:
    """Whether it is this computer's name or an address in digits, however oddly written."""
    name = host.decode() if isinstance(host, bytes) else host or "localhost"
    return name == "localhost" or ":" in name or name[:1].isdigit()
