"""Which Friday is meant: what the sentence says of the day decides, and where it does not, either may be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.mentions.dates.calendar_days import Calendar
from newsdiff.mentions.dates.finder import dates_in
from newsdiff.mentions.dates.tense import Tense, tense_of
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
        "Nurses walk out on Friday.",
        "The walk-out lasts from Friday.",
        "The vote was moved forward to next Friday.",
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
        "The minister is scheduled to visit Berlin on Friday.",
        "A verdict is expected Friday.",
        "The ceasefire comes into effect on Friday at midnight.",
        "The film opens in cinemas on Friday.",
        "England face France on Friday.",
        "The team plays again on Friday.",
        "The union has called a strike for Friday.",
        "The hearing was set for Friday.",
        "The court set a hearing for Friday.",
        "The deadline was extended to Friday.",
        "The government has given him until Friday to reply.",
        "The sale ends Friday.",
        "Leaders meet on Friday in Brussels.",
        "The party chooses a new leader on Friday.",
        "Residents can vote until Friday.",
        "He goes on trial on Friday.",
        "Thousands are due to march through London on Friday.",
        "She told reporters the talks would continue on Friday.",
        "Fans are being urged to stay away from Friday's match.",
        "The inquest was adjourned to Friday.",
        "He is to be buried on Friday.",
        "Snow is expected from Friday.",
        "From Friday, visitors need a pass.",
        "He'll be back on Friday.",
        "The union gave notice of a strike beginning Friday at the docks.",
        "The road is shut to lorries starting on Friday.",
        "Voting begins in three districts on Friday.",
        "Rail staff are planning a walkout on Friday.",
        "Friday will see the first ferry leave.",
        "Friday is the deadline for claims.",
        "Divers will have searched the bay by Friday.",
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
        "The rule has applied since Friday.",
        "Talks resumed on Friday.",
        "The vote was held on Friday.",
        "The storm hit the coast on Friday.",
        "He has been missing since Friday.",
        "He went missing on Friday.",
        "The shooting on Friday left three dead.",
        "The killings come after a blast on Friday.",
        "The blast, on Friday, killed three.",
        "In a statement Friday, the company said it will cut jobs.",
        "The move was announced Friday and will take effect in May.",
        "A report published on Friday says prices will rise.",
        "A court on Friday ruled that he must pay.",
        "The president on Friday signed the bill.",
        "He pleaded guilty on Friday to fraud.",
        "The company's shares fell 5 percent on Friday.",
        "Oil rose on Friday.",
        "The crash happened at about 3 p.m. on Friday.",
        "She had been due to fly home when she died on Friday.",
        "Prosecutors say he killed her on Friday.",
        "The attack comes days after Friday's bombing.",
        "People are still in shock after Friday's attack.",
        "Investigators want to know why the bridge fell on Friday.",
        "Police were called to the house on Friday.",
        "The two were taken to hospital on Friday.",
        "The sailors were brought back to shore on Friday.",
        "Guards were moved to another prison on Friday.",
        "The family is grieving after the crash on Friday.",
        "It follows Friday's decision to close the cannery.",
        "The harbour master resigned on Friday, saying he will move abroad.",
        "Rescuers on Friday pulled four sailors from the water.",
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
        "Residents were told to leave on Friday.",
    ],
)
def test_where_the_words_do_not_decide_it_may_be_either_friday(text: str) -> None:
    assert friday(text) == DateRange(LAST, COMING)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_around_a_day_have_a_tense(before: str, after: str) -> None:
    text = f"{before} Friday {after}"
    start = len(before) + 1
    assert tense_of(text, 0, start, start + 6, len(text)) in Tense
