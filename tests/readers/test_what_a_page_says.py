"""Outlet, byline, date, country, headline and language, as far as the page itself tells them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.readers.files.article import article_of
from newsdiff.readers.files.event_file import ArticleEntry
from newsdiff.readers.files.plain_text import read_text
from newsdiff.readers.metadata.outlets import file_name_id, short_name
from newsdiff.readers.metadata.printed_dates import is_time_stamp, published_date
from newsdiff.readers.parsed_page import ArticleMetadata

BODY = (
    "A fire in a road tunnel injured ten people on Monday, the police said.\n\n"
    "The tunnel was closed until the evening."
)


def about(above: str = "", below: str = "") -> ArticleMetadata:
    """What is known of an article with these lines around its body."""
    return read_text("\n\n".join(part for part in (above, BODY, below) if part)).metadata


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        ("Sky News", "", "Sky News"),
        ("The Daily Gazette\n\nTen hurt in tunnel fire", "", "The Daily Gazette"),
        ("", "More Must-Reads from TIME", "TIME"),
        ("", "Write to Jane Roe at jane.roe@tunnelpost.com", None),
        ("Jane Roe, TunnelNews.ca", "", "TunnelNews.ca"),
        ("Ten hurt in tunnel fire - IndieTunnel", "", "IndieTunnel"),
        ("Ten hurt in tunnel fire | BBC News", "", "BBC News"),
        ("Breaking News", "", None),
        ("Ten hurt in tunnel fire", "", None),
    ],
)
def test_the_outlet_is_what_the_page_around_the_article_names(
    above: str, below: str, outlet: str | None
) -> None:
    assert about(above, below).outlet == outlet


def test_a_mail_address_names_the_outlet_only_where_nothing_else_does() -> None:
    mail = f"{BODY}\n\nWrite to Jane Roe at jane.roe@tunnelpost.com"
    assert article_of(mail.encode(), "a.txt", ".txt").outlet == "tunnelpost.com"
    assert article_of(mail.replace("tunnelpost", "gmail").encode(), "a.txt", ".txt").outlet is None
    titled = f"Ten hurt in tunnel fire | BBC News\n\n{mail}"
    assert article_of(titled.encode(), "a.txt", ".txt").outlet == "BBC News"
    known = ArticleEntry(url="https://www.the-tunnel.example/fire")
    assert article_of(mail.encode(), "a.txt", ".txt", known).outlet == "the-tunnel.example"
    named = ArticleEntry(url="https://www.the-tunnel.example/fire", outlet="The Tunnel")
    assert article_of(mail.encode(), "a.txt", ".txt", named).outlet == "The Tunnel"


def test_an_outlet_in_the_body_is_not_the_articles_own() -> None:
    assert read_text(BODY + "\n\nHe told Sky News. More followed from TIME.").metadata.outlet is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By Jane Roe and John Doe", "Jane Roe and John Doe"),
        ("By Staff, Agencies", "Staff, Agencies"),
        ("By Jane Roe | 3 December 2025", "Jane Roe"),
        ("Jane Roe, TunnelNews.ca", "Jane Roe"),
        ("Write to Jane Roe at jane@tunnel.com", "Jane Roe"),
    ],
)
def test_the_byline_names_who_wrote_it(line: str, byline: str) -> None:
    assert about(line).byline == byline


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2025-12-04", date(2025, 12, 4)),
        ("date 2025-12-03", date(2025, 12, 3)),
        ("2025-12-04T10:15:00Z", date(2025, 12, 4)),
        ("Dec 3, 2025, 5:19 amDec 3, 2025, 5:29 am", date(2025, 12, 3)),
        ("3 December 2025", date(2025, 12, 3)),
        ("Wednesday 3rd December, 2025 at 10:15 GMT", date(2025, 12, 3)),
        ("03.12.2025, 10:15 Uhr", date(2025, 12, 3)),
        ("Updated: Dec. 4, 2025 | Originally published: Dec. 3, 2025", date(2025, 12, 3)),
        ("Last updated December 4, 2025", date(2025, 12, 4)),
        ("Updated: | Originally published:", None),
        ("Tuesday, December 2", None),
        ("3/12/2025", None),
        ("Feb 30, 2025", None),
    ],
)
def test_a_time_stamp_says_the_day_or_honestly_nothing(stamp: str, day: date | None) -> None:
    assert is_time_stamp(stamp)
    assert published_date(stamp) == day


@pytest.mark.parametrize(
    ("years", "day"),
    [({2022, 2025}, date(2025, 12, 2)), ({2014, 2025}, None), ({2022}, None), (set(), None)],
)
def test_a_day_without_a_year_needs_exactly_one_year_with_that_weekday(
    years: set[int], day: date | None
) -> None:
    assert published_date("Tuesday, December 2", frozenset(years)) == day


@pytest.mark.parametrize(
    "line", ["Ten hurt on Monday", "March on Sunday", "2025", "On 3 May the fire broke out", "At 12"]
)
def test_words_with_dates_among_them_are_no_time_stamp(line: str) -> None:
    assert not is_time_stamp(line)


def test_a_country_above_the_body_is_where_the_outlet_is() -> None:
    assert (
        about("Ten hurt in tunnel fire\n\nSky News\n\nUnited Kingdom\n\nTuesday, December 2").country
        == "United Kingdom"
    )
    assert about("Ten hurt in tunnel fire").country is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ten hurt in tunnel fire\n\n{BODY}", "Ten hurt in tunnel fire"),
        (f"Is this tunnel safe?\n\n{BODY}", "Is this tunnel safe?"),
        (f"Exclusive: Ten hurt in tunnel fire\n\n{BODY}", "Exclusive: Ten hurt in tunnel fire"),
        (
            f"Skip to content\n\nWorld\n\nTen hurt in tunnel fire\n\nBy Ann Lee\n\n{BODY}",
            "Ten hurt in tunnel fire",
        ),
        (f"Tunnel fire\n\n{BODY}", "Tunnel fire"),
        (BODY, None),
        (f"The fire was put out. Ten people were hurt.\n\n2025-12-03\n\n{BODY}", None),
    ],
)
def test_the_headline_is_the_line_above_the_body_that_reads_like_one(text: str, title: str | None) -> None:
    assert read_text(text).metadata.title == title


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("TIME", "time"),
        ("Sky News", "sky"),
        ("bbc.com", "bbc"),
        ("www.telegraph.co.uk", "telegraph"),
        ("money.cnn.com", "money-cnn"),
        ("The Guardian", "guardian"),
        ("Al-Ahed", "alahed"),
        ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
        ("Медуза", "meduza"),
        ("News", "news"),
    ],
)
def test_short_names_of_outlets(outlet: str, name: str) -> None:
    assert short_name(outlet) == name


@given(st.text(max_size=80))
def test_short_names_are_made_of_letters_digits_and_hyphens(text: str) -> None:
    for name in (short_name(text), file_name_id(text)):
        assert len(name) <= 40
        assert not any(char.isspace() or char in "./\\:" for char in name)
