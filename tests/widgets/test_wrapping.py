"""Paragraphs break at words, no line is too wide, no character is lost or torn."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsdiff.sanitize import one_line
from widgets.text.harmless import harmless, short
from widgets.text.wrapping import _next_line, clipped, cluster_edge, width_of, wrap_offsets

WIDE = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(" \u0301\u200d\ufe0f漢字👩👧🇮🇪é—“”"),
    ),
    max_size=120,
)


def lines(text: str, width: int) -> list[str]:
    edges = [0, *wrap_offsets(text, width), len(text)]
    return [text[a:b].rstrip(" ") for a, b in itertools.pairwise(edges)]


def test_lines_break_at_blanks() -> None:
    assert lines("The talks ended without a breakthrough.", 16) == [
        "The talks ended",
        "without a",
        "breakthrough.",
    ]


def test_a_word_that_fills_the_line_exactly_stays_on_it() -> None:
    assert lines("four five", 4) == ["four", "five"]
    assert lines("four five", 9) == ["four five"]


def test_blanks_at_a_break_hang_over_instead_of_opening_the_next_line() -> None:
    assert lines("one    two", 4) == ["one", "two"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("a Donaudampfschiff b", 6) == ["a", "Donaud", "ampfsc", "hiff b"]


@given(st.text("ab  é", max_size=80), st.integers(1, 12))
def test_narrow_text_breaks_where_it_does_line_by_line(text: str, width: int) -> None:
    breaks, start = [], _next_line(text, 0, width)
    while start < len(text):
        breaks.append(start)
        start = _next_line(text, start, width)
    assert list(wrap_offsets(text, width)) == breaks


def test_ideographs_may_break_anywhere_and_count_two_cells() -> None:
    assert lines("習近平主席", 4) == ["習近", "平主", "席"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "cafe\u0301s" * 6
    assert all(not unicodedata.combining(line[0]) for line in lines(text, 5))


@pytest.mark.parametrize(
    ("text", "position", "edge"),
    [
        ("👩\u200d👩\u200d👧 went", 1, 5),
        ("👩\u200d👩\u200d👧 went", 2, 5),
        ("👩\u200d👩\u200d👧 went", 5, 5),
        ("cafe\u0301s", 4, 5),
        ("plain", 2, 2),
        ("plain", 0, 0),
        ("plain", 5, 5),
    ],
)
def test_a_cut_is_moved_behind_what_belongs_together(text: str, position: int, edge: int) -> None:
    assert cluster_edge(text, position) == edge


def test_a_joined_emoji_is_not_torn() -> None:
    family = "👩\u200d👩\u200d👧"
    assert lines(family * 3, 4) == [family * 2, family]


@given(WIDE.map(harmless), st.integers(2, 40))
def test_no_line_is_wider_than_the_pane_and_nothing_is_lost(text: str, width: int) -> None:
    breaks = wrap_offsets(text, width)
    assert list(breaks) == sorted(set(breaks))
    assert all(0 < offset < len(text) for offset in breaks)
    assert all(cell_len(line) <= width for line in lines(text, width))


def test_a_megabyte_in_one_word_or_of_combining_marks_is_wrapped_in_linear_work() -> None:
    assert len(wrap_offsets("x" * 1_000_000, 40)) == 24_999
    assert len(wrap_offsets("e" + "\u0301" * 200_000, 40)) > 100
    assert len(wrap_offsets("漢" * 100_000, 40)) == 4_999


@given(WIDE.map(harmless), st.integers(0, 30), st.integers(0, 30))
def test_a_clipped_text_fits_its_window(text: str, skip: int, width: int) -> None:
    start, end, before, cells = clipped(text, skip, width)
    assert 0 <= start <= end <= len(text)
    assert before + cells <= max(width, before)
    assert before <= 1


def test_a_wide_character_cut_in_half_leaves_a_blank() -> None:
    assert clipped("漢字", 1, 3) == (1, 2, 1, 2)


@given(st.text(max_size=200))
def test_what_is_shown_has_the_length_of_the_text_and_no_control_character(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f") & set(shown)


def test_escape_sequences_and_bidi_overrides_are_pictures() -> None:
    assert harmless("\x1b[31mred\u202egnirts\x07") == "␛[31mred\ufffdgnirts␇"
    assert harmless("one\ntwo\tthree") == "one two three"


def test_marks_of_where_a_word_may_break_take_no_cell_and_are_dropped_from_titles() -> None:
    broken = "\ufeffKy\u200biv, Do\u00adnets\u2060k"
    shown = harmless(broken)
    assert len(shown) == len(broken)
    assert "\ufffd" not in shown
    assert width_of(shown) == cell_len(shown) == len("Kyiv, Donetsk")
    assert [cell_len(line) for line in lines(shown, 6)] == [5, 6, 1]
    assert short(broken, 40) == one_line(broken) == "Kyiv, Donetsk"


def test_what_is_measured_by_its_length_takes_one_cell_each() -> None:
    shown = {harmless(chr(code)) for code in (*range(0x20, 0x500), *range(0x2000, 0x2100))}
    assert [char for char in shown if width_of(char) != cell_len(char)] == []


def test_a_title_is_cut_with_an_ellipsis() -> None:
    assert short("Putin  issues\ngrave warning", 12) == "Putin issue…"
