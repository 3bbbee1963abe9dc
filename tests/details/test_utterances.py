"""Quotations: all versions of one utterance together, whoever prints how much of it."""

from __future__ import annotations

from tests.details.small_events import relation_of, told


def test_more_of_the_same_words_is_shared() -> None:
    comparison = told(
        "All staff were “safe and uninjured,” the foreign ministry said in Berlin.",
        "“All employees of the consulate are safe and uninjured,” the foreign ministry said in Berlin.",
    )
    short, long = "“safe and uninjured,”", "“All employees of the consulate are safe and uninjured,”"
    assert relation_of(comparison, short, long) == "shared"


def test_two_translations_of_one_utterance_are_a_variant() -> None:
    one = "“If Europe suddenly wants to start a war with us, we are ready right away,”"
    other = "“If Europe wants to fight a war with us and starts it, we are ready immediately,”"
    comparison = told(f"{one} Vladimir Putin said on Tuesday.", f"{other} Vladimir Putin told reporters.")
    assert relation_of(comparison, one, other) == "variant"


def test_the_same_word_by_different_speakers_is_not_one_utterance() -> None:
    comparison = told(
        "Marco Rubio called the meeting in Florida “productive” and left.",
        "Kirill Dmitriev called the meeting in Moscow “productive” and left.",
    )
    assert relation_of(comparison, "“productive”", "“productive”") == "only"


def test_different_utterances_of_one_speaker_stay_apart() -> None:
    one, other = "“The bridge is safe for everybody,”", "“Taxes will rise in autumn,”"
    comparison = told(f"{one} Anna Reyes said.", f"{other} Anna Reyes said.")
    assert relation_of(comparison, one, other) is None
