"""Quotations: all versions of one utterance together, whoever prints how much of it."""

from __future__ import annotations

from newsdiff.details.quotes.clusters import in_other_words
from tests.details.small_events import compared, relation_of


def test_more_of_the_same_words_is_shared() -> None:
    comparison = compared(
        "All staff were “safe and uninjured,” the foreign ministry said in Berlin.",
        "“All employees of the consulate are safe and uninjured,” the foreign ministry said in Berlin.",
    )
    short, long = "“safe and uninjured,”", "“All employees of the consulate are safe and uninjured,”"
    assert relation_of(comparison, short, long) == "shared"


def test_two_translations_of_one_utterance_are_a_variant() -> None:
    one = "“If Europe suddenly wants to start a war with us, we are ready right away,”"
    other = "“If Europe wants to fight a war with us and starts it, we are ready immediately,”"
    comparison = compared(f"{one} Vladimir Putin said on Tuesday.", f"{other} Vladimir Putin told reporters.")
    assert relation_of(comparison, one, other) == "variant"


def test_the_same_word_by_different_speakers_is_not_one_utterance() -> None:
    comparison = compared(
        "Marco Rubio called the meeting in Florida “productive” and left.",
        "Kirill Dmitriev called the meeting in Moscow “productive” and left.",
    )
    assert relation_of(comparison, "“productive”", "“productive”") in (None, "only")


def test_different_utterances_of_one_speaker_stay_apart() -> None:
    one, other = "“The bridge is safe for everybody,”", "“Taxes will rise in autumn,”"
    comparison = compared(f"{one} Anna Reyes said.", f"{other} Anna Reyes said.")
    assert relation_of(comparison, one, other) is None


def test_a_phrase_of_two_sentences_does_not_glue_them() -> None:
    one = "“There’s so much that can go wrong here with the engines,”"
    other = "“So much can go wrong when the liquid oxygen boils off in the tank,”"
    phrase = "“so much”"
    comparison = compared(
        f"{one} Elon Musk said.\n{other} Elon Musk said.", f"Elon Musk said that {phrase} had to be ready."
    )
    assert relation_of(comparison, one, other) is None


def test_what_one_outlet_prints_whole_and_another_in_pieces_is_one_utterance() -> None:
    whole = "“That seemed extremely boring. We decided to send something unusual into orbit.”"
    first, second = "“That seemed extremely boring,”", "“We decided to send something unusual into orbit.”"
    comparison = compared(f"{whole} Elon Musk said.", f"{first} Elon Musk said. {second}")
    assert relation_of(comparison, whole, first) == "shared"
    assert relation_of(comparison, first, second) == "shared"


def test_the_title_of_a_work_is_no_part_of_what_somebody_says_about_it() -> None:
    said = "“He was the producer of ‘Kill Bill,’ a film that I was proud of,”"
    comparison = compared(f"{said} Uma Thurman said.", "Uma Thurman spoke of the set of “Kill Bill.”")
    assert relation_of(comparison, said, "“Kill Bill.”") is None


def test_who_is_only_described_may_be_the_one_whom_another_outlet_names() -> None:
    said = "I love Michael, he is a terrific actor, but I did not trust his driving"
    comparison = compared(f"“{said},” the director said.", f"“{said},” Quentin Tarantino said.")
    assert relation_of(comparison, f"“{said},”", f"“{said},”") == "shared"


def test_words_of_a_relative_that_stand_scattered_in_those_of_a_minister_are_no_version_of_them() -> None:
    comparison = compared(
        "They were close. “They always did everything as a family,” a relative said after the crash.",
        "“The government does everything for the family members of the victims, as it always did,” "
        "Prime Minister Jane Miller said.",
    )
    assert all(
        len({mention.article for mention in detail.mentions}) == 1
        for detail in comparison.details
        if detail.kind == "quote"
    )


def test_of_one_utterance_worded_differently_the_reason_names_the_words() -> None:
    one = "“We deeply regret the loss of these lives and we will help all of the families,”"
    other = "“We profoundly regret the loss of these lives and we will support all of the families,”"
    comparison = compared(f"{one} Mayor Jane Miller said.", f"{other} Mayor Jane Miller said.")
    (detail,) = [found for found in comparison.details if found.kind == "quote"]
    assert "“profoundly” for “deeply”; “support” for “help”" in detail.because


def test_two_translations_that_share_little_have_no_words_in_each_others_place() -> None:
    assert (
        in_other_words(["the cat sat on the mat", "dogs never sleep in winter"]) == "treated as one quotation"
    )
