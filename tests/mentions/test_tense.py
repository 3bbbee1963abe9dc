"""Which Friday is meant: what the sentence says of the day decides, and where it does not, either may be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.mentions.calendar_days import Calendar
from newsdiff.mentions.dates import dates_in
from newsdiff.mentions.tense import Tense, tense_of
from newsdiff.model import DateRange

TUESDAY = Calendar(date(2026, 2, 10))
"""Articles below were published on Tuesday, 10 February 2026."""
LAST, COMING = date(2026, 2, 6), date(2026, 2, 13)


def friday(text: str) -> DateRange:
    found = [one for one in dates_in(text, 0, len(text), TUESDAY) if "Friday" in text[one.start : one.end]]
    assert len(found) == 1
    assert isinstance(found[0].value, DateRange)
    return found[0].value


@pytest.mark.parametrize(
    "text",
    [
        "The hearing will be held on Friday.",
        "The vote takes place Friday.",
        "Talks resume on Friday.",
        "The council is to vote on Friday.",
        "The match was postponed to Friday.",
        "A decision is due this Friday.",
        "He is set to appear in court on Friday.",
        "Voters go to the polls on Friday.",
        "The strike began last week and ends on Friday.",
        "The funeral is on Friday.",
        "Police said the march would be held on Friday.",
        "The company must respond by Friday.",
        "The trial has been adjourned until Friday.",
        "He has until Friday to pay.",
        "On Friday, lawmakers will vote on the bill.",
        "The game has been rescheduled for Friday.",
        "The suspect, who was arrested last week, will appear in court on Friday.",
        "The bill was passed and will be signed on Friday.",
        "A vigil is being held on Friday.",
        "Tickets go on sale Friday.",
        "They are leaving on Friday.",
        "The launch was pushed back to Friday.",
        "The hearing was put off until Friday.",
        "The new law takes effect on Friday.",
        "Parliament convenes Friday to debate the plan.",
        "Schools will remain closed until Friday.",
        "Officials say a rally on Friday will go ahead.",
        "Tensions are rising ahead of Friday's election.",
        "Rain is forecast for Friday.",
        "The report, to be released on Friday, says costs doubled.",
        "The court ordered him to pay by Friday.",
    ],
)
def test_what_is_still_to_come_is_on_the_coming_friday(text: str) -> None:
    assert friday(text) == DateRange(COMING, COMING)


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed on Friday.",
        "He arrived Friday.",
        "On Friday, lawmakers voted on the bill.",
        "The vote on Friday was close.",
        "They were leaving on Friday when the bomb went off.",
        "The minister said on Friday that results would be published.",
        "The minister said Friday he would resign.",
        "The minister said in a statement Friday the company will cut jobs.",
        "Police said a man was arrested on Friday.",
        "He said the attack on Friday was a disgrace.",
        "The company announced on Friday that it plans to cut jobs.",
        "Friday's earthquake killed 12 people.",
        "He could not be reached for comment on Friday.",
        "The fighting has raged since Friday.",
        "It lasted until Friday.",
        "A man is accused of shooting two people on Friday.",
        "The suspect was forced to leave on Friday.",
        "Crowds gathered on Friday to mark the anniversary.",
        "The report, released on Friday, says costs doubled.",
        "The law comes after a gunman on Friday killed 20 people.",
        "While the others were to blame, officials on Friday admitted it.",
        "On Friday, May announced the plan.",
    ],
)
def test_what_has_happened_was_on_the_last_friday(text: str) -> None:
    assert friday(text) == DateRange(LAST, LAST)


@pytest.mark.parametrize(
    "text",
    [
        "Friday's vote is the first since the war.",
        "The storm could reach Florida by Friday.",
        "He had planned to fly home on Friday.",
        "The game, originally scheduled for Friday, was cancelled.",
        "The talks were to resume on Friday.",
    ],
)
def test_where_the_words_do_not_decide_it_may_be_either_friday(text: str) -> None:
    assert friday(text) == DateRange(LAST, COMING)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_around_a_day_have_a_tense(before: str, after: str) -> None:
    text = f"{before} Friday {after}"
    start = len(before) + 1
    assert tense_of(text, 0, start, start + 6, len(text)) in Tense
