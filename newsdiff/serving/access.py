"""Who may connect to ``newsdiff serve``.

A browser lets any page on the web open a websocket to this computer, and a name on the web may lead to
127.0.0.1 once its page was loaded (DNS rebinding). Both would give the library to a stranger. So every
request must name a host that is ours, may come only from a page of ours, and, where others can connect,
must bring the token of the printed address.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from newsdiff.quick_dataclass import dataclass

LOOPBACK_NAMES: Final = frozenset(("localhost", "127.0.0.1", "::1"))
_HOST: Final = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<name>[\w.-]+))(?::\d{1,5})?", re.ASCII)
_USUAL_PORTS: Final = {"http": 80, "https": 443}
_OURS: Final = ("same-origin", "none")
"""Values of Sec-Fetch-Site of requests that our page or the address line of the browser sent."""


@dataclass(frozen=True, slots=True)
class PublicAddress:
    """What browsers call the server, where that is not the address it listens on."""

    url: str
    """Without a slash at the end."""
    origin: str
    """Scheme, host and port, as a browser sends them."""
    host: str


def public_address(url: str) -> PublicAddress:
    """The public address that `url` names. Raises ValueError with what is wrong with it."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError(f"{url} is not an address") from None
    if parts.scheme not in _USUAL_PORTS or not host or parts.username is not None or parts.query:
        raise ValueError(f"{url} is not an address such as https://news.example.org")
    named = f"[{host}]" if ":" in host else host
    if port and port != _USUAL_PORTS[parts.scheme]:
        named += f":{port}"
    origin = f"{parts.scheme}://{named}"
    return PublicAddress(origin + parts.path.rstrip("/"), origin, host)


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def host_in(header: str) -> str | None:
    """The name or address in a Host header, in lower case and without port; None where it is not one."""
    found = _HOST.fullmatch(header)
    return (found["six"] or found["name"]).lower() if found else None


@dataclass(frozen=True, slots=True)
class AccessRules:
    """Which requests are answered."""

    host: str
    """The address that the server listens on, as it was given."""
    public: PublicAddress | None = None
    token: str | None = None
    """What every request has to bring; None where only this computer can connect."""

    @property
    def is_for_this_computer(self) -> bool:
        """Whether nobody else can connect."""
        return is_loopback(self.host) and (self.public is None or is_loopback(self.public.host))

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> str | None:
        """Why a request is refused whatever token it brings; None where it is not."""
        host = headers.get("Host", "")
        if not self.knows_host(host):
            return "newsdiff does not answer under this host name; use the address that it printed"
        origin = headers.get("Origin")
        if origin is not None and not self._is_our_origin(origin, host):
            return "newsdiff answers requests from its own page only"
        if headers.get("Sec-Fetch-Site", "none") not in _OURS and not _follows_a_link(method, path, headers):
            return "newsdiff answers requests from its own page only"
        return None

    def knows_host(self, header: str) -> bool:
        """Whether a Host header names this server.

        Beside our own names every literal address will do: a page elsewhere cannot make a browser believe
        that its own name is one.
        """
        name = host_in(header)
        if name is None:
            return False
        if name in LOOPBACK_NAMES or name == self.host.strip("[]").lower():
            return True
        if self.public is not None and name == self.public.host:
            return True
        try:
            literal = ip_address(name)
        except ValueError:
            return False
        return literal.is_loopback or not self.is_for_this_computer

    def accepts_token(self, given: str | None) -> bool:
        """Whether the token is the right one, or none is needed."""
        if self.token is None:
            return True
        return given is not None and secrets.compare_digest(given.encode(), self.token.encode())

    def _is_our_origin(self, origin: str, host: str) -> bool:
        if self.public is not None and origin.lower() == self.public.origin.lower():
            return True
        return origin.lower() in (f"http://{host.lower()}", f"https://{host.lower()}")


def _follows_a_link(method: str, path: str, headers: Mapping[str, str]) -> bool:
    """Whether a person opens the page in a window of its own, e.g. by a link in a message."""
    return (
        method == "GET"
        and path == "/"
        and headers.get("Sec-Fetch-Mode") == "navigate"
        and headers.get("Sec-Fetch-Dest") == "document"
    )
