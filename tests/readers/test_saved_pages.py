"""Saved pages: what is body text, what stays in the noise lane, what the metadata tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.readers import UnreadableArticleError, read_article
from newsdiff.readers.html.saved_page import LARGEST_PAGE, read_html
from newsdiff.readers.metadata.sites import registered_name

BODY = [
    "The river rose by two metres on Tuesday and flooded the centre of the town, officials said.",
    "At least five people were injured, the mayor, John Smith, told reporters on Wednesday morning.",
    "Rescue teams from three neighbouring counties were sent and are working through the night.",
]
PAGE = f"""<!doctype html><html lang="en"><head><title>Flood | Sky</title>
<meta property="og:site_name" content="Sky News"><link rel="canonical" href="https://news.sky.com/a/1">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Flood hits town",
"datePublished":"2025-12-03T05:19:00+01:00","author":[{{"name":"Ann Bee"}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Flood hits town</h1>
<p>{BODY[0]}</p><p>{BODY[1]}</p><h2>What next</h2><p>{BODY[2]}</p>
<figure><figcaption>A street under water</figcaption></figure></article>
<footer>Copyright Sky 2025</footer></body></html>"""


def test_the_paragraphs_of_a_page_are_those_of_its_article(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE, "utf-8")
    article = read_article(file)
    assert [article.slice(block) for block in article.paragraphs] == BODY


def test_json_ld_and_opengraph_say_title_outlet_day_writer_and_address(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE, "utf-8")
    article = read_article(file)
    assert (article.title, article.outlet, article.byline) == ("Flood hits town", "Sky News", "Ann Bee")
    assert (article.published, article.url) == (date(2025, 12, 3), "https://news.sky.com/a/1")


def test_what_the_extractor_drops_stays_in_the_noise_lane() -> None:
    reading = read_html(PAGE)
    assert reading.text is not None
    noise = [reading.text[block.start : block.end] for block in reading.blocks if block.role == "noise"]
    assert noise == ["Home World", "Copyright Sky 2025"]


def test_a_page_saved_as_one_file_reads_like_the_page(tmp_path: Path) -> None:
    file = tmp_path / "a.mhtml"
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    part = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    file.write_text(f"{head}{part}{PAGE}\r\n--b--\r\n", "utf-8", newline="")
    assert [read_article(file).slice(block) for block in read_article(file).paragraphs] == BODY


def test_a_page_nested_too_deep_is_refused_and_never_kept_empty() -> None:
    with pytest.raises(UnreadableArticleError, match="nested too deeply"):
        read_html("<html><body>" + "<div>" * 5_000 + f"<p>{BODY[0]}</p>")


def test_a_page_too_large_to_be_an_article_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("<p>" + "word " * (LARGEST_PAGE // 5) + "</p>", "utf-8")
    with pytest.raises(UnreadableArticleError, match=r"a\.html: has 5 MB"):
        read_article(file)


def test_the_registered_name_stands_for_a_site_without_a_name() -> None:
    assert registered_name("https://news.example.co.uk/a") == "example.co.uk"
    assert registered_name("https://www.example.com/a") == "example.com"


@given(st.text(alphabet="<>/abp \"='&;\n\x00ü", max_size=200))
def test_blocks_of_any_page_cover_its_visible_text(page: str) -> None:
    try:
        reading = read_html(page)
    except UnreadableArticleError:
        return
    text = page if reading.text is None else reading.text
    shown = "".join(text[block.start : block.end] for block in reading.blocks)
    assert "".join(shown.split()) == "".join(text.split()).strip("\x00") or "\x00" in text
