"""What stands inside the article and reads as sentences is text, whatever its element."""

from __future__ import annotations

import pytest

from newsdiff.readers.html.saved_page import read_html

LEAD = "The bridge of Norvik was shut on Tuesday after a crack of 60 centimetres was found in a beam."
PROSE = [
    "About 32,000 vehicles cross the bridge every day, and buses will be sent over the older Mill Bridge.",
    "Mayor Ingrid Solheim said that nobody had been in danger at any time, and that the town would pay.",
    "The bridge was opened in 1987 and was last examined four years ago by engineers of Vestkraft.",
    "The repair will cost 4.2 million crowns and is expected to take until the last week of the month.",
]
ODD = "The army has sent 60 soldiers with pumps, and two trains a day will run instead of twelve."
AROUND = (
    "<nav><a href='/'>Home</a> <a href='/city'>City</a> <a href='/sport'>Sport</a></nav>",
    "<footer><p>Copyright 2026 Norvik Courier. All rights reserved.</p></footer>",
)


def paragraphs(article: str, *, above: str = "", below: str = "") -> list[str]:
    page = (
        "<!DOCTYPE html><html lang='en'><head><title>Norvik bridge shut</title></head><body>"
        f"{AROUND[0]}{above}<article>{article}</article>{below}{AROUND[1]}</body></html>"
    )
    reading = read_html(page)
    assert reading.text is not None
    return [reading.text[one.start : one.end] for one in reading.blocks if one.role == "paragraph"]


def article(odd: str) -> str:
    first, second, third, fourth = (f"<p>{one}</p>" for one in PROSE)
    return f"<h1>Norvik bridge shut</h1><p>{LEAD}</p>{first}{second}{odd}{third}{fourth}"


@pytest.mark.parametrize(
    "odd",
    [
        f"<div>{ODD}</div>",
        f"<div><div>{ODD}</div></div>",
        f"<section>{ODD}</section>",
        f"<center>{ODD}</center>",
        ODD,
        f"{ODD}<br><br>",
        f"<p><a href='/news/1'>{ODD}</a></p>",
        f"<p><strong><a href='/news/1'>{ODD}</a></strong></p>",
        f"<div><a href='/news/1'>{ODD}</a></div>",
        f"<h3>{ODD}</h3>",
        f"<h2><strong>{ODD}</strong></h2>",
        f"<blockquote>{ODD}</blockquote>",
        f"<p>{ODD.replace('60 soldiers', '<a href=/s>60 soldiers</a>')}</p>",
        f"<table><tr><td>{ODD}</td></tr></table>",
        f"<ul><li>{ODD}</li></ul>",
        f"<font size=3>{ODD}</font>",
    ],
)
def test_prose_amid_paragraphs_is_text(odd: str) -> None:
    assert paragraphs(article(odd)) == [LEAD, *PROSE[:2], ODD, *PROSE[2:]]


@pytest.mark.parametrize("end", ["<div>{}</div>", "{}", "<section><p>{}</p></section>", "<br><br>{}"])
def test_prose_at_the_end_of_the_article_is_text(end: str) -> None:
    assert paragraphs(article("") + end.format(ODD)) == [LEAD, *PROSE, ODD]


@pytest.mark.parametrize(
    "lead",
    [
        "<h2>{}</h2>",
        "<h3 class='lead'>{}</h3>",
        "<h2 class='speakable'>{}</h2>",
        "<div class='intro'>{}</div>",
        "<p class='standfirst'>{}</p>",
        "<strong>{}</strong>",
        "<p>By Anna Teller</p><p>4 March 2026</p><div>{}</div>",
    ],
)
def test_a_lead_is_text_whatever_it_is_set_as(lead: str) -> None:
    body = "".join(f"<p>{one}</p>" for one in PROSE)
    assert paragraphs(f"<h1>Norvik bridge shut</h1>{lead.format(LEAD)}{body}") == [LEAD, *PROSE]


@pytest.mark.parametrize("lead", ["<p>{}</p>", "<div class='standfirst'>{}</div>", "<h2>{}</h2>"])
def test_a_standfirst_above_the_articles_element_is_text(lead: str) -> None:
    body = "".join(f"<p>{one}</p>" for one in PROSE)
    above = f"<header><h1>Norvik bridge shut</h1>{lead.format(LEAD)}</header>"
    assert paragraphs(body, above=above) == [LEAD, *PROSE]


@pytest.mark.parametrize(
    "odd",
    [
        "<div class='newsletter-box'>Our editors choose the best stories of the day for you.</div>",
        "<aside>The ferry company was fined two million crowns for its drills last year.</aside>",
        "<div class='related'><a href='/1'>Ferry company was fined over drills last year.</a></div>",
        "<figure><img src='a.jpg'><figcaption>The bridge was seen from the air.</figcaption></figure>",
        "<p><a href='/1'>Ferry company fined over safety drills</a></p>",
        "<h2>What happens next</h2>",
    ],
)
def test_what_stands_beside_the_text_stays_aside(odd: str) -> None:
    assert paragraphs(article(odd)) == [LEAD, *PROSE]


def test_prose_below_the_article_in_other_elements_is_not_its_text() -> None:
    below = "<div class='comments'><p>I crossed it for forty years and it never was safe.</p></div>"
    assert paragraphs(article(""), below=below) == [LEAD, *PROSE]


def shown(page: str) -> list[str]:
    reading = read_html(f"<!DOCTYPE html><html lang='en'><body>{AROUND[0]}{page}{AROUND[1]}</body></html>")
    assert reading.text is not None
    return [reading.text[one.start : one.end] for one in reading.blocks if one.role == "paragraph"]


def test_an_article_that_goes_on_in_a_second_part_of_its_page_is_followed() -> None:
    texts = [LEAD, *PROSE, ODD]
    parts = ["".join(f"<p>{text}</p>" for text in texts[:3]), "".join(f"<p>{text}</p>" for text in texts[3:])]
    grid = "<div class='ad'>Advertisement</div>".join(
        f"<div class='grid'><div class='body'>{part}</div></div>" for part in parts
    )
    more = "<div><h3>More stories</h3><ul><li><a href='/a'>Rain in the north</a></li></ul></div>"
    assert shown(f"<main><h1>Norvik bridge shut</h1>{grid}{more}</main>") == texts


def test_lines_that_the_article_itself_repeats_are_no_copies() -> None:
    item = "1 cup of spinach, 8 oz. of cooked chicken, half a cup of sweet potato and a slice of bread"
    days = [f"<h2>{day}</h2><p>{item}.</p><p>Walk a mile on {day}.</p>" for day in ("Monday", "Friday")]
    texts = shown(f"<article><h1>A week</h1><p>{LEAD}</p>{''.join(days)}<p>{PROSE[0]}</p></article>")
    assert texts.count(f"{item}.") == 2


def text_of(page: str) -> list[str]:
    reading = read_html(page)
    assert reading.text is not None
    return [reading.text[one.start : one.end] for one in reading.blocks if one.role == "paragraph"]


def test_what_a_server_sends_behind_the_page_is_text() -> None:
    page = (
        "<!DOCTYPE html><html lang='en'><head><title>Norvik bridge shut</title></head><body>"
        f"<div hidden></div>{AROUND[0]}<template id='B:0'></template>{AROUND[1]}"
        f"<div hidden id='S:0'>{article('')}</div><script>$RC('B:0','S:0')</script></body></html>"
    )
    assert text_of(page) == [LEAD, *PROSE]


def test_what_is_hidden_otherwise_is_not() -> None:
    assert paragraphs(article(f"<div hidden id='later'><p>{ODD}</p></div>")) == [LEAD, *PROSE]


def test_a_button_that_is_not_closed_hides_nothing() -> None:
    page = (
        "<!DOCTYPE html><html lang='en'><head><title>Norvik bridge shut</title></head><body>"
        "<header><div><button class='menu'><div><div></button></div></header>"
        f"<main>{article('')}</main></body></html>"
    )
    assert text_of(page) == [LEAD, *PROSE]


def test_the_first_of_many_parts_is_not_all_of_a_long_article() -> None:
    parts = [
        f"<div class='article-content-part'><h3>Bridge {number}</h3><p>Bridge {number} has {number} beams of"
        " steel, and each was examined by engineers of the town in that spring and in the year before.</p>"
        f"<p>The beam that cracked at bridge {number} was the oldest of all, as the council found out on"
        " Monday when a diver who had come from the capital was sent down with a lamp.</p></div>"
        for number in range(20)
    ]
    opening = "".join(f"<p>{one}</p>" for one in (LEAD, *PROSE))
    page = (
        f"<html><body>{AROUND[0]}<main><h1>Norvik bridge shut</h1>"
        f"<div class='article-content-part'>{opening}</div>{''.join(parts)}</main></body></html>"
    )
    found = text_of(page)
    assert found[:2] == [LEAD, PROSE[0]]
    assert sum("beams of steel" in one for one in found) == 20
