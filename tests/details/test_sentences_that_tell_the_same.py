"""Figures and times in rewritten sentences: what is told of one thing where hardly a word is the same."""

from __future__ import annotations

import pytest

from tests.details.small_events import differing, relation_of, told


@pytest.mark.parametrize(
    ("text", "too", "one", "other"),
    [
        (
            "An earthquake struck the coast of southern Chile on Thursday, killing two people.\n"
            "It hit at 4:12 a.m. at a depth of 35 kilometers, about 60 km southwest of Puerto Montt.",
            "A powerful earthquake shook southern Chile early on Thursday, cutting power to homes.\n"
            "It struck at 4:12 a.m. at a depth of 22 kilometers some 85 kilometers off Puerto Montt.",
            "about 60 km",
            "some 85 kilometers",
        ),
        (
            "The launch of the Orion-7 rocket was postponed on Wednesday because of a leaking valve.\n"
            "The rocket is to carry a 4.2-tonne satellite into orbit.",
            "The launch of the Orion-7 was called off on Wednesday after engineers found a fault.\n"
            "The rocket was to put a satellite weighing 3.9 tonnes into orbit.",
            "4.2-tonne",
            "3.9 tonnes",
        ),
        (
            "The first 911 calls came at 2:17 p.m. and officers arrived at the mall within minutes.",
            "Emergency calls from the mall began at 2:31 p.m., and officers were there soon.",
            "2:17 p.m.",
            "2:31 p.m.",
        ),
        (
            "United beat City 3-1 at Oakfield on Sunday in front of 41,220 fans.",
            "United won 3-1 against City before a crowd of 39,800 at Oakfield on Sunday.",
            "41,220 fans",
            "39,800",
        ),
        (
            "Six teenagers were killed when their minivan hit a lorry on the motorway near Lyon on Saturday.",
            "Five young people died in a crash between a van and a lorry near Lyon late on Saturday.",
            "Six teenagers",
            "Five young people",
        ),
        (
            "Claire Dubois was freed after 14 months in captivity in Mali, the president said.",
            "Claire Dubois, held by Islamists in Mali for 18 months, has been freed, the presidency said.",
            "14 months",
            "18 months",
        ),
    ],
)
def test_a_figure_meets_its_counterpart_in_a_rewritten_sentence(
    text: str, too: str, one: str, other: str
) -> None:
    assert relation_of(told(text, too), one, other) == "differs"


def test_the_age_of_a_person_whom_the_next_sentence_takes_up_is_that_persons_age() -> None:
    comparison = told(
        "A court in Manila jailed former senator Ramon Quizon on Tuesday. Quizon, 67, denied the charges.",
        "Former senator Ramon Quizon was jailed on Tuesday in Manila.\n"
        "The 69-year-old politician was also fined 90 million pesos.",
    )
    assert relation_of(comparison, "67", "69-year-old") == "differs"


@pytest.mark.parametrize(
    ("text", "too"),
    [
        (
            "A gunman killed three people at a mall in Dayton on Saturday before he was shot by police.",
            "Four people are dead, including the gunman, after a shooting at a mall in Dayton on Saturday.",
        ),
        (
            "The train was going at about 140 kilometres per hour in a zone limited to 90.",
            "The train was going at about 140 km/h, well above the limit of 90 km/h in that zone.",
        ),
        (
            "The mission would do something not attempted in more than four decades: land on the moon.",
            "The mission builds towards an attempted landing on the moon in about 15 years.",
        ),
        (
            "The Treasury released photos on Nov. 21, though it did not name the other ship.",
            "Citing a breach of sanctions adopted in September, the Treasury released photos of the ship.",
        ),
    ],
)
def test_what_one_sentence_says_of_two_things_is_no_difference(text: str, too: str) -> None:
    assert differing(told(text, too)) == []
