"""What feeds and lists of feeds say, from their bytes alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.incoming.feed_kinds import kind_of
from newsdiff.incoming.feeds import Feed, Listed, NotAFeedError, read_feed, read_opml, write_opml
from tests.incoming.feed_texts import PARAGRAPHS, html, item, opml, rss

URL = "https://news.example/feeds/all.xml"

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/atom/">
<title>A</title>
<entry><title>One &amp; two</title><link href="one.html"/>
<updated>2026-11-24T08:00:00Z</updated></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel>
<item><title>One</title><link>/one.html</link><dc:date>2026-11-24</dc:date></item></rdf:RDF>"""

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><rss version='2.0'><channel><title>&j;</title></channel></rss>"
)


def links(data: str | bytes) -> list[str]:
    return [entry.url for entry in read_feed(data.encode() if isinstance(data, str) else data, URL).entries]


def test_relative_links_lead_to_where_the_feed_came_from() -> None:
    document = rss(item("/a"), item("b.html"), item("//other.example/c"), item("https://x.example/d#part"))
    assert links(document) == [
        "https://news.example/a",
        "https://news.example/feeds/b.html",
        "https://other.example/c",
        "https://x.example/d",
    ]


def test_atom_and_rdf_are_read_with_their_dates() -> None:
    (atom,) = read_feed(ATOM.encode(), URL).entries
    (rdf,) = read_feed(RDF.encode(), URL).entries
    assert (atom.url, atom.title, atom.published[:10]) == (
        "https://news.example/atom/one.html", "One & two", "2026-11-24",
    )  # fmt: skip
    assert (rdf.url, rdf.published[:10]) == ("https://news.example/one.html", "2026-11-24")


def test_a_json_feed_is_read() -> None:
    text = "\n\n".join(PARAGRAPHS)
    items = [{"url": "/a", "title": "One", "content_text": text}, {"url": "file:///etc/passwd"}, 7]
    document = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": items}
    feed = read_feed(json.dumps(document).encode(), URL)
    (entry,) = feed.entries
    assert (feed.title, entry.url) == ("J", "https://news.example/a")
    assert html() in entry.html


@pytest.mark.parametrize(
    "link",
    ["file:///etc/passwd", "ftp://x.example/", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.c", ""],
)
def test_links_that_are_not_of_the_web_are_dropped(link: str) -> None:
    assert links(rss(item(link), item("/good"))) == ["https://news.example/good"]


def test_a_feed_with_the_whole_text_needs_no_page_and_a_teaser_does() -> None:
    document = rss(
        item("/whole", content=html()),
        item("/teaser", teaser=PARAGRAPHS[0]),
        item("/cut", content=html((*PARAGRAPHS, "Read more…"))),
        item("/long-description", teaser=html(PARAGRAPHS * 2)),
    )
    full = {
        entry.url.rpartition("/")[2]: bool(entry.html) for entry in read_feed(document.encode(), URL).entries
    }
    assert full == {"whole": True, "teaser": False, "cut": False, "long-description": True}


def test_a_teaser_and_a_title_leave_out_what_no_browser_shows() -> None:
    hidden = "<![CDATA[<p>A ferry ran <b>aground</b>.</p><style>p{}</style><script>track('<p>')</script>]]>"
    document = rss(
        f"<item><title>One<![CDATA[<script>1</script>]]></title><link>/a</link>"
        f"<description>{hidden}</description></item>"
    )
    (entry,) = read_feed(document.encode(), URL).entries
    assert (entry.title, entry.summary) == ("One", "A ferry ran aground.")


def test_an_entry_keeps_its_key_until_the_feed_says_something_else_of_it() -> None:
    def key(document: str) -> str:
        return read_feed(rss(document).encode(), URL).entries[0].key

    assert key(item("/a", teaser="one")) == key(item("/a", teaser="one"))
    assert key(item("/a", teaser="one")) != key(item("/a", teaser="two"))


TWO_IN_ATOM = ATOM.replace("</feed>", "<entry><title>Two</title><link href='two.html'/></entry></feed>")
TWO_IN_RDF = RDF.replace("</rdf:RDF>", "<item><title>Two</title><link>/two.html</link></item></rdf:RDF>")


@pytest.mark.parametrize(
    "document", [rss(item("/a", content=html()), item("/b"), item("/c")), TWO_IN_ATOM, TWO_IN_RDF]
)
def test_entries_that_are_written_as_they_were_are_left_out_and_the_others_read_the_same(
    document: str,
) -> None:
    whole = read_feed(document.encode(), URL)
    for place, entry in enumerate(whole.entries):
        rest = read_feed(document.encode(), URL, frozenset(entry.as_written))
        assert rest.entries == (*whole.entries[:place], *whole.entries[place + 1 :])
        assert rest.left_out
        assert rest.title == whole.title
    every = frozenset(key for entry in whole.entries for key in entry.as_written)
    assert read_feed(document.encode(), URL, every) == Feed(whole.title, (), left_out=True)


def test_an_entry_that_is_written_otherwise_or_stands_elsewhere_is_read_again() -> None:
    (entry,) = read_feed(rss(item("/a", teaser="one")).encode(), URL).entries
    known = frozenset(entry.as_written)
    assert read_feed(rss(item("/a", teaser="two")).encode(), URL, known).entries
    assert read_feed(rss(item("/a", teaser="one")).encode(), "https://other.example/feed", known).entries


@pytest.mark.parametrize(
    "inside", ["<![CDATA[in </item> a feed]]>", "<!-- </item> -->", "<![CDATA[<item>x</item>]]>"]
)
def test_an_entry_with_the_mark_of_an_end_inside_is_read_whole_every_time(inside: str) -> None:
    tricky = item("/a").replace("<description>", f"<description>{inside}")
    document = rss(item("/b"), tricky, item("/c")).encode()
    whole = read_feed(document, URL)
    known = frozenset(key for entry in whole.entries for key in entry.as_written)
    again = read_feed(document, URL, known)
    assert [entry.url for entry in whole.entries] == [f"https://news.example/{name}" for name in "bac"]
    assert whole.entries[1] in again.entries


@pytest.mark.parametrize(
    "hidden", [f"<!-- {item('/x')} -->", f"<description><![CDATA[{item('/x')}]]></description>"]
)
def test_an_entry_that_is_put_in_a_comment_or_text_never_hides_another(hidden: str) -> None:
    cut_off = rss(hidden, item("/a"), item("/b"), item("/c")).partition("</item></channel>")[0]
    whole = read_feed(cut_off.encode(), URL)
    assert [entry.url for entry in whole.entries] == [f"https://news.example/{name}" for name in "abc"]
    for entry in whole.entries:
        rest = read_feed(cut_off.encode(), URL, frozenset(entry.as_written)).entries
        assert {one.url for one in whole.entries} - {one.url for one in rest} <= {entry.url}


def test_an_entry_is_read_again_where_its_feed_has_another_base() -> None:
    def under(base: str) -> bytes:
        return TWO_IN_ATOM.replace("news.example/atom", f"news.example/{base}").encode()

    first = read_feed(under("one"), URL)
    known = frozenset(key for entry in first.entries for key in entry.as_written)
    assert known
    assert read_feed(under("one"), URL, known).entries == ()
    assert read_feed(under("two"), URL, known).entries == read_feed(under("two"), URL).entries


def test_a_feed_that_declares_entities_is_read_whole() -> None:
    (entry,) = read_feed(rss(item("/a")).encode(), URL).entries
    declaring = rss(item("/a"), declaration='<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>')
    assert not read_feed(declaring.encode(), URL, frozenset(entry.as_written)).left_out


@pytest.mark.parametrize("declared", ["ISO-8859-1", "UTF-16", "windows-1251", "no-such-thing"])
def test_a_wrong_declaration_of_the_encoding_does_no_harm(declared: str) -> None:
    document = rss(item("/a", "Zürich – “Grüße”"), declaration=f'<?xml version="1.0" encoding="{declared}"?>')
    assert read_feed(document.encode("utf-8"), URL).entries[0].title == "Zürich – “Grüße”"


def test_a_right_declaration_holds() -> None:
    document = rss(item("/a", "Zürich"), declaration='<?xml version="1.0" encoding="ISO-8859-1"?>')
    assert read_feed(document.encode("latin-1"), URL).entries[0].title == "Zürich"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body><p>A page</p></body></html>",
        b"plain words",
        bytes(range(256)),
        b"{}",
        b'{"items": 5}',
    ],
)
def test_what_is_no_feed_is_reported_so(data: bytes) -> None:
    with pytest.raises(NotAFeedError):
        read_feed(data, URL)


def test_an_entity_bomb_is_not_unpacked() -> None:
    """A thousand million of them, if it were."""
    feed = _read_or_refused(BOMB.encode())
    assert feed is None or len(feed.title) < 10_000


def _read_or_refused(data: bytes) -> Feed | None:
    try:
        return read_feed(data, URL)
    except NotAFeedError:
        return None


def test_a_name_of_a_file_is_never_opened(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(rss(item("/a")))
    with pytest.raises(NotAFeedError):
        read_feed(str(file).encode(), URL)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    for one in (data, b"<rss><channel>" + data, b'{"items":' + data):
        feed = _read_or_refused(one)
        assert feed is None or all(entry.url.startswith("http") for entry in feed.entries)
    assert kind_of(data) in ("feed", "opml", "page")


def test_a_list_of_feeds_is_read_with_its_categories_and_written_again() -> None:
    listed = read_opml(
        opml("https://a.example/f?x=1&y=2", "file:///etc/passwd", "https://b.example/").encode()
    )
    assert listed == (Listed("https://a.example/f?x=1&y=2", "A feed"), Listed("https://b.example/", "A feed"))
    assert read_opml(write_opml(listed)) == listed


@given(st.lists(st.text(max_size=20)))
def test_whatever_a_feed_is_called_its_list_can_be_read_again(names: list[str]) -> None:
    listed = tuple(Listed(f"https://a.example/{number}", name) for number, name in enumerate(names))
    assert [feed.url for feed in read_opml(write_opml(listed))] == [feed.url for feed in listed]


@pytest.mark.parametrize("data", [b"", b"<opml", b"<opml><!ENTITY a 'b'></opml>", b"\xff\xfe"])
def test_a_broken_list_is_reported_so(data: bytes) -> None:
    with pytest.raises(NotAFeedError):
        read_opml(data)
