"""The command ``newsdiff serve`` and its options."""

from __future__ import annotations

import socket

import pytest

from newsdiff.serving.access import is_loopback
from tests.cli.conftest import Run, newsdiff

__all__ = ["newsdiff"]


def test_an_address_that_others_reach_is_refused_unless_it_is_meant(newsdiff: Run) -> None:
    result = newsdiff("serve", "--host", "0.0.0.0")
    assert result.returncode == 2
    assert b"--to-everybody" in result.stderr
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "options", [("--host", "0.0.0.0", "--to-everybody"), ("--public-url", "https://news.example.org")]
)
def test_doing_without_a_token_is_refused_where_others_can_connect(
    options: tuple[str, ...], newsdiff: Run
) -> None:
    result = newsdiff("serve", "--no-token", *options)
    assert result.returncode == 2
    assert b"--no-token is for this computer alone" in result.stderr
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "url", ["news.example.org", "ftp://news.example.org", "https://", "https://a:b@c/", "http://["]
)
def test_a_public_address_that_is_none_is_refused(url: str, newsdiff: Run) -> None:
    result = newsdiff("serve", "--public-url", url)
    assert result.returncode == 2
    assert result.stderr.count(b"\n") == 1


def test_a_port_in_use_is_said_in_one_line(newsdiff: Run) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        result = newsdiff("serve", "--port", busy.getsockname()[1])
    assert result.returncode == 1
    assert b"choose another --port" in result.stderr


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.9.9.9", True),
     ("0.0.0.0", False), ("::", False), ("192.168.1.5", False), ("localhost.evil.example", False)],
)  # fmt: skip
def test_only_loopback_is_this_computer_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone
