"""Every figure that a text may be read to give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.details.figures.figures_in_text import figures_in


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,234", 1234),
        ("1 234", 1234),
        ("1.234", 1234),
        ("1.234", 1.234),
        ("1,5", 1.5),
        ("3.2m", 3_200_000),
        ("$3.2 billion", 3.2e9),
        ("between 5 and 6 million", 5e6),
        ("28-point", 28),
        ("G20", 20),
        ("twenty-one", 21),
        ("a hundred", 100),
        ("two and a half million", 2.5e6),
        ("both", 2),
        ("no one", 0),
        ("the third man", 3),
        ("3 out of 4", 75),
        ("nine in ten", 90),
        ("4½", 4.5),
    ],
)
def test_a_figure_is_read_in_every_usual_writing(text: str, figure: float) -> None:
    assert figure in figures_in([text]).exact


def test_vague_words_are_intervals() -> None:
    assert figures_in(["dozens of them"]).hold_near(45, 45)
    assert not figures_in(["dozens of them"]).hold_near(4_500, 4_500)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_whole_number_is_found_plain_and_grouped(number: int) -> None:
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", " ")):
        assert figures_in([f"It was {written}, they said."]).hold_near(number, number)


@given(st.lists(st.text(max_size=80), max_size=3))
def test_any_text_at_all_can_be_read(texts: list[str]) -> None:
    found = figures_in(texts)
    assert list(found.exact) == sorted(set(found.exact))
    assert all(low < high for low, high in found.vague)
