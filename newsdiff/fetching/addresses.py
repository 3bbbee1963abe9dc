"""Connections that cannot reach the local network. The name is resolved here, each address is checked, and
the connection goes to the checked address itself, so neither DNS rebinding nor a spelling such as
``2130706433`` helps. The peer is checked once more after connecting."""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from urllib3.connection import HTTPConnection, HTTPSConnection

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Addresses that a gateway turns into the IPv4 address in their last 32 bits (RFC 6052)."""
_GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All that IANA hands out for hosts on the internet (RFC 4291). What lies outside is special: site-local
fec0::/10, IPv4-compatible ::/96, a network's own translation prefix 64:ff9b:1::/48, and whatever comes."""

_SPECIAL = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20")))
"""Special addresses of IANA's registries that `ipaddress` calls global in some versions of Python: of
protocols, of relays that are no more, and of documentation (RFC 6890, 7526, 9637)."""


class NotPublicError(Exception):
    """The connection would lead to an address that is not public."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is {address}")
        self.address = address


def is_public(address: str) -> bool:
    """Whether an address (as `socket` writes it) is one that anybody on the internet may reach."""
    found = ip_address(address.partition("%")[0])
    inner = _inner(found)
    if inner is not None and not is_public(str(inner)):
        return False
    if isinstance(found, IPv6Address) and (found.ipv4_mapped or found in _TRANSLATED):
        return True
    if isinstance(found, IPv6Address) and found not in _GLOBAL_UNICAST:
        return False
    if any(found in special for special in _SPECIAL):
        return False
    return found.is_global and not found.is_multicast


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, where it stands for one."""
    if isinstance(address, IPv4Address):
        return None
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def connected(host: str, port: int, seconds: float | None, *, private: bool) -> socket.socket:
    """A socket connected to the first address of `host` that answers.

    Raises NotPublicError when one of them is not public, unless `private`, and OSError.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, address in found:
        if not private and not is_public(str(address[0])):
            raise NotPublicError(host, str(address[0]))
    failure: OSError = OSError("the host has no address")
    for family, kind, protocol, _, address in found:
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(seconds)
            connection.connect(address)
            peer = str(connection.getpeername()[0])
            if not private and not is_public(peer):
                raise NotPublicError(host, peer)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as error:
            connection.close()
            failure = error
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise failure


class GuardedConnection(HTTPConnection):
    """What both kinds of connection share. `_new_conn` is urllib3's own hook (not a public one: hence
    urllib3 <3 in pyproject.toml, and tests/fetching/test_private_addresses.py)."""

    private = False
    lifeline: socket.socket | None = None
    """A second handle on the connection, so that another thread can cut it whatever TLS made of the first."""
    is_cut = False

    def _new_conn(self) -> socket.socket:
        seconds = self.timeout if isinstance(self.timeout, int | float) else None
        connection = connected(self.host, self.port, seconds, private=self.private)
        self.lifeline = connection.dup()
        if self.is_cut:
            connection.close()
            raise TimeoutError
        return connection

    def cut(self) -> None:
        """End the connection at once, whatever it is doing, from any thread."""
        self.is_cut = True
        if self.lifeline is not None:
            with suppress(OSError):  # it may have ended already
                self.lifeline.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Release it. Not `close`: http.client calls that itself before the body is read."""
        self.close()
        if self.lifeline is not None:
            self.lifeline.close()


class GuardedHttp(GuardedConnection):
    """HTTP."""


class GuardedHttps(GuardedConnection, HTTPSConnection):
    """HTTP over TLS, with the certificates that the system trusts."""


def connection_to(scheme: str, host: str, port: int, *, seconds: float, private: bool) -> GuardedConnection:
    """A connection that is not made yet; `seconds` for connecting and for any one silence."""
    connection = (GuardedHttps if scheme == "https" else GuardedHttp)(host, port, timeout=seconds)
    connection.private = private
    return connection
