"""CSV of details and notes: every quoted span with its source, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Article, Comparison
from newsdiff.reports import render
from newsdiff.reports.as_csv import DETAIL_COLUMNS, NOTE_COLUMNS, cell
from tests.reports.hostile_event import hostile


def lines(text: str) -> list[dict[str, str]]:
    """The table, as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_mention_of_every_detail_has_its_line(seed_comparison: Comparison) -> None:
    found = lines(render(seed_comparison, "csv"))
    assert len(found) == sum(len(detail.mentions) for detail in seed_comparison.details)
    assert tuple(found[0]) == DETAIL_COLUMNS
    for line in found:
        text = seed_comparison.article(line["article"]).text
        assert " ".join(text[int(line["start"]) : int(line["end"])].split()) in line["words"].lstrip("'")
        assert line["outlet"] == seed_comparison.article(line["article"]).label


def test_every_span_of_every_note_has_its_line(event: Callable[..., tuple[Article, ...]]) -> None:
    comparison, notes = hostile(event)
    found = lines(render(comparison, "csv-notes", notes))
    assert tuple(found[0]) == NOTE_COLUMNS
    assert [line["place"] for line in found] == ["span", "orphan"] * len(notes)
    assert "<script>alert(1)</script> [bold]red[/bold]" in found[0]["body"]


def test_a_note_on_the_event_as_a_whole_has_a_line(event: Callable[..., tuple[Article, ...]]) -> None:
    comparison, notes = hostile(event)
    bare = notes[0].model_copy(update={"targets": (), "orphans": ()})
    (line,) = lines(render(comparison, "csv-notes", [bare]))
    assert (line["place"], line["outlet"]) == ("event", "")


def test_no_cell_of_a_hostile_event_is_a_formula(event: Callable[..., tuple[Article, ...]]) -> None:
    comparison, notes = hostile(event)
    for form in ("csv", "csv-notes"):
        for line in lines(render(comparison, form, notes)):
            for value in line.values():
                assert not re.match(r"\s*[=+\-@＝＋－＠|%]", value), value
                assert "\x1b" not in value
                assert "\u202e" not in value


@given(st.text())
def test_no_text_at_all_makes_a_formula_or_a_control_character(text: str) -> None:
    shown = cell(text)
    assert re.fullmatch(r"-?\d+(\.\d+)?", shown) or not re.match(r"\s*[=+\-@\t\r]", shown)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


def test_plain_figures_stay_figures() -> None:
    assert [cell("-3.5"), cell("12"), cell("-3+4")] == ["-3.5", "12", "'-3+4"]


def test_the_tables_for_excel_begin_with_a_byte_order_mark(event: Callable[..., tuple[Article, ...]]) -> None:
    comparison, notes = hostile(event)
    assert render(comparison, "csv-excel", notes) == "\N{BYTE ORDER MARK}" + render(comparison, "csv", notes)
    plain = render(comparison, "csv-notes", notes)
    assert render(comparison, "csv-notes-excel", notes) == "\N{BYTE ORDER MARK}" + plain
