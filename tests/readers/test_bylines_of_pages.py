"""The byline of a page, wherever it stands."""

from __future__ import annotations

import pytest

from tests.readers.page_facts import page


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
        *(
            pytest.param(
                (
                    "<title>Northway boss buys shares</title>",
                    f"<h1>Northway boss buys shares</h1><p>{line}</p>",
                ),
                wanted,
                id=line,
            )
            for line, wanted in {
                "By Anna Teller in Oslo": "Anna Teller",
                "By Anna Teller for the Planet": "Anna Teller",
                "By Anna Teller in Oslo and Jon Vale in Rome": "Anna Teller and Jon Vale",
                "By Anna Teller in Albany, New York": "Anna Teller",
                "di Anna Teller": "Anna Teller",
                "Autor: Anna Teller": "Anna Teller",
                "Anna Teller, Associated Press": "Anna Teller",
                "ANNA TELLER and JON VALE, The Associated Press": "ANNA TELLER and JON VALE",
            }.items()
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="byl" content="By Anna Teller">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "Anna Teller",
            id="meta byl",
        ),
    ],
)
def test_the_byline_is_the_names_alone(parts: tuple[str, ...], wanted: str) -> None:
    article = page(*parts)
    assert article.byline == wanted
    assert len(article.paragraphs) == 3
