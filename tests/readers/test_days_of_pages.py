"""The day of a page, wherever it stands."""

from __future__ import annotations

import pytest

from tests.readers.page_facts import TITLE, page


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
    article = page("", f"<h1>{TITLE}</h1><p>Updated February 9, 2026</p><p>Published January 2, 2026</p>")
    assert "last updated on 2026-02-09" in article.remarks
