"""Dates and times of day: where they stand in the text and which days they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.mentions.dates.calendar_days import Calendar
from newsdiff.mentions.dates.finder import dates_in
from newsdiff.mentions.dates.forms import HOLIDAYS_HOLD
from newsdiff.mentions.dates.holidays import HOLIDAYS, holiday
from newsdiff.mentions.dates.numeric_dates import day_first_in
from newsdiff.model import Article, ClockTime, DateRange

FRIDAY = Calendar(date(2017, 12, 29))
"""Articles below were published on Friday, 29 December 2017."""


def days(text: str, calendar: Calendar = FRIDAY) -> list[tuple[str, str, str]]:
    found = dates_in(text, 0, len(text), calendar)
    return [
        (text[f.start : f.end], str(f.value.first), str(f.value.last))
        for f in found
        if isinstance(f.value, DateRange)
    ]


def times(text: str) -> list[tuple[str, int, int, str]]:
    found = dates_in(text, 0, len(text), FRIDAY)
    return [
        (text[f.start : f.end], f.value.first, f.value.last, f.value.zone)
        for f in found
        if isinstance(f.value, ClockTime)
    ]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("on Tuesday, December 2, 2025, he", "Tuesday, December 2, 2025", "2025-12-02"),
        ("on 31 December 2025", "31 December 2025", "2025-12-31"),
        ("the 3rd of March 2015", "the 3rd of March 2015", "2015-03-03"),
        ("2025-12-03", "2025-12-03", "2025-12-03"),
        ("12/31/2017", "12/31/2017", "2017-12-31"),
        ("31.12.2017", "31.12.2017", "2017-12-31"),
        ("on Nov. 20 he", "Nov. 20", "2017-11-20"),
        ("on Dec. 18, he", "Dec. 18", "2017-12-18"),
        ("It is set for January 9.", "January 9", "2018-01-09"),
        ("on Sunday, Dec. 24", "Sunday, Dec. 24", "2017-12-24"),
        ("on 04-Jul-2017", "04-Jul-2017", "2017-07-04"),
        ("on the 4th day of July 2017", "the 4th day of July 2017", "2017-07-04"),
        ("on Friday", "Friday", "2017-12-29"),
        ("late on Thursday", "late on Thursday", "2017-12-28"),
        ("the early hours of Friday", "the early hours of Friday", "2017-12-29"),
        ("on Wednesday morning", "Wednesday morning", "2017-12-27"),
        ("It will report on Monday.", "Monday", "2018-01-01"),
        ("yesterday", "yesterday", "2017-12-28"),
        ("tonight", "tonight", "2017-12-29"),
        ("last night", "last night", "2017-12-28"),
        ("10 days ago", "10 days ago", "2017-12-19"),
        ("New Year’s Eve", "New Year’s Eve", "2017-12-31"),
        ("New Year's Day", "New Year's Day", "2018-01-01"),
        ("Christmas Day", "Christmas Day", "2017-12-25"),
        ("on Thanksgiving", "Thanksgiving", "2017-11-23"),
        ("the Sept. 11 attacks", "Sept. 11", "2001-09-11"),
    ],
)
def test_a_day_is_resolved_against_publication(text: str, words: str, day: str) -> None:
    found = days(text)
    assert [(w.removeprefix("the ") if not words.startswith("the ") else w, a, b) for w, a, b in found] == [
        (words, day, day)
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("last week", "2017-12-18", "2017-12-24"),
        ("this month", "2017-12-01", "2017-12-31"),
        ("next month", "2018-01-01", "2018-01-31"),
        ("last year", "2016-01-01", "2016-12-31"),
        ("earlier this month", "2017-12-01", "2017-12-29"),
        ("later this year", "2017-12-29", "2017-12-31"),
        ("at the end of November", "2017-11-24", "2017-11-30"),
        ("in October", "2017-10-01", "2017-10-31"),
        ("In May of last year", "2016-05-01", "2016-05-31"),
        ("in February 2022", "2022-02-01", "2022-02-28"),
        ("mid-January", "2018-01-11", "2018-01-21"),
        ("in 2016", "2016-01-01", "2016-12-31"),
        ("the 2016 election", "2016-01-01", "2016-12-31"),
        ("from 2014 to 2016", "2014-01-01", "2016-12-31"),
        ("the 2017-18 season", "2017-01-01", "2018-12-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("Dec. 2-4", "2017-12-02", "2017-12-04"),
        ("the final quarter of 2017", "2017-10-01", "2017-12-31"),
        ("fourth-quarter profit", "2017-10-01", "2017-12-31"),
        ("the first half of 2016", "2016-01-01", "2016-07-01"),
        ("summer of 2016", "2016-06-01", "2016-08-31"),
        ("a year ago", "2016-06-29", "2017-06-30"),
    ],
)
def test_a_longer_stretch_is_a_range_of_days(text: str, first: str, last: str) -> None:
    assert [(a, b) for _, a, b in days(text)] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "He may march in the sun.",
        "Theresa May said so",
        "April Jones and June Smith",
        "The Sun reported it",
        "a second time",
        "2000 people came",
        "It cost $2016.",
        "at 2017 Main",
        "the 1:30 mark is 3:2",
        "her Christmas list",
        "31 June",
        "the past two years",
        "12/11/2014",
    ],
)
def test_words_that_are_also_calendar_words_are_no_dates(text: str) -> None:
    assert days(text) == []


def test_without_a_day_of_publication_only_full_dates_are_certain() -> None:
    unknown = Calendar(None)
    text = "On Tuesday, on Dec. 2, last week, yesterday, in 2016, on 3 May 2015 and in June 2014."
    assert [first for _, first, _ in days(text, unknown)] == ["2016-01-01", "2015-05-03", "2014-06-01"]


def test_a_borrowed_day_of_publication_places_weekdays_but_not_yesterday() -> None:
    borrowed = Calendar(date(2017, 12, 29), to_the_day=False)
    assert [words for words, _, _ in days("On Tuesday, yesterday, last year.", borrowed)] == [
        "Tuesday",
        "last year",
    ]


def test_last_wednesday_on_a_thursday_may_be_that_of_the_week_before() -> None:
    thursday = Calendar(date(2018, 2, 1))
    assert days("he said last Wednesday", thursday) == [("last Wednesday", "2018-01-24", "2018-01-31")]
    assert days("he said last Friday", thursday) == [("last Friday", "2018-01-26", "2018-01-26")]
    assert days("he said Wednesday", thursday) == [("Wednesday", "2018-01-31", "2018-01-31")]


def test_both_ends_of_a_stretch_are_written_where_it_goes_on_from_the_one_to_the_other() -> None:
    def from_to(text: str) -> list[bool]:
        found = dates_in(text, 0, len(text), FRIDAY)
        return [one.value.from_to for one in found if isinstance(one.value, DateRange)]

    for text in ("from 9 to 23 June 2018", "June 9 – July 3, 2018", "Aug to Sept 2015", "2014-19 in office"):
        assert from_to(text) == [True]
    for text in ("between 9 and 23 June 2018", "in June 2018", "last week", "the 1990s", "Friday's vote is"):
        assert from_to(text) == [False]


def test_a_story_of_sunday_that_says_monday_was_updated() -> None:
    assert days("he said Monday", Calendar(date(2017, 12, 31))) == [("Monday", "2018-01-01", "2018-01-01")]
    assert days("he said last Monday", Calendar(date(2017, 12, 31)))[0][1] == "2017-12-25"


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "zone"),
    [
        ("at 21:00", "21:00", 1260, 1260, ""),
        ("at 9pm", "9pm", 1260, 1260, ""),
        ("at 9 p.m. he", "9 p.m.", 1260, 1260, ""),
        ("at around 9 p.m. local time", "around 9 p.m. local time", 1230, 1290, "local"),
        ("06:00 GMT", "06:00 GMT", 360, 360, "GMT"),
        ("at 0630 GMT", "0630 GMT", 390, 390, "GMT"),
        ("just after 6am", "just after 6am", 360, 390, ""),
        ("5 p.m. ET", "5 p.m. ET", 1020, 1020, "ET"),
        ("5.10am", "5.10am", 310, 310, ""),
        ("between 5pm and 9pm", "between 5pm and 9pm", 1020, 1260, ""),
        ("5-6pm", "5-6pm", 1020, 1080, ""),
        ("between 1:30 and 4:00 p.m.", "between 1:30 and 4:00 p.m.", 810, 960, ""),
        ("at noon", "noon", 720, 720, ""),
        ("seven o'clock in the evening", "seven o'clock in the evening", 1140, 1140, ""),
        ("about an hour before midnight", "about an hour before midnight", 1360, 1400, ""),
    ],
)
def test_a_time_of_day_is_minutes_after_midnight(
    text: str, words: str, first: int, last: int, zone: str
) -> None:
    assert times(text) == [(words, first, last, zone)]


def test_midnight_before_a_colour_is_no_time() -> None:
    assert times("her midnight-blue dress and my midnight cherry car") == []
    assert len(times("it left at midnight, blue lights on")) == 1


def test_an_hour_before_midnight_is_around_eleven() -> None:
    _, first, last, _ = times("about an hour before midnight")[0]
    _, low, high, _ = times("around 11pm")[0]
    assert ClockTime(first, last).meets(ClockTime(low, high))


@pytest.mark.parametrize(
    "text", ["They won 3:2.", "Luke 5:30 says", "5:52 local", "5 pounds", "in 5 minutes", "I am 5"]
)
def test_results_and_verses_are_no_times(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2018, date(2018, 4, 1)),
        ("good friday", 2024, date(2024, 3, 29)),
        ("thanksgiving", 2017, date(2017, 11, 23)),
        ("labor day", 2023, date(2023, 9, 4)),
        ("memorial day", 2022, date(2022, 5, 30)),
        ("black friday", 2021, date(2021, 11, 26)),
    ],
)
def test_moving_holidays_fall_on_their_day(name: str, year: int, day: date) -> None:
    assert holiday(name, year) == day


_WORDS = st.sampled_from(
    """
    on in the end of early late last next this week month year Monday May March 31 Dec. December
    2017 2000 1999-02 1990s '80s fifties nineteen ninety-six until Friday's will was could 03/05/2017
    , - to and 9 p.m. am 21:00 between around just after noon midnight GMT first
    quarter half summer two ago a days yesterday New Year's Eve Christmas 0001 9999-12-31 30 Feb. 29
    February 1900s
    """.split()
)
_CALENDARS = (
    st.dates().map(Calendar) | st.just(Calendar(None)) | st.sampled_from([date.min, date.max]).map(Calendar)
)


@given(st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=60), _CALENDARS)
def test_any_text_on_any_day_gives_well_formed_dates(text: str, calendar: Calendar) -> None:
    end_before = 0
    for found in dates_in(text, 0, len(text), calendar):
        assert end_before <= found.start < found.end <= len(text)
        assert isinstance(found.value, DateRange | ClockTime)
        assert found.value.first <= found.value.last  # type: ignore[operator]
        end_before = found.end


@pytest.mark.parametrize(
    "unit", ["May ", "the end of ", "12:30 ", "2017-", "5pm to ", "1.", "Monday, ", "two and a half "]
)
def test_a_long_hostile_line_ends(unit: str) -> None:
    text = unit * 8_000
    assert all(found.end <= len(text) for found in dates_in(text, 0, len(text), FRIDAY))


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("from 9 to 23 June 2018", "9 to 23 June 2018", "2018-06-09", "2018-06-23"),
        ("It ran June 9th – June 23rd, 2017.", "June 9th – June 23rd, 2017", "2017-06-09", "2017-06-23"),
        ("from 28 June to 3 July 2017", "28 June to 3 July 2017", "2017-06-28", "2017-07-03"),
        (
            "from Dec. 28, 2016 until Jan. 3, 2017",
            "Dec. 28, 2016 until Jan. 3, 2017",
            "2016-12-28",
            "2017-01-03",
        ),
        ("on 7. May 2016 in Berlin", "7. May 2016", "2016-05-07", "2016-05-07"),
        ("She served 2014–19 as mayor", "2014–19", "2014-01-01", "2019-12-31"),
        ("between June 9 and June 23, 2017", "June 9 and June 23, 2017", "2017-06-09", "2017-06-23"),
        ("from Aug to Sept 2015", "Aug to Sept 2015", "2015-08-01", "2015-09-30"),
        ("December 2015 to January 2016", "December 2015 to January 2016", "2015-12-01", "2016-01-31"),
        ("from Nov. 2014 to Jan. 2015", "Nov. 2014 to Jan. 2015", "2014-11-01", "2015-01-31"),
        ("October through December 2016", "October through December 2016", "2016-10-01", "2016-12-31"),
        (
            "from the 3rd to the 17th of July 2017",
            "the 3rd to the 17th of July 2017",
            "2017-07-03",
            "2017-07-17",
        ),
        ("from 3.–17. July 2017", "3.–17. July 2017", "2017-07-03", "2017-07-17"),
        ("from 03.07. to 17.07.2017", "03.07. to 17.07.2017", "2017-07-03", "2017-07-17"),
        ("from 28.12. until 03.01.2018", "28.12. until 03.01.2018", "2017-12-28", "2018-01-03"),
        ("July 3 thru 17, 2017", "July 3 thru 17, 2017", "2017-07-03", "2017-07-17"),
        (
            "Monday, July 3, 2017, through Monday, July 17, 2017",
            "Monday, July 3, 2017, through Monday, July 17, 2017",
            "2017-07-03",
            "2017-07-17",
        ),
    ],
)
def test_a_stretch_of_days_keeps_both_ends(text: str, words: str, first: str, last: str) -> None:
    assert days(text) == [(words, first, last)]


@pytest.mark.parametrize(
    "text", ["It was moved from 9 June 2017 to 23 June 2017.", "He came on June 9, 2017 and June 23, 2017."]
)
def test_two_days_of_a_change_or_a_list_are_no_stretch(text: str) -> None:
    assert [last for _, _, last in days(text)] == ["2017-06-09", "2017-06-23"]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("in the late 1990s", "the late 1990s", "1996-01-01", "1999-12-31"),
        ("the mid-1980s", "the mid-1980s", "1983-01-01", "1986-12-31"),
        ("in the early 2000s", "the early 2000s", "2000-01-01", "2003-12-31"),
        ("in the mid-to-late 1990s", "the mid-to-late 1990s", "1993-01-01", "1999-12-31"),
        ("in the late '90s", "the late '90s", "1996-01-01", "1999-12-31"),
        ("in the ’80s", "the ’80s", "1980-01-01", "1989-12-31"),
        ("in the fifties", "the fifties", "1950-01-01", "1959-12-31"),
        ("in the 2010s", "the 2010s", "2010-01-01", "2019-12-31"),
        ("the 1970s to the 1990s", "the 1970s to the 1990s", "1970-01-01", "1999-12-31"),
        ("in late 1990", "late 1990", "1990-08-31", "1990-12-31"),
        ("in nineteen ninety-six", "nineteen ninety-six", "1996-01-01", "1996-12-31"),
        ("built in the 90s", "the 90s", "1990-01-01", "1999-12-31"),
        ("during the mid 80s", "the mid 80s", "1983-01-01", "1986-12-31"),
        ("in the latter half of the 1940s", "the latter half of the 1940s", "1945-01-01", "1949-12-31"),
        ("in the opening years of the 1930s", "the opening years of the 1930s", "1930-01-01", "1933-12-31"),
        ("at the turn of the 1990s", "the turn of the 1990s", "1989-01-01", "1991-12-31"),
        ("the 1970s and early 1980s", "the 1970s and early 1980s", "1970-01-01", "1983-12-31"),
        ("in the mid-1950s or early 1960s", "the mid-1950s or early 1960s", "1953-01-01", "1963-12-31"),
        ("since twenty nineteen", "twenty nineteen", "2019-01-01", "2019-12-31"),
        ("In two thousand and eight, banks", "two thousand and eight", "2008-01-01", "2008-12-31"),
    ],
)
def test_decades_and_years_in_words_are_whole_years(text: str, words: str, first: str, last: str) -> None:
    assert days(text) == [(words, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "He is in his late fifties.",
        "Temperatures were in the seventies.",
        "It will be in the 70s there.",
        "Highs reach the mid 80s there.",
        "She died in her late 90s.",
        "twenty nineteen-year-olds",
        "nineteen men",
    ],
)
def test_ages_temperatures_and_counts_are_no_decades_or_years(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "day_first", "day"),
    [
        ("on 03.05.2016", None, "2016-05-03"),
        ("on 3.5.2016", False, "2016-05-03"),
        ("on 23/01/2016", None, "2016-01-23"),
        ("on 1/23/2016", None, "2016-01-23"),
        ("on 03/05/2016", True, "2016-05-03"),
        ("on 03/05/2016", False, "2016-03-05"),
        ("on Tuesday, 03/05/2016", None, "2016-05-03"),
        ("on Saturday 03/05/2016", None, "2016-03-05"),
        ("on 05/05/2016", None, "2016-05-05"),
        ("on 03/05/2016", None, None),
        ("on 31/02/2016", None, None),
    ],
)
def test_a_date_in_figures_is_read_where_something_shows_the_month(
    text: str, day_first: bool | None, day: str | None
) -> None:
    found = days(text, Calendar(date(2017, 12, 29), day_first=day_first))
    assert [first for _, first, _ in found] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "country", "url", "expected"),
    [
        ("on 03/05/2016", None, None, None),
        ("on 03/05/2016", "United Kingdom", None, True),
        ("on 03/05/2016", "United States", None, False),
        ("on 03/05/2016", "Canada", None, None),
        ("on 03/05/2016", None, "https://www.bbc.co.uk/news", True),
        ("on 03/05/2016", None, "https://www.example.com/news", None),
        ("on 03/05/2016 and 23/05/2016", "United States", None, True),
        ("on 03/05/2016 and 05/23/2016", None, "https://www.bbc.co.uk/news", False),
        ("on 23/05/2016 and 05/23/2016", "United Kingdom", None, None),
        ("on 03/05/2016", None, "http://[bad", None),
    ],
)
def test_the_article_and_its_country_show_whether_the_day_comes_first(
    text: str, country: str | None, url: str | None, expected: bool | None
) -> None:
    assert day_first_in(Article("sky", "sky.txt", text, (), country=country, url=url)) is expected


@pytest.mark.parametrize("name", HOLIDAYS)
def test_every_holiday_has_a_word_that_its_pattern_needs(name: str) -> None:
    assert any(word in name for word in HOLIDAYS_HOLD)


def test_today_in_the_name_of_a_paper_is_no_day() -> None:
    thursday = Calendar(date(2018, 2, 1))
    for text in ("USA TODAY's request for comment", "a guest of Russia Today", "he told Psychology Today"):
        assert days(text, thursday) == []
    assert [words for words, _, _ in days("Today he resigned, and today she did.", thursday)] == [
        "Today",
        "today",
    ]
