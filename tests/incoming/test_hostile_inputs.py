"""What somebody might send to do harm: it ends in an article or in one line, and nothing else happens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdiff.fetching.fetcher import Fetcher
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.feeds import Feed, NotAFeedError, read_feed, read_opml
from newsdiff.incoming.ingest import ingest
from newsdiff.incoming.local import read_file, read_standard_input
from newsdiff.incoming.web import Access, from_address
from newsdiff.library import Library
from newsdiff.readers.files.decoding import MOST_BYTES
from tests.fetching.local_server import LocalServer, page, redirect
from tests.incoming.feed_texts import PARAGRAPHS, article_page, html, item, opml, rss

URL = "https://news.example/feed"
LETTERS = "abcdefghi"
ENTITIES = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip(LETTERS, "bcdefghij", strict=True)
)
"""``&j;`` is a thousand million of them."""
DECLARATION = '<?xml version="1.0"?>'


def doctype(root: str, inside: str) -> str:
    return f"<!DOCTYPE {root} [{inside}]>"


def only(arrivals: list[Arrival]) -> Arrival:
    """The one arrival; its problem is one line."""
    (arrival,) = arrivals
    assert "\n" not in (arrival.problem or "")
    return arrival


def body(arrival: Arrival) -> list[str]:
    assert arrival.article is not None
    return [arrival.article.slice(block) for block in arrival.article.paragraphs]


# -- XML entities ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "inside",
    [ENTITIES, '<!ENTITY % p "x"><!ENTITY j "y">', '<!ENTITY j SYSTEM "file:///etc/passwd">'],
    ids=["bomb", "parameter", "file"],
)
def test_a_list_of_feeds_that_declares_entities_is_refused(inside: str, encoding: str) -> None:
    document = opml(URL).replace(DECLARATION, DECLARATION + doctype("opml", inside))
    document = document.replace('text="A feed"', 'text="&j;"')
    with pytest.raises(NotAFeedError):
        read_opml(document.encode(encoding))


@pytest.mark.parametrize("begun", ["<?xml ", "<?xml" + " " * 400_000], ids=["again and again", "blanks"])
def test_a_declaration_that_does_not_end_costs_no_more_than_its_length(begun: str) -> None:
    """Looked for from each of its blanks, its end would take hours to be missed."""
    with pytest.raises(NotAFeedError):
        read_feed((begun * (400_000 // len(begun) + 1)).encode(), URL)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_bomb_in_a_feed_stays_small(encoding: str) -> None:
    document = rss(item("/a", "&j;"), declaration=DECLARATION + doctype("rss", ENTITIES)).replace(
        "&amp;j;", "&j;"
    )
    try:
        feed = read_feed(document.encode(encoding), URL)
    except NotAFeedError:
        return
    assert sum(len(entry.title) + len(entry.html) for entry in feed.entries) < 10_000


def test_a_feed_cannot_have_a_file_of_this_computer_read_to_it(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret word")
    inside = f'<!ENTITY j SYSTEM "file://{tmp_path}/secret.txt">'
    document = rss(item("/a", "x &j; y"), declaration=DECLARATION + doctype("rss", inside))
    feed = _read_or_nothing(document.replace("&amp;j;", "&j;").encode())
    assert feed is None or "secret" not in "".join(entry.title + entry.html for entry in feed.entries)


def _read_or_nothing(data: bytes) -> Feed | None:
    try:
        return read_feed(data, URL)
    except NotAFeedError:
        return None


@pytest.mark.parametrize("suffix", [".html", ".xhtml"])
def test_entities_that_a_page_declares_are_not_unpacked(tmp_path: Path, suffix: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret word")
    inside = f'{ENTITIES}<!ENTITY s SYSTEM "file://{secret}">'
    document = (
        DECLARATION + doctype("html", inside) + article_page("Bridge", (*PARAGRAPHS, "It was &j; and &s;."))
    )
    file = tmp_path / f"page{suffix}"
    file.write_text(document.replace("&amp;", "&"), "utf-8")
    arrival = only(list(read_file(file)))
    assert arrival.article is None or (
        "secret" not in arrival.article.text and len(arrival.article.text) < 10_000
    )


# -- nesting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["div", "b", "span", "ul><li", "table><tr><td", "blockquote", "font"])
def test_an_article_before_a_very_deep_part_is_read_or_refused(tmp_path: Path, tag: str) -> None:
    file = tmp_path / "page.html"
    deep = f"<{tag}>" * 20_000 + "deep down"
    file.write_text(article_page("Bridge").replace("</body>", f"{deep}</body>"), "utf-8")
    arrival = only(list(read_file(file)))
    assert arrival.problem or set(PARAGRAPHS) <= set(body(arrival))


def test_deep_json_ld_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script></title>'
    wide = f'<script type="application/ld+json">[{"{}," * 100_000}{{}}]</script></title>'
    file.write_text(article_page("Bridge").replace("</title>", f"</title>{deep}{wide}"), "utf-8")
    assert set(PARAGRAPHS) <= set(body(only(list(read_file(file)))))


# -- size --------------------------------------------------------------------------------------------

FIFTY_MB = b"<html><body>" + b"<p>word word word word word</p>\n" * 1_600_000


def test_a_page_of_50_mb_is_refused_wherever_it_comes_from(
    server: LocalServer, tmp_path: Path, library: Library
) -> None:
    assert len(FIFTY_MB) > 50_000_000
    server.pages["/large"] = page(FIFTY_MB)
    (tmp_path / "large.html").write_bytes(FIFTY_MB)
    arrivals = [
        only(list(from_address(server.url("/large"), Access(Fetcher(), allow_private=True)))),
        only(list(read_file(tmp_path / "large.html"))),
        only(list(read_standard_input(FIFTY_MB[: MOST_BYTES + 1]))),
    ]
    assert ["MB" in (arrival.problem or "") for arrival in arrivals] == [True] * 3
    assert ingest(arrivals, library).count("skipped") == 3


# -- NUL bytes and other controls --------------------------------------------------------------------


def test_nul_bytes_in_a_page_are_dropped_and_the_article_is_found(tmp_path: Path, library: Library) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(article_page("Bri\x00dge closed").replace("harbour", "har\x00bour").encode())
    arrival = only(list(read_file(file)))
    assert body(arrival) == list(PARAGRAPHS)
    assert ingest([arrival], library).count("added") == 1
    assert [event.title for event in library.events.page("harbour")] == ["Bridge closed"]


def test_nul_bytes_in_json_are_kept_as_text_and_break_nothing(library: Library) -> None:
    document = {"title": "Bridge\x00closed", "text": "\x00".join(PARAGRAPHS), "outlet": "The\x00Courier"}
    arrival = only(list(read_standard_input(json.dumps(document).encode())))
    assert ingest([arrival], library).count("added") == 1
    (event,) = library.events.all()
    (article,) = library.events.articles(event.id)
    assert article.text == document["text"]


def test_nul_bytes_in_a_feed_do_not_stop_it(server: LocalServer) -> None:
    document = rss(item("/a", "Bridge", content=html())).replace("The Bay", "The\x00 Bay")
    server.pages["/feed"] = page(document, "application/rss+xml")
    for arrival in from_address(server.url("/feed"), Access(Fetcher(), allow_private=True)):
        assert arrival.article is not None or arrival.problem


# -- addresses ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "FILE://localhost/etc/passwd", "file:/etc/passwd", "//"]
)
def test_a_feed_cannot_lead_to_a_file(server: LocalServer, link: str) -> None:
    server.pages |= {
        "/feed": page(rss(item(link), item("/good", content=html())), "application/rss+xml"),
    }
    arrivals = list(from_address(server.url("/feed"), Access(Fetcher(), allow_private=True)))
    taken = [arrival.article for arrival in arrivals if arrival.article]
    assert [article.url for article in taken] == [server.url("/good")]
    assert not any("root:" in article.text for article in taken)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x"])
def test_a_page_cannot_call_a_file_its_address(tmp_path: Path, url: str) -> None:
    file = tmp_path / "page.html"
    linked = f'<link rel="canonical" href="{url}"><meta property="og:url" content="{url}">'
    linked += f'<script type="application/ld+json">{{"@type":"NewsArticle","url":"{url}"}}</script>'
    file.write_text(article_page("Bridge").replace("</title>", f"</title>{linked}"), "utf-8")
    arrival = only(list(read_file(file)))
    assert arrival.article is not None
    assert arrival.article.url is None


@pytest.mark.parametrize(
    "to", ["http://169.254.169.254/latest/", "http://10.0.0.1/", "http://[::ffff:10.0.0.1]/"]
)
def test_a_page_behind_a_feed_cannot_redirect_into_the_local_network(server: LocalServer, to: str) -> None:
    """That no packet leaves is what the guard of the suite checks."""
    server.pages |= {"/feed": page(rss(item("/a")), "application/rss+xml"), "/a": redirect(to)}
    arrival = only(list(from_address(server.url("/feed"), Access(Fetcher(), allow_private=True))))
    assert "not a public address" in (arrival.problem or "")


# -- charsets ----------------------------------------------------------------------------------------

ODD = (*PARAGRAPHS, "“Das Wasser hält nicht – wir müssen schließen,” said the café’s owner, Jürgen Groß.")


@pytest.mark.parametrize("declared", ["utf-16", "iso-8859-5", "utf-7", "x-user-defined", "none such", ""])
def test_a_wrong_charset_in_the_page_itself_does_no_harm(tmp_path: Path, declared: str) -> None:
    file = tmp_path / "page.html"
    document = article_page("Bridge", ODD).replace("<title>", f'<meta charset="{declared}"><title>')
    file.write_bytes(document.encode("utf-8"))
    assert body(only(list(read_file(file)))) == list(ODD)


@pytest.mark.parametrize("depth", [100, 1_000, 3_000])
@pytest.mark.parametrize("kind", ["multipart", "message"])
def test_a_saved_page_nested_deeply_is_read_or_reported_in_one_line(
    tmp_path: Path, depth: int, kind: str
) -> None:
    page = (
        "Content-Type: text/html\r\n\r\n<p>The river rose by two metres on Tuesday, officials said.</p>\r\n"
    )
    if kind == "multipart":
        opened = "".join(
            f"Content-Type: multipart/related; boundary=b{number}\r\n\r\n--b{number}\r\n"
            for number in range(depth)
        )
        text = opened + page + "".join(f"--b{number}--\r\n" for number in reversed(range(depth)))
    else:
        text = "Content-Type: message/rfc822\r\n\r\n" * depth + page
    file = tmp_path / "a.mhtml"
    file.write_text(text, newline="")
    (arrival,) = read_file(file)
    assert arrival.article is not None or arrival.problem == "is nested too deeply: save it again as HTML"
