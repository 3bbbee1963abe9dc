"""Addresses of the web: which are used, and in which form."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

from newsdiff.fetching.errors import UnusableUrlError
from newsdiff.passwords import without_password
from newsdiff.quick_dataclass import dataclass

LONGEST_URL = 4_000
"""Code points of the longest address that is accepted."""

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this computer: allowing one of them allows all."""

_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:=&?~+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: what to connect to and what to ask there."""

    scheme: str
    host: str
    """In lower case and ASCII; an IPv6 address without its brackets."""
    port: int
    path: str
    """Path and query, percent-encoded."""

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt is for. The port is left out where it is the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        """The whole address, without the fragment, which is never sent."""
        return self.site + self.path


def is_web_url(text: str) -> bool:
    """Whether `text` is meant as an address of the web (and not as a file name)."""
    return bool(re.match(r"(?i)https?://", text.strip()))


def is_bare_address(host: str) -> bool:
    """Whether a host is an address in digits, or this computer: nothing that names a site."""
    return host in LOOPBACK_NAMES or ":" in host or bool(re.fullmatch(r"[\d.]+", host))


def target_of(url: str) -> Target:
    """The parts of `url`. Raises UnusableUrlError for anything but a plain http or https address."""
    if len(url) > LONGEST_URL:
        raise UnusableUrlError(without_password(url)[:80] + "…", "is too long for an address")
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise UnusableUrlError(url, "is not an address") from None
    if parts.scheme not in _PORTS:
        raise UnusableUrlError(url, "is not a web address")
    if parts.username is not None or parts.password is not None:
        raise UnusableUrlError(f"{parts.scheme}://{host or ''}", "holds a name or password")
    if not host:
        raise UnusableUrlError(url, "has no host")
    path = quote(parts.path, safe=_SAFE) or "/"
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Target(parts.scheme, _ascii_host(host, url), port or _PORTS[parts.scheme], path + query)


def _ascii_host(host: str, url: str) -> str:
    """The host as DNS knows it ("münchen.de" is "xn--mnchen-3ya.de")."""
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise UnusableUrlError(url, "has an invalid host") from None
    if not re.fullmatch(r"[a-z0-9._:%-]+", name):
        raise UnusableUrlError(url, "has an invalid host")
    return name


def resolved(link: str, base: str) -> str | None:
    """A link of a page or feed at `base` as a whole address; None when it is not one of the web."""
    try:
        return target_of(urljoin(base, link.strip())).url
    except (ValueError, UnusableUrlError):
        return None


def own_hosts(url: str) -> frozenset[str]:
    """The hosts a person allows who names `url` with ``--allow-private``: that one, whatever its port."""
    host = target_of(url).host
    return LOOPBACK_NAMES if host in LOOPBACK_NAMES else frozenset({host})
