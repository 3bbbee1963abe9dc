"""Spans find their words in a newer text, or say that they do not: never on words that only look alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.accuracy import anchors as benchmark
from newsdiff.library.anchors import place, statement
from newsdiff.library.approximate import SCANNED, least_distance, matches
from newsdiff.library.wording import only_slips
from tests.library.library_accounts import seeds

OLD = (
    "Rescue teams reached the village on Monday.\n"
    "The mayor said that 28 people were missing after the flood. Roads were closed.\n"
    "Schools will stay shut until Friday, the ministry said.\n"
    "Help came from the army and from the neighbouring towns.\n"
)
FIGURE = OLD.index("28 people")


def found(new: str, words: str, old: str = OLD) -> tuple[str, str]:
    start = old.index(words)
    reattachment = place(old, start, start + len(words), new)
    return reattachment.how, new[reattachment.start : reattachment.end]


def test_words_are_found_behind_an_inserted_line() -> None:
    assert found("UPDATED.\n" + OLD, "28 people") == ("exact", "28 people")


def test_misspelt_words_are_found() -> None:
    new = OLD.replace("stay shut until", "stay shutt untill")
    assert found(new, "Schools will stay shut until Friday") == (
        "similar",
        "Schools will stay shutt untill Friday",
    )


def test_a_figure_that_was_corrected_in_its_place_is_still_the_place() -> None:
    how, words = found(OLD.replace("28 people", "31 people"), "28 people were missing")
    assert (how, words) == ("similar", "31 people were missing")


def test_a_sentence_that_moved_is_found() -> None:
    lines = OLD.splitlines(keepends=True)
    moved = "".join([lines[3], lines[0], lines[2], lines[1]])
    assert found(moved, "28 people were missing") == ("exact", "28 people were missing")


def test_a_sentence_like_the_one_that_was_taken_out_is_not_taken_for_it() -> None:
    lines = OLD.splitlines(keepends=True)
    like = "The governor said that 3 people were missing after the flood.\n"
    new = "".join([lines[0], lines[2], lines[3], "Other news of the day followed.\n", like])
    how, candidate = found(new, "The mayor said that 28 people were missing after the flood.")
    assert how == "orphan"
    assert "people were missing" in candidate


def test_the_same_word_in_another_sentence_is_not_the_one_that_was_taken_out() -> None:
    old = OLD + "A flood of letters reached the paper in the following week.\n"
    new = old.replace(" after the flood", "")
    assert found(new, "flood", old)[0] == "orphan"


def test_of_two_like_passages_each_keeps_its_own() -> None:
    doubled = OLD + "The mayor said that 28 people were missing. He thanked the army.\n"
    second = doubled.rindex("28 people")
    new = "Breaking news.\n" + doubled
    assert place(doubled, FIGURE, FIGURE + 9, new).start == FIGURE + 15
    assert place(doubled, second, second + 9, new).start == second + 15


def test_a_doubled_paragraph_of_which_one_was_taken_out_is_not_guessed() -> None:
    line = "The talks went on for five hours in the capital.\n"
    old = "Before it all began.\n" + line + line + "And after that they left.\n"
    new = "Before it all began.\n" + line + "And after that they left.\n"
    start = old.index(line)
    assert place(old, start, start + len(line) - 1, new).how == "orphan"


def test_in_an_empty_or_unrelated_text_nothing_is_found() -> None:
    assert place(OLD, 0, 30, "").how == "orphan"
    assert place(OLD, 0, 30, "Something quite different, in other words.").how == "orphan"


def test_a_long_span_is_found_by_its_ends() -> None:
    text = seeds().articles[0].text
    new = text[:900] + "One more sentence was put in here. " + text[900:]
    reattachment = place(text, 500, 4500, new)
    assert (reattachment.how, reattachment.start, reattachment.end) == ("similar", 500, 4535)


@pytest.mark.parametrize("text", [OLD, *(item.text for item in seeds().articles[:2])])
def test_in_the_same_text_every_span_is_where_it_was(text: str) -> None:
    for start in range(0, len(text) - 30, 97):
        reattachment = place(text, start, start + 30, text)
        assert (reattachment.how, reattachment.start, reattachment.end) == ("exact", start, start + 30)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_line_put_in_front_moves_spans_by_its_length(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(OLD) - 12))
    end = data.draw(st.integers(start + 8, len(OLD)))
    front = "Nothing new today in the east.\n"
    reattachment = place(OLD, start, end, front + OLD)
    assert (reattachment.start, reattachment.end) == (start + len(front), end + len(front))


def test_the_measurement_holds_on_the_sample() -> None:
    """A small part of it: benchmarks/accuracy/anchors.py takes 500 spans (wrong 0.5 %, right 96 % of those
    kept)."""
    texts = [item.text for item in seeds().articles if len(item.text) > 1500]
    counts = benchmark.total(benchmark.measure(texts, 20, with_old_text=True))
    whole = counts["right"] + counts["orphaned"] + counts["wrong"]
    kept = counts["kept right"] + counts["kept orphaned"] + counts["kept wrong"]
    assert counts["wrong"] <= 0.015 * whole
    assert counts["kept right"] >= 0.9 * kept


def test_a_statement_ends_at_its_line_and_at_full_stops() -> None:
    start, end = statement(OLD, FIGURE, FIGURE + 9)
    assert OLD[start:end] == "The mayor said that 28 people were missing after the flood. "


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the talks in Moscow", "the tlaks in Mosocw", True),
        ("five hours of talks", "fivehours of talks", True),
        ("28 people", "19 people", False),
        ("talks in Moscow", "talks in Geneva", False),
        ("no progress was made", "progress was made", False),
        ("Mr Trump spoke", "mr trump spoke", True),
        ("", "", True),
    ],
)
def test_slips_of_the_pen_are_distinguished_from_other_statements(a: str, b: str, same: bool) -> None:
    assert only_slips(a, b) is same


letters = st.text("abc ", max_size=25)


@given(pattern=st.text("abc ", min_size=1, max_size=9), text=letters)
def test_the_least_distance_is_that_of_the_textbook(pattern: str, text: str) -> None:
    assert least_distance(pattern, text) == min([_textbook(pattern, text), len(pattern)])


@given(pattern=st.text("abc ", min_size=1, max_size=9), text=letters, most=st.integers(0, 4))
def test_matches_do_not_overlap_and_are_as_near_as_they_say(pattern: str, text: str, most: int) -> None:
    from rapidfuzz.distance import Levenshtein

    places = matches(pattern, text, most)
    for match in places:
        assert match.distance <= most
        assert Levenshtein.distance(pattern, text[match.start : match.end]) == match.distance
    ordered = sorted(places, key=lambda match: match.start)
    assert all(a.end <= b.start for a, b in pairwise(ordered))


def test_in_a_huge_text_a_misspelt_passage_is_found_by_its_parts() -> None:
    filler = "Nothing of note was said that day in town. " * (SCANNED // 20)
    text = filler + OLD.replace("missing", "mising") + filler
    start = OLD.index("The mayor")
    (best, *_) = matches(OLD[start : start + 59], text, 10)
    assert best.distance == 1
    assert text[best.start : best.end].startswith("The mayor said that 28 people were mising")


def _textbook(pattern: str, text: str) -> int:
    row = list(range(len(pattern) + 1))
    least = row[-1]
    for char in text:
        new = [0]
        for index, letter in enumerate(pattern, 1):
            new.append(min(row[index] + 1, new[-1] + 1, row[index - 1] + (letter != char)))
        row = new
        least = min(least, row[-1])
    return least
