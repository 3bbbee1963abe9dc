"""The table of word vectors: which words are near in meaning."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from newsdiff.language.word_vectors import UNKNOWN, word_vectors


def cosine(one: str, other: str) -> float:
    table = word_vectors()
    left, right = table.unit_vectors([table.row(one), table.row(other)])
    return float(left @ right)


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("wounded", "injured", "market"),
        ("lorries", "trucks", "ministers"),
        ("seized", "confiscated", "rainfall"),
        ("quake", "earthquake", "senator"),
    ],
)
def test_words_of_one_meaning_are_nearer_than_others(word: str, near: str, far: str) -> None:
    assert cosine(word, near) > cosine(word, far) + 0.2


def test_case_accents_and_a_possessive_ending_do_not_count() -> None:
    table = word_vectors()
    for word, others in (
        ("moscow", ("Moscow", "MOSCOW", "moscow's", "Moscow’s")),
        ("cafe", ("café", "Café")),
    ):
        row = table.row(word)
        assert row != UNKNOWN
        assert [table.row(other) for other in others] == [row] * len(others)
    assert table.row("cafe") != table.row("moscow")


def test_every_word_of_the_table_is_found_in_its_row() -> None:
    table = word_vectors()
    words = (files("newsdiff.language") / "words.txt").read_text(encoding="utf-8").splitlines()
    for number in range(0, len(words), 499):
        assert table.row(words[number]) == number


def test_a_word_that_is_not_in_the_table_is_like_no_other() -> None:
    table = word_vectors()
    assert table.row("zzyzxqua") == UNKNOWN
    assert not table.unit_vectors([UNKNOWN, UNKNOWN]).any()


def test_vectors_have_length_one() -> None:
    table = word_vectors()
    vectors = table.unit_vectors(range(0, len(table._words), 997))
    assert vectors.shape[1] == table.dimensions
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_no_words_give_no_vectors() -> None:
    table = word_vectors()
    assert table.unit_vectors([]).shape == (0, table.dimensions)


def test_the_notice_of_the_table_stands_beside_it() -> None:
    notice = (files("newsdiff.language") / "words-notice.txt").read_text(encoding="utf-8")
    assert "GloVe" in notice
    assert "Public Domain Dedication and License" in notice
