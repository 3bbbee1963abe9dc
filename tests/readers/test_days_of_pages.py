"""The day of a page, wherever it stands."""

from __future__ import annotations

import pytest

from newsdiff.readers.files.article import article_of
from tests.readers.page_facts import BODY, TITLE, page


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
        *(
            pytest.param(
                ("<title>Northway boss buys shares</title>", f"<h1>Northway boss buys shares</h1>{printed}"),
                "2026-01-02",
                id=name,
            )
            for name, printed in {
                "fr modified first": "<p>Modifié le 9 février 2026</p><p>Publié le 2 janvier 2026</p>",
                "tr": "<p>02 Ocak 2026 10:14 Güncelleme: 09 Şubat 2026</p>",
                "ja": "<p>2026年1月2日 10時14分</p>",
                "cs": "<p>2. ledna 2026, 10:14</p>",
                "fi": "<p>2. tammikuuta 2026</p>",
                "ro": "<p>2 ianuarie 2026, 10:14</p>",
            }.items()
        ),
        pytest.param(
            (
                '<title>Northway boss buys shares</title><meta name="OriginalPublicationDate"'
                ' content="2026/01/02 10:00:00">',
                "<h1>Northway boss buys shares</h1>",
            ),
            "2026-01-02",
            id="OriginalPublicationDate",
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


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param(
            "", "<p>Posted by Hanna Berg on 2 January 2026 at 18:44 | read 1,599 times</p>", id="amid"
        ),
        pytest.param("", "<p>Von: Hanna Berg</p><p>|</p><p>02.01.26</p>", id="two digits of the year"),
        pytest.param("<div>Business, 2.1.26</div>", "", id="above the headline"),
        pytest.param(
            "", '<p><a href="/hanna">hanna</a> — <a href="/2026/01">2 January 2026</a></p>', id="linked"
        ),
        pytest.param("", "<p>Published on January 2, 2026January 2, 2026 • 319 likes</p>", id="glued"),
        pytest.param(
            "", '<p><span property="dc:created" content="2026-01-02T18:44Z">today</span></p>', id="RDFa"
        ),
        pytest.param(
            "", '<ul><li>Hanna Berg</li><li><time datetime="2026-01-02">today</time></li></ul>', id="list"
        ),
    ],
)
def test_the_day_may_stand_among_other_words_at_the_headline(above: str, below: str) -> None:
    article = page(f"<title>{TITLE}</title>", f"{above}<h1>{TITLE}</h1>{below}")
    assert str(article.published) == "2026-01-02"


def test_a_day_behind_the_text_is_that_of_publication_but_not_that_of_another_story() -> None:
    text = (
        f"<html><body><main><h1>{TITLE}</h1>{BODY}<div>Saved by hanna on 2 January 2026 - 18:55</div></main>"
        '<a href="/other"><h3>Harbour bridge opens again on 5 January 2026 to cars and cyclists</h3></a>'
        "</body></html>"
    )
    assert str(article_of(text.encode(), "a.html", ".html").published) == "2026-01-02"


@pytest.mark.parametrize(
    "foot", ["<p>{}</p>", "<ul><li>by Hanna Berg</li><li>{}</li></ul>", "<table><td>{}</table>"]
)
def test_a_line_far_below_may_say_when_the_page_was_published(foot: str) -> None:
    between = "".join(f"<div>Box {number} of the town</div>" for number in range(9))
    text = (
        f"<html><body><article><h1>{TITLE}</h1>{BODY}</article>{between}"
        f"{foot.format('hanna — published 2 January 2026 06:00')}</body></html>"
    )
    assert str(article_of(text.encode(), "a.html", ".html").published) == "2026-01-02"


def test_lines_that_give_several_days_say_nothing_of_the_page() -> None:
    between = "".join(f"<div>Box {number} of the town</div>" for number in range(9))
    cards = "".join(f"<div>hanna — published {number} January 2026</div>" for number in (3, 4))
    text = f"<html><body><article><h1>{TITLE}</h1>{BODY}</article>{between}{cards}</body></html>"
    assert article_of(text.encode(), "a.html", ".html").published is None


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        *((one, "2026-01-02") for one in ("en-GB", "en_AU", "es", "de-AT")),
        *((one, "None") for one in ("en", "en-US", "es-US", "ja", "")),
    ],
)
def test_where_the_day_comes_first_digits_can_be_read_in_one_way(language: str, wanted: str) -> None:
    text = (
        f'<html lang="{language}"><body><article><h1>{TITLE}</h1><p>Hanna Berg, 02/01/2026</p>'
        f"{BODY}</article></body></html>"
    )
    assert str(article_of(text.encode(), "a.html", ".html").published) == wanted


def test_the_language_may_be_declared_as_xhtml_does() -> None:
    body = f"<article><h1>{TITLE}</h1><p>By A, 02/01/2026</p>{BODY}</article>"
    text = f'<html xml:lang="en-GB"><body>{body}</body></html>'
    assert str(article_of(text.encode(), "a.html", ".html").published) == "2026-01-02"


def test_the_text_may_open_with_its_day() -> None:
    body = BODY.replace("<p>Northway", "<p>2.1.2026 - Northway", 1)
    text = f"<html><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    assert str(article_of(text.encode(), "a.html", ".html").published) == "2026-01-02"


def test_the_json_ld_of_the_page_says_its_day_where_none_of_its_article_does() -> None:
    graph = (
        '{"@graph":[{"@type":"WebSite","name":"The Planet"},'
        '{"@type":"WebPage","datePublished":"2026-01-02T14:54:31+02:00"}]}'
    )
    head = f'<title>{TITLE}</title><script type="application/ld+json">{graph}</script>'
    assert str(page(head, f"<h1>{TITLE}</h1>").published) == "2026-01-02"


@pytest.mark.parametrize("name", ["DC:date", "dc_date", "bepress_citation_date"])
def test_names_of_dublin_core_are_written_in_several_ways(name: str) -> None:
    assert str(page(f'<meta name="{name}" content="2026-01-02">').published) == "2026-01-02"


@pytest.mark.parametrize("path", ["2026/1/2/northway", "business/2026-01/02/a", "archive/20260102_northway"])
def test_the_address_where_a_page_was_fetched_says_its_day(path: str) -> None:
    text = f"<html><body><article><h1>{TITLE}</h1>{BODY}</article></body></html>"
    article = article_of(text.encode(), "a.html", ".html", address=f"https://planet.example/{path}")
    assert str(article.published) == "2026-01-02"


@pytest.mark.parametrize(
    ("printed", "offset"),
    [("January 2, 2026 | 9:25pm", "-05:00"), ("Fri, 2 Jan 2026 21:25 -0500", "-05:00")],
)
def test_the_day_of_a_moment_in_utc_is_that_in_the_outlets_own_zone(printed: str, offset: str) -> None:
    head = '<meta property="article:published_time" content="2026-01-03T02:25:54+00:00">'
    article = page(head, f"<h1>{TITLE}</h1><p>{printed}</p>")
    assert str(article.published) == "2026-01-02"
    assert article.published_at is not None
    assert article.published_at.isoformat(timespec="minutes") == f"2026-01-02T21:25{offset}"


def test_a_printed_time_of_another_moment_leaves_the_day_of_the_metadata() -> None:
    head = '<meta property="article:published_time" content="2026-01-03T02:25:54+00:00">'
    article = page(head, f"<h1>{TITLE}</h1><p>January 2, 2026 | 9:17pm</p>")
    assert str(article.published) == "2026-01-03"
