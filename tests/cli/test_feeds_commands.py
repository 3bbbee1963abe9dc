"""Keeping and asking feeds from the command line, over a real server on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newsdiff.cli import cli
from newsdiff.library import open_library
from tests.fetching.local_server import LocalServer, page, serving
from tests.incoming.feed_texts import PARAGRAPHS, article_page, html, item, opml, rss

XML = "application/rss+xml"


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with serving() as site:
        yield site


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *words: str, code: int = 0) -> str:
    """Output and error of a command, which must end with this exit code."""
    result = CliRunner().invoke(cli, ["--data-dir", str(data), *words], standalone_mode=False)
    error = result.exception
    if isinstance(error, click.ClickException):
        assert error.exit_code == code
        return result.output + error.format_message()
    assert error is None
    assert (result.return_value or 0) == code, result.output
    return result.output


def test_feeds_are_kept_listed_and_removed_without_the_network(data: Path, server: LocalServer) -> None:
    url = server.url("/feed")
    assert run(data, "feeds", "add", url, "https://b.example") == "2 added\n"
    assert run(data, "feeds", "add", url) == "0 added, 1 there already\n"
    assert run(data, "feeds", "list") == f"{url}  not asked yet\nhttps://b.example/  not asked yet\n"
    assert run(data, "feeds", "remove", url) == "1 removed\n"
    assert [feed["url"] for feed in json.loads(run(data, "feeds", "list", "--json"))] == [
        "https://b.example/"
    ]
    assert url in run(data, "feeds", "remove", url, code=1)
    assert server.asked == []


@pytest.mark.parametrize("url", ["feed.xml", "file:///etc/passwd", "http://me:secret@a.example/"])
def test_only_addresses_of_the_web_are_feeds(data: Path, url: str) -> None:
    assert "secret" not in run(data, "feeds", "add", url, code=2)


def test_what_was_imported_can_be_exported_and_imported_again(data: Path, tmp_path: Path) -> None:
    given, written = tmp_path / "in.opml", tmp_path / "out.opml"
    given.write_text(opml("https://a.example/f?x=1&y=2", "https://b.example/", "file:///etc/passwd"))
    assert run(data, "feeds", "import", str(given)) == "2 added\n"
    run(data, "feeds", "export", str(written))
    assert run(data, "feeds", "export") == written.read_text()
    assert run(data, "feeds", "import", str(written)) == "0 added, 2 there already\n"
    assert "(A feed)" in run(data, "feeds", "list")


def test_a_file_that_is_no_list_is_named_in_one_line(data: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.opml"
    broken.write_text("<opml")
    assert "broken.opml" in run(data, "feeds", "import", str(broken), code=1)
    assert "nothing.opml" in run(data, "feeds", "import", str(tmp_path / "nothing.opml"), code=1)


def test_an_update_says_what_came_and_which_feed_failed(data: Path, server: LocalServer) -> None:
    server.pages |= {
        "/good": page(rss(item("/a"), item("/b", content=html(PARAGRAPHS[::-1]))), XML),
        "/a": page(article_page("Bridge closed")),
    }
    run(data, "feeds", "add", "--allow-private", server.url("/none"), server.url("/good"))
    printed = run(data, "update")
    assert "2 feeds asked, 1 failed" in printed
    assert "2 added" in printed
    assert "404" in printed
    assert "failed 1 time: the server answered 404" in run(data, "feeds", "list")
    assert "1 feed asked, 1 not due" in run(data, "update")
    reported_as_json = json.loads(run(data, "update", "--now", "--json"))
    assert reported_as_json["skipped"] == 1
    assert reported_as_json["feeds"] == {"asked": 2, "unchanged": 0, "failed": 1, "waiting": 0}


def test_an_update_of_which_nothing_came_says_so_by_its_exit_code(data: Path, server: LocalServer) -> None:
    run(data, "feeds", "add", "--allow-private", server.url("/none"))
    assert "1 failed" in run(data, "update", code=1)
    assert "0 feeds asked, 1 not due" in run(data, "update")


def test_an_update_without_feeds_says_how_to_add_some(data: Path) -> None:
    open_library(data).close()
    assert "newsdiff feeds add URL" in run(data, "update", code=1)


def test_a_feed_on_this_computer_needs_permission(data: Path, server: LocalServer) -> None:
    run(data, "feeds", "add", server.url("/feed"))
    assert "--allow-private" in run(data, "update", code=1)
    assert "404" in run(data, "update", "--now", "--allow-private", code=1)
    run(data, "feeds", "add", "--allow-private", server.url("/feed"))
    server.pages["/feed"] = page(rss(item("/a", content=html())), XML)
    assert "1 added" in run(data, "update", "--now")


def test_an_update_since_a_day_leaves_out_what_is_older(data: Path, server: LocalServer) -> None:
    entries = (item("/old", content=html(PARAGRAPHS[::-1]), day=20), item("/new", content=html(), day=24))
    server.pages["/feed"] = page(rss(*entries), XML)
    run(data, "feeds", "add", "--allow-private", server.url("/feed"))
    assert "1 added" in run(data, "update", "--since", "2026-11-24")


def test_a_page_that_robots_may_not_read_is_added_when_its_reader_says_so(
    data: Path, server: LocalServer
) -> None:
    server.pages |= {
        "/robots.txt": page("User-agent: *\nDisallow: /", "text/plain"),
        "/a": page(article_page("Bridge closed")),
    }
    add = ("add", "--allow-private", server.url("/a"))
    assert "robots.txt" in run(data, *add, code=1)
    assert "1 added" in run(data, *add, "--ignore-robots")
    assert "a single address" in run(data, *add, server.url("/b"), "--ignore-robots", code=2)
