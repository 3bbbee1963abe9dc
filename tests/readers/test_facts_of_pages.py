"""Headline, byline and day of a page, whichever way it tells them."""

from __future__ import annotations

import pytest

from newsdiff.model import Article
from newsdiff.readers.files.article import article_of

T = "Northway boss buys shares"
BODY = (
    "<p>Northway Toll Roads said on Friday that its chief executive, Petra Lindqvist, had bought 20,000"
    " shares in"
    " the company.</p><p>The purchase was made on the Tessin stock exchange on Wednesday, two days before the"
    ' report.</p><p>"I believe in this company," Lindqvist said.</p>'
)


def page(head: str = "", top: str = "", above: str = "") -> Article:
    text = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head>'
        f"<body>{above}<article>{top}{BODY}</article></body></html>"
    )
    return article_of(text.encode(), "a.html", ".html")


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        pytest.param(
            ("<title>Northway boss buys shares</title>",), "Northway boss buys shares", id="only title"
        ),
        pytest.param(
            ("<title>Northway boss buys shares | CBC News</title>",),
            "Northway boss buys shares",
            id="title | site",
        ),
        pytest.param(
            ("<title>Northway boss buys shares - The Daily Planet</title>",),
            "Northway boss buys shares",
            id="title - site",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares – Business – Tessin Exchange News</title><meta"
                ' property="og:site_name" content="Tessin Exchange News">',
            ),
            "Northway boss buys shares",
            id="title – section – site",
        ),
        pytest.param(
            (
                '<title>BBC News - Northway boss buys shares</title><meta property="og:site_name"'
                ' content="BBC News">',
            ),
            "Northway boss buys shares",
            id="site: title",
        ),
        pytest.param(
            ("<title>Northway - the road company - buys shares | Planet</title>",),
            "Northway - the road company - buys shares",
            id="title with dash in it",
        ),
        pytest.param(
            ("<title>Anti-toll protest spreads - Planet</title>",),
            "Anti-toll protest spreads",
            id="title hyphen word",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares "
                '| Planet</title><meta property="og:title" content="Northway boss buys shares '
                '| Planet"><meta property="og:site_name" content="Planet">',
            ),
            "Northway boss buys shares",
            id="og:title with site",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares – Tessin Exchange News</title><meta"
                ' property="og:site_name" content="Tessin Exchange News">',
                "<h1>Tessin Exchange News</h1>",
            ),
            "Northway boss buys shares",
            id="h1 logo",
        ),
        pytest.param(
            (
                '<title>Tessin Exchange News</title><meta property="og:site_name" content="Tessin'
                ' Exchange News">',
                "<h2>Northway boss buys shares</h2>",
                '<header><h1><a href="/">Tessin Exchange News</a></h1></header>',
            ),
            "Northway boss buys shares",
            id="h1 logo in header, headline h2",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares - Planet</title>",
                "<h1>Northway boss buys shares</h1>",
                '<h1 class="logo">Planet</h1>',
            ),
            "Northway boss buys shares",
            id="h1 logo no site name, h1 headline",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><link rel="canonical"'
                ' href="https://www.dailyplanet.com/a/b">',
                "",
                '<h1><a href="/">Daily Planet</a></h1>',
            ),
            "Northway boss buys shares",
            id="h1 logo host",
        ),
        pytest.param(
            (
                '<title>Northway&amp;#8217;s boss buys shares</title><meta property="og:title"'
                ' content="Northway&amp;#8217;s boss &amp;amp; wife buy shares">',
            ),
            "Northway’s boss & wife buy shares",
            id="entities in title",
        ),
        pytest.param(
            (
                '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Northway&#8217;s'
                ' boss &amp; wife buy shares"}</script>',
            ),
            "Northway’s boss & wife buy shares",
            id="json-ld entities",
        ),
        pytest.param(
            ("<title>Planet</title>", '<h2 itemprop="headline">Northway boss buys shares</h2>'),
            "Northway boss buys shares",
            id="itemprop headline",
        ),
        pytest.param(
            ('<meta name="citation_title" content="Northway boss buys shares">',),
            "Northway boss buys shares",
            id="citation_title",
        ),
        pytest.param(
            ("", "<h1>Northway boss buys shares</h1>"), "Northway boss buys shares", id="headline no title h1"
        ),
        pytest.param(
            ("<title>Home</title>", "<h1>Northway boss buys shares</h1>"),
            "Northway boss buys shares",
            id="title is untitled",
        ),
        pytest.param(
            (
                "<title>Planet » Business » Northway boss buys shares</title><meta"
                ' property="og:site_name" content="Planet">',
            ),
            "Northway boss buys shares",
            id="title »",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares "
                '| Planet</title><meta property="og:title" content="Planet"><meta property="og:site_name"'
                ' content="Planet">',
            ),
            "Northway boss buys shares",
            id="og:title generic",
        ),
    ],
)
def test_the_headline_is_the_storys_own(parts: tuple[str, ...], wanted: str) -> None:
    article = page(*parts)
    assert article.title == wanted
    assert len(article.paragraphs) == 3


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>By Anna Teller</p>",
            ),
            "Anna Teller",
            id="p By",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>By Anna Teller, Business Editor</p>",
            ),
            "Anna Teller",
            id="p by and role",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="author" content="By Anna Teller">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "Anna Teller",
            id="meta By",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="author" content=", Anna Teller">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "Anna Teller",
            id="meta comma",
        ),
        pytest.param(
            (
                '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x y z'
                ' w","author":{"@type":"Person","name":"BY ANNA TELLER"}}</script>',
                "<h1>Northway boss buys shares</h1>",
            ),
            "ANNA TELLER",
            id="jsonld BY",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>By Anna Teller and Jon Vale</p>",
            ),
            "Anna Teller and Jon Vale",
            id="two authors",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><div class="byline">By <a href="/at">Anna'
                " Teller</a></div>",
            ),
            "Anna Teller",
            id="span class byline",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><div><a rel="author" href="/at">Anna Teller</a></div>',
            ),
            "Anna Teller",
            id="a rel author",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><span itemprop="author" itemscope><span'
                ' itemprop="name">Anna Teller</span></span>',
            ),
            "Anna Teller",
            id="itemprop author",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="citation_author" content="Teller,'
                ' Anna"><meta name="citation_author" content="Vale, Jon">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "Teller, Anna; Vale, Jon",
            id="citation_author",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta property="article:author"'
                ' content="https://facebook.com/planet">',
                "<h1>Northway boss buys shares</h1><p>By Anna Teller</p>",
            ),
            "Anna Teller",
            id="author url",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="author" content="by Anna Teller '
                '| Planet"><meta property="og:site_name" content="Planet">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "Anna Teller",
            id="author is outlet+by",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Written by Anna Teller</p>",
            ),
            "Anna Teller",
            id="written by",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Von Anna Teller</p>",
            ),
            "Anna Teller",
            id="Von",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Par Anna Teller</p>",
            ),
            "Anna Teller",
            id="Par",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Texto: Anna Teller</p>",
            ),
            "Anna Teller",
            id="Texto",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Anna Teller, Oslo correspondent</p>",
            ),
            "Anna Teller",
            id="office",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="sailthru.author" content="Anna Teller">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "Anna Teller",
            id="sailthru.author",
        ),
    ],
)
def test_the_byline_is_the_names_alone(parts: tuple[str, ...], wanted: str) -> None:
    article = page(*parts)
    assert article.byline == wanted
    assert len(article.paragraphs) == 3


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Updated February 9, 2026 at 3:12 PM"
                " EST</p><p>Published January 2, 2026 at 10:00 AM EST</p>",
            ),
            "2026-01-02",
            id="updated before published",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Updated: 9 Feb 2026 10:00 "
                "| Published: 2 Jan 2026 09:00</p>",
            ),
            "2026-01-02",
            id="one line both",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Updated February 9, 2026</p>",
            ),
            "2026-02-09",
            id="updated only",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta itemprop="datePublished"'
                ' content="2026-01-02T10:00:00Z"><meta itemprop="dateModified"'
                ' content="2026-02-09T10:00:00Z">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="itemprop meta",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><span itemprop="datePublished">2 January 2026</span>',
            ),
            "2026-01-02",
            id="itemprop span text",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><time pubdate>2 January 2026</time>",
            ),
            "2026-01-02",
            id="time pubdate text",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><time itemprop="dateModified" datetime="2026-02-09">9'
                ' Feb</time><time itemprop="datePublished" datetime="2026-01-02">2 Jan</time>',
            ),
            "2026-01-02",
            id="time datetime itemprop",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="sailthru.date" content="Fri, 02 Jan'
                ' 2026 10:00:00 +0000">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="sailthru",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="citation_publication_date"'
                ' content="2026/01/02">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="citation_publication_date",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="citation_date" content="2026/01/02">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="citation_date",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Published 23/01/2026</p>",
            ),
            "2026-01-23",
            id="Published dd/mm/yyyy",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Published 01/23/2026</p>",
            ),
            "2026-01-23",
            id="Published mm/dd/yyyy",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Published 02/03/2026</p>",
            ),
            "None",
            id="ambiguous",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><time class="updated" datetime="2026-02-09">9'
                ' Feb</time><time datetime="2026-01-02">2 Jan</time>',
            ),
            "2026-01-02",
            id="time updated class first",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><p>Updated <time datetime="2026-02-09T10:00Z">9'
                ' Feb</time></p><p>Published <time datetime="2026-01-02T10:00Z">2 Jan</time></p>',
            ),
            "2026-01-02",
            id="time within p updated",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta property="article:modified_time"'
                ' content="2026-02-09T10:00:00Z">',
                "<h1>Northway boss buys shares</h1><p>January 2, 2026</p>",
            ),
            "2026-01-02",
            id="modified_time only meta + printed",
        ),
        pytest.param(
            (
                '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Northway boss buys'
                ' shares","datePublished":"2026-01-02","dateModified":"2026-02-09"}</script><meta'
                ' name="date" content="2026-02-09">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="jsonld over meta",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="DC.date.issued" content="2026-01-02">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="dc.date.issued",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="dcterms.created" content="2026-01-02">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="dcterms.created",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><meta itemprop="datePublished" content="2026-01-02">',
            ),
            "2026-01-02",
            id="meta itemprop in article",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                '<h1>Northway boss buys shares</h1><abbr class="published" title="2026-01-02T10:00:00Z">2'
                " Jan</abbr>",
            ),
            "2026-01-02",
            id="abbr published title",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Last updated on Feb 9, 2026</p><p>Jan 2, 2026</p>",
            ),
            "2026-01-02",
            id="printed with updated before",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>Aktualisiert am 9. Februar"
                " 2026</p><p>Veröffentlicht am 2. Januar 2026</p>",
            ),
            "2026-01-02",
            id="german",
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><link rel="canonical"'
                ' href="https://planet.example/2026/01/02/northway">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="url date",
        ),
        pytest.param(
            (
                "<title>Northway boss buys shares</title>",
                "<h1>Northway boss buys shares</h1><p>First published: Fri 2 Jan 2026 10:00, Updated: Mon"
                " 9 Feb 2026</p>",
            ),
            "2026-01-02",
            id="bst",
        ),
    ],
)
def test_the_day_is_that_of_publication(parts: tuple[str, ...], wanted: str) -> None:
    article = page(*parts)
    assert str(article.published) == wanted
    assert len(article.paragraphs) == 3


def test_an_update_on_another_day_is_said() -> None:
    article = page("", f"<h1>{T}</h1><p>Updated February 9, 2026</p><p>Published January 2, 2026</p>")
    assert "last updated on 2026-02-09" in article.remarks
