"""Feeds in every encoding, with their root anywhere, and with days in every form."""

from __future__ import annotations

import pytest

from newsdiff.incoming.feed_kinds import kind_of
from newsdiff.incoming.feeds import Entry, read_feed
from newsdiff.readers.metadata.publication_time import published

URL = "http://a.example/feed"
DECLARATION = '<?xml version="1.0"?>'


def rss(item: str, declaration: str = DECLARATION, name: str = "N") -> str:
    return (
        f'{declaration}<rss version="2.0"><channel><title>{name}</title><item><title>T</title>'
        f"<link>http://a.example/c</link>{item}</item></channel></rss>"
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("8/21/2025 9:00:00 AM", "2025-08-21"),
        ("05 Nov 25", "2025-11-05"),
        ("1767225600", "2026-01-01"),
        ("1767225600000", "2026-01-01"),
        ("20260301", "2026-03-01"),
        ("mié., 03 dic. 2025 10:11:00 GMT", "2025-12-03"),
        ("Lun, 15 Dic 2025 08:00:00 +0100", "2025-12-15"),
        ("ven. 5 déc. 2025 09:00", "2025-12-05"),
        ("Mi, 03 Dez 2025 12:00:00 +0100", "2025-12-03"),
        ("15 ago 2026 10:00", "2026-08-15"),
        ("Mon Apr 20 06:00:00 2026", "2026-04-20"),
        ("Wed May  6 06:00:00 2026", "2026-05-06"),
        ("Ср, 06 май 2026 08:00:00 +0300", "2026-05-06"),
        ("06/May/2026:08:00:00 +0000", "2026-05-06"),
        ("Çar, 06 Mayıs 2026 08:00", "2026-05-06"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "None"),
        ("Fri, 31 Dec 2099 00:00:00 GMT", "None"),
        ("Mon, 05 Jan 26 10:00:00 +0000", "2026-01-05"),
        ("21/08/2025 09:00", "2025-08-21"),
        ("2026-04-20 06:00:00", "2026-04-20"),
        ("20260420T060000Z", "2026-04-20"),
        ("April 20, 2026 6:00 am", "2026-04-20"),
        ("Mon Apr 20 06:00:00 UTC 2026", "2026-04-20"),
        ("20-Apr-2026 06:00", "2026-04-20"),
        ("Mon, 20 Apr 2026", "2026-04-20"),
        ("2026/04/20", "2026-04-20"),
        ("0001-01-01T00:00:00Z", "None"),
        ("20.04.2026, 06:00 Uhr", "2026-04-20"),
        ("9999-12-31", "None"),
        ("Wed Nov 05 2025 09:00:00 GMT+0100 (CET)", "2025-11-05"),
        ("20. april 2026", "2026-04-20"),
        ("2026-4-20T6:00", "2026-04-20"),
    ],
)
def test_the_day_of_an_entry(written: str, day: str) -> None:
    (entry,) = read_feed(rss(f"<pubDate>{written}</pubDate>").encode(), URL).entries
    assert str(published(entry.published).day) == day


def test_a_day_that_cannot_be_believed_leaves_that_of_the_update() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>T</title><link href="/c"/>'
        "<published>1970-01-01T00:00:00Z</published><updated>2026-04-20T06:00:00Z</updated></entry></feed>"
    )
    assert read_feed(atom.encode(), URL).entries[0].published == "2026-04-20T06:00:00Z"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_feed_is_known_as_one_in_every_encoding(encoding: str) -> None:
    assert kind_of(rss("").encode(encoding)) == "feed"
    assert [entry.title for entry in read_feed(rss("").encode(encoding), URL).entries] == ["T"]


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        (f"{DECLARATION}<!-- {'x ' * 5_000}-->", "feed"),
        (DECLARATION + '<?xml-stylesheet href="a"?>' * 200, "feed"),
        (DECLARATION + "<!DOCTYPE rss [ " + "<!ENTITY a 'x'>" * 300 + "]>", "feed"),
        ("\n" * 3_000, "feed"),
        ("<!-- <html> -->", "feed"),
        ("<!doctype html><html><body>", "page"),
        ("<!-- <rss> --><html>", "page"),
        ("plain words ", "page"),
        ("<!-- never closed ", "page"),
    ],
)
def test_the_root_may_stand_anywhere_below_comments_and_declarations(above: str, kind: str) -> None:
    assert kind_of((above + rss("", declaration="")).encode()) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1", "utf-16", "no-such-encoding"])
def test_letters_are_right_whatever_encoding_a_feed_declares(encoding: str, declared: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else DECLARATION
    text = (
        f"{declaration}<rss version='2.0'><channel><title>L&amp;amp;G café</title><item>"
        "<title>L&#8217;été à Malmö &amp;amp; Cie</title><link>http://a.example/été</link>"
        "<description>C&#8217;est été &amp;rsquo; ü</description></item></channel></rss>"
    )
    feed = read_feed(text.encode(encoding), URL)
    (entry,) = feed.entries
    assert (feed.title, entry.title) == ("L&G café", "L’été à Malmö & Cie")
    assert (entry.url, entry.summary) == ("http://a.example/%C3%A9t%C3%A9", "C’est été ’ ü")


def test_an_entity_that_xml_does_not_know_spoils_no_letter() -> None:
    text = rss("<description>été &rsquo; &nbsp; fin</description>").replace("<title>T", "<title>L&rsquo;été")
    (entry,) = read_feed(text.encode(), URL).entries
    assert entry.title == "L’été"
    assert entry.summary.startswith("été ’")


def entry_with(content: str) -> Entry:
    """The entry of a feed with this content."""
    (entry,) = read_feed(rss(f"<description><![CDATA[{content}]]></description>").encode(), URL).entries
    return entry


def test_a_script_is_no_text_of_an_entry_and_makes_it_no_whole_article() -> None:
    script = f"<script>{'count words here ' * 200}</script>"
    entry = entry_with(f"<p>The mill burned.</p>{script}")
    assert (entry.html, entry.summary) == ("", "The mill burned.")
    assert entry_with("<p>The mill burned.</p>" + "<script" * 100_000).summary == "The mill burned."


def test_an_entry_is_another_one_for_what_can_be_read_in_it_alone() -> None:
    one, again = (entry_with(f'<p id="{stamp}">The mill burned.</p>') for stamp in ("k1", "k2"))
    assert one.key == again.key != entry_with("<p>The mill stands.</p>").key
