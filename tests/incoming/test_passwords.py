"""Names and passwords in addresses: none is kept, none is shown, wherever it came from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.fetching.errors import FetchError
from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.request import Request
from newsdiff.incoming.feeds import Listed, write_opml
from newsdiff.incoming.sources import arrivals_from
from newsdiff.incoming.subscriptions import keep_feeds
from newsdiff.incoming.updating import update_feeds
from newsdiff.incoming.web import Access
from newsdiff.library import Library
from newsdiff.passwords import holds_password, without_password
from newsdiff.readers.files.article import article_of
from tests.cli.conftest import Run, newsdiff, program
from tests.incoming.feed_texts import article_page

__all__ = ["newsdiff", "program"]

ADDRESSES = (
    "https://reader:geheim@news.example.org/rss",
    "http://geheim@news.example.org/rss",
    "https://reader:ge@heim@news.example.org:8443/rss?a=b@c",
    "HTTPS://reader:geheim@news.example.org",
    "https://:geheim@news.example.org/",
)
WORDS = ("geheim", "ge@heim", "heim")


def opml(url: str, title: str = "") -> str:
    named = f' text="{title}"' if title else ""
    return f'<opml version="2.0"><body><outline type="rss" xmlUrl="{url}"{named}/></body></opml>'


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_feed_of_a_list_that_holds_one_is_left_out_and_that_is_said(
    url: str, newsdiff: Run, program: Run, tmp_path: Path
) -> None:
    file = tmp_path / "list.opml"
    file.write_text(
        '<opml version="2.0"><body>'
        f'<outline xmlUrl="{url}" text="{url}"/><outline xmlUrl="https://example.org/rss" text="{url}"/>'
        "</body></opml>"
    )
    outputs = [newsdiff("feeds", "import", file), newsdiff("feeds", "list"),
               newsdiff("feeds", "list", "--json"),
               newsdiff("feeds", "export"), newsdiff("feeds", "add", url), newsdiff("feeds", "remove", url),
               program("add", file), program("add", url)]  # fmt: skip
    said = b"".join(output.stdout + output.stderr for output in outputs).decode()
    assert "1 added, 1 left out (a name or password in the address)" in said
    assert not any(word in said for word in WORDS), said
    for kept in (tmp_path / "data").rglob("*"):
        assert not kept.is_file() or b"geheim" not in kept.read_bytes()


def test_one_that_an_earlier_version_kept_is_hidden(library: Library, access: Access) -> None:
    url = ADDRESSES[0]
    library.feeds.add(url, title=url)
    (feed,) = library.feeds.all()
    assert (feed.shown, feed.title) == ("https://news.example.org/rss",) * 2
    assert b"geheim" not in write_opml((Listed(feed.url, feed.title),))
    update = update_feeds(library, access)
    assert (update.asked, update.failed) == (1, 1)
    assert "geheim" not in repr(update.summary)
    assert "geheim" not in library.feeds.all()[0].error
    library.feeds.remove("https://news.example.org/rss")
    assert library.feeds.all() == ()


@pytest.mark.parametrize("url", ADDRESSES)
def test_that_of_a_canonical_link_is_stripped_and_that_is_said(url: str, library: Library) -> None:
    page = article_page("Ferry").replace("<head>", f'<head><link rel="canonical" href="{url}">')
    article = article_of(page.encode(), "a.html", ".html")
    assert article.url is None or not any(word in article.url for word in WORDS)
    record = {"title": "Ferry", "text": "The ferry Aurora sank.\n\nAll were saved.", "url": url}
    (arrival,) = _from_json(record)
    assert arrival.article is not None
    assert not any(word in repr(arrival.article) for word in WORDS)
    assert any("password" in remark for remark in arrival.article.remarks)


def _from_json(record: dict[str, str]) -> list[object]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.json"
        file.write_text(json.dumps(record))
        return list(arrivals_from([file], Access(Fetcher())))


@pytest.mark.parametrize(
    "url", [*ADDRESSES, f"https://reader:geheim@{'x' * 5_000}.org", "https://a:geheim@[::1"]
)
def test_no_error_shows_one(url: str) -> None:
    with pytest.raises(FetchError) as raised:
        Fetcher().fetch(Request(url, frozenset()))
    assert not any(word in str(raised.value) + raised.value.url for word in WORDS)


def test_a_list_of_feeds_says_how_many_were_left_out(library: Library) -> None:
    feeds = [Listed(url) for url in ADDRESSES] + [Listed("https://example.org/a@b/rss")]
    kept = keep_feeds(library, feeds)
    assert (kept.added, kept.known, kept.refused) == (1, 0, len(ADDRESSES))
    assert [feed.url for feed in library.feeds.all()] == ["https://example.org/a@b/rss"]


HARMLESS = ["https://example.org/@name/post", "https://example.org/?mail=a@b", "mailto:a@b.org", "a@b", ""]


@pytest.mark.parametrize("url", HARMLESS)
def test_other_signs_of_that_kind_are_left_alone(url: str) -> None:
    assert without_password(url) == url
    assert not holds_password(url)


@given(st.text(max_size=200), st.text(alphabet="ab:@%", min_size=1, max_size=10))
def test_what_is_left_holds_none(before: str, name: str) -> None:
    url = f"{before} https://{name}@host.example/a"
    assert not holds_password(without_password(url))
    assert without_password(url).endswith("https://host.example/a")
