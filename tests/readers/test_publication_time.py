"""The moment of publication: kept as it is told, never made up."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Article
from newsdiff.readers.files.article import article_of, read_article
from newsdiff.readers.files.json_records import read_records
from newsdiff.readers.metadata.publication_time import Published, published, reconciled
from tests.incoming.feed_texts import article_page

BODY = "A fire in a road tunnel injured ten people on Monday, the police said. It was put out at night."


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2025-12-03T05:19:00+01:00", "2025-12-03T05:19:00+01:00"),
        ("2025-12-03T05:19Z", "2025-12-03T05:19:00+00:00"),
        ("2025-12-03T05:19:00.123-0330", "2025-12-03T05:19:00-03:30"),
        ("2025-12-03T00:00:00Z", "2025-12-03T00:00:00+00:00"),
        ("Tue, 24 Nov 2026 08:00:00 GMT", "2026-11-24T08:00:00+00:00"),
        ("Tue, 24 Nov 2026 08:00:00 -0500", "2026-11-24T08:00:00-05:00"),
        ("Wednesday 3rd December, 2025 at 10:15 GMT", "2025-12-03T10:15:00+00:00"),
        ("10:15 CET, 3 December 2025", "2025-12-03T10:15:00+01:00"),
        ("Published 5 p.m. EST, Dec 3, 2025", "2025-12-03T17:00:00-05:00"),
    ],
)
def test_a_clock_time_with_its_zone_is_kept(stamp: str, moment: str) -> None:
    assert published(stamp).at == datetime.fromisoformat(moment)
    assert str(published(stamp).day) == moment[:10]


@pytest.mark.parametrize(
    ("stamp", "clock"),
    [
        ("2025-12-03 05:19:00", "05:19"),
        ("Dec 3, 2025, 5:19 pmDec 3, 2025, 5:29 pm", "17:19"),
        ("03.12.2025, 10.15 Uhr", "10:15"),
        ("Dec 3, 2025 12:05 AM ET", "00:05"),
        ("December 3, 2025 14:05 IST", "14:05"),
        ("Wed, 03 Dec 2025 08:00:00 -0000", "08:00"),
    ],
)
def test_a_time_without_a_zone_or_with_one_that_means_several_stays_without(stamp: str, clock: str) -> None:
    at = published(stamp).at
    assert at is not None
    assert (at.tzinfo, f"{at:%H:%M}") == (None, clock)


@pytest.mark.parametrize(
    "stamp",
    [
        "2025-12-03",
        "3 December 2025",
        "2025-12-03T00:00:00",
        "Dec 3, 2025 3 min read",
        "2025-12-03T25:61",
        "Published: Dec. 3, 2025 | Updated: Dec. 4, 2025 10:15 GMT",
    ],
)
def test_a_day_alone_stays_a_day(stamp: str) -> None:
    assert published(stamp) == Published(date(2025, 12, 3))


def test_of_several_time_stamps_the_surest_gives_the_day_and_any_of_that_day_the_time() -> None:
    day, at = date(2025, 12, 3), datetime(2025, 12, 3, 5, 19)
    assert reconciled([Published(), Published(day), Published(day, at)]) == Published(day, at)
    assert reconciled([Published(day), Published(date(2025, 12, 4), at)]) == Published(day)
    assert reconciled([]) == Published()


ZONES = st.one_of(st.none(), st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))))


@given(
    st.datetimes(datetime(1901, 1, 1), datetime(1969, 12, 30), timezones=ZONES)
    | st.datetimes(datetime(1970, 2, 1), datetime(2027, 12, 30), timezones=ZONES)
)
def test_whatever_iso_8601_says_comes_back(at: datetime) -> None:
    at = at.replace(microsecond=0)
    found = published(at.isoformat())
    midnight = at.tzinfo is None and at.time() == datetime.min.time()
    assert found == Published(at.date(), None if midnight else at)


@pytest.mark.parametrize("stamp", ["9999-12-31T23:59:59-12:00", "1000-01-01", "0001-01-01T00:00:00+14:00"])
def test_a_day_on_which_no_article_was_printed_is_none(stamp: str) -> None:
    assert published(stamp) == Published()


@given(st.text(alphabet="0123456789-:. TZ+decuampublished,", max_size=60))
def test_a_moment_is_always_on_its_day(stamp: str) -> None:
    found = published(stamp)
    assert found.at is None or found.at.date() == found.day


def page(head: str, times: str = "") -> Article:
    whole = article_page("Bridge closed").replace("</title>", f"</title>{head}")
    return article_of(whole.replace("</h1>", f"</h1>{times}").encode(), "a.html", ".html")


LINKED = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"%s"}</script>'
META = '<meta property="article:published_time" content="%s">'


def test_a_page_says_its_moment_in_json_ld_then_in_opengraph_then_in_its_time_element() -> None:
    first, second, third = (f"2025-12-03T0{hour}:00:00+00:00" for hour in (1, 2, 3))
    element = f'<time datetime="{third}">3 Dec</time>'
    assert page(META % second + LINKED % first, element).published_at == datetime.fromisoformat(first)
    assert page(META % second, element).published_at == datetime.fromisoformat(second)
    assert page("", element).published_at == datetime.fromisoformat(third)
    assert page(LINKED % "2025-12-03", element).published_at == datetime.fromisoformat(third)
    assert page(LINKED % "2025-12-02", element).published_at is None


def test_times_of_other_stories_are_not_the_pages_own() -> None:
    other = '<aside><time datetime="2025-12-01T10:00Z">1 Dec</time></aside>'
    updated = '<time itemprop="dateModified" datetime="2025-12-05T10:00Z">5 Dec</time>'
    assert page("", other + updated).published is None


def test_json_says_its_moment(tmp_path: Path) -> None:
    found = {"title": "Fire", "text": BODY, "date_publish": "2025-12-03 05:19:00"}
    (article,) = read_records(json.dumps(found).encode(), "a.json", lines=False)
    assert isinstance(article, Article)
    assert (article.published, article.published_at) == (date(2025, 12, 3), datetime(2025, 12, 3, 5, 19))


def test_an_event_toml_and_front_matter_may_say_a_moment(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: 2025-12-03T05:19:00+01:00\n---\n# Fire\n\n{BODY}", "utf-8")
    at = read_article(tmp_path / "a.md").published_at
    assert at is not None
    assert at.isoformat() == "2025-12-03T05:19:00+01:00"
