"""Tokens: words of different outlets meet in one stem, whatever their ending, accent or apostrophe."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.tokens import stem_of, tokens


@pytest.mark.parametrize(
    "family",
    [
        "bomb bombs bombed bombing bombings",
        "ram rams rammed ramming",
        "fire fires fired firing",
        "injure injures injured injuring",
        "investigate investigated investigation investigators",
        "evacuate evacuated evacuation evacuations",
        "city cities",
        "crash crashes crashed crashing",
        "die dies died dying",
        "shoot shoots shot shooting",
        "agree agrees agreed",
        "gunman gunmen",
        "child children",
    ],
)
def test_the_forms_of_a_word_have_one_stem(family: str) -> None:
    assert len({stem_of(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["plan plane", "hop hope", "car care", "not note", "officer official"])
def test_short_words_that_differ_in_an_e_are_kept_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem_of(one) != stem_of(other)


@pytest.mark.parametrize("word", ["crisis", "bus", "boss", "yemen", "sing", "need", "red"])
def test_endings_that_are_no_inflection_stay(word: str) -> None:
    assert stem_of(word) == word


def test_accents_possessives_and_apostrophes_do_not_matter() -> None:
    assert stem_of("Zelensky’s") == stem_of("Zelensky's") == stem_of("ZELENSKY")
    assert stem_of("Pérez") == stem_of("Perez")


def test_numbers_meet_in_their_digits() -> None:
    assert stem_of("5,000") == "5000"
    assert stem_of("six") == stem_of("6") == "6"
    assert stem_of("15.5") == "15.5"


@pytest.mark.parametrize("word", ["the", "Would", "don’t", "don't", "Tuesday"])
def test_words_that_say_nothing_have_no_stem(word: str) -> None:
    assert stem_of(word) == ""


def test_tokens_carry_the_span_of_their_word_in_the_whole_text() -> None:
    text = "Headline. Police said 5,000 people’s homes burned."
    found = tokens(text, 10, len(text))
    assert [text[t.start : t.end] for t in found] == [
        "Police",
        "said",
        "5,000",
        "people’s",
        "homes",
        "burned",
    ]
    assert [t.stem for t in found][1] == ""


@given(st.text(max_size=200), st.integers(0, 50))
def test_any_text_has_tokens_inside_it_in_order(text: str, start: int) -> None:
    found = tokens(text, start)
    assert all(start <= t.start < t.end <= len(text) for t in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_line_of_a_million_letters_is_cut_to_a_word() -> None:
    (token,) = tokens("a" * 1_000_000)
    assert len(token.stem) <= 40


def test_the_words_of_a_sentence_are_kept_and_those_of_a_whole_text_are_not() -> None:
    sentence = "Seven people were hurt when a ferry hit the pier of Ayewo. "
    whole = sentence * 100
    assert tokens(sentence) is tokens(sentence)
    assert tokens(whole) == tokens(whole)
    assert tokens(whole) is not tokens(whole)
