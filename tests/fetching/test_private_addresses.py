"""Nobody but the person leads us into the local network."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from newsdiff.fetching.addresses import is_public
from newsdiff.fetching.errors import AddressRefusedError
from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.request import PAGE_TYPES, Request
from newsdiff.fetching.urls import own_hosts
from tests.fetching.local_server import LocalServer, page, redirect


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 127.8.8.8 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1"
    " 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1"
    " 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 64:ff9b:1::1 64:ff9b:1:ffff::8.8.8.8 fec0::1 feff::1"
    " ::127.0.0.1 ::8.8.8.8 ::7f00:1 100::1 4000::1 e000::1 ::ffff:0:127.0.0.1"
    " 192.0.0.8 192.88.99.1 3fff::1 2001:20::1".split(),
)
def test_an_address_that_is_not_public_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", "8.8.8.8 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808".split())
def test_an_address_that_is_public_is_known(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", "127.0.0.1 localhost 2130706433 0x7f.1 127.1 0.0.0.0".split())
def test_loopback_is_refused_however_it_is_written(server: LocalServer, fetcher: Fetcher, host: str) -> None:
    server.pages["/a"] = page("secret")
    with pytest.raises(AddressRefusedError, match="--allow-private"):
        fetcher.fetch(Request(server.url("/a", host), PAGE_TYPES))
    assert server.asked == []


@pytest.mark.parametrize("to", ["http://169.254.169.254/latest/", "http://10.0.0.1/", "http://[fe80::1]/"])
def test_a_redirect_into_the_local_network_is_refused_without_a_packet(
    server: LocalServer, fetcher: Fetcher, to: str
) -> None:
    """That no packet leaves is what the guard of the suite checks."""
    server.pages["/a"] = redirect(to)
    url = server.url("/a")
    with pytest.raises(AddressRefusedError):
        fetcher.fetch(Request(url, PAGE_TYPES, own_hosts(url)))


def test_a_host_that_was_allowed_does_not_allow_another(server: LocalServer, fetcher: Fetcher) -> None:
    server.pages |= {"/a": redirect(server.url("/b", "127.0.0.2")), "/b": page("secret")}
    url = server.url("/a")
    with pytest.raises(AddressRefusedError):
        fetcher.fetch(Request(url, PAGE_TYPES, own_hosts(url)))


def test_a_name_that_changes_its_meaning_gains_nothing(
    server: LocalServer, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name server of an attacker answers with a public address first and with loopback then."""
    answers = ["8.8.8.8", "127.0.0.1", "127.0.0.1"]
    asked: list[str] = []

    def look_up(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(answers[len(asked)])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (asked[-1], port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert is_public(answers[0])
    asked.append(answers[0])  # somebody checked the name before us, and was content
    with pytest.raises(AddressRefusedError):
        fetcher.fetch(Request(server.url("/a", "rebind.example"), PAGE_TYPES))
    assert server.asked == []
