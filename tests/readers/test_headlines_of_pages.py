"""The headline of a page, wherever it stands."""

from __future__ import annotations

import pytest

from tests.readers.page_facts import page


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
            (
                "<title>Northway boss buys shares</title>",
                "<h1><span>Roads</span> <span>Northway boss buys shares</span></h1>",
            ),
            "Northway boss buys shares",
            id="kicker in h1",
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
