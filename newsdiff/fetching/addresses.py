"""Which network addresses may be reached: public ones, unless the person allows private ones."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any


class RefusedAddressError(OSError):
    """A name that leads to this computer or a private network."""


def public(address: str) -> bool:
    """Whether an IP address, also one inside an IPv6 address, is reachable by the whole world."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return public(str(inner))
    return ip.is_global and not ip.is_multicast


def connect(host: str, port: int, timeout: float, *, allow_private: bool) -> socket.socket:
    """A connection to the very address that was checked, so that a second answer of the name server cannot
    lead elsewhere. Raises RefusedAddressError, OSError."""
    trouble: OSError | None = None
    found: list[Any] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not allow_private and not all(public(str(entry[4][0])) for entry in found):
        raise RefusedAddressError(f"{host} is an address of this computer or a private network")
    for family, kind, protocol, _name, address in found:
        connection = socket.socket(family, kind, protocol)
        connection.settimeout(timeout)
        try:
            connection.connect(address)
        except OSError as error:
            connection.close()
            trouble = error
            continue
        return connection
    raise trouble or OSError(f"{host} has no address")
