"""A library that the last newsdiff with reports of format 1 wrote on the sample (versions/make.py): notes,
links and saved comparisons stay, and are shown on the comparison of today."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.exchange.exports import EXPORT_FORMATS, export, recalled
from newsdiff.library import Library, open_library
from newsdiff.library.maintenance import check_library
from tui.reader.places import options_of, state_at
from widgets.reading.reading_state import STANDINGS

PACKED = Path(__file__).parent / "versions" / "sample-newsdiff-comparison-1.db.xz"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "library.db").write_bytes(lzma.decompress(PACKED.read_bytes()))
    return tmp_path


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder) as opened:
        yield opened


def test_notes_and_saved_comparisons_are_there(folder: Path, library: Library) -> None:
    (event,) = library.events.all()
    bodies = {note.body: note for note in library.notes.of(event.id)}
    assert set(bodies) == {"Which of the two?", "A good opening"}
    text = {article.id: article.text for article in library.events.articles(event.id)}
    for note in bodies.values():
        for target in note.targets:
            assert target.span is not None
            assert text[target.article][slice(*target.span)] == target.exact
    (saved,) = library.saved.of(event.id)
    assert (saved.name, saved.view.level, len(saved.links)) == ("Before lunch", "all", 1)
    assert check_library(folder).problems == ()


def test_what_an_older_engine_found_is_not_shown_as_found_today(library: Library) -> None:
    (event,) = library.events.all()
    assert (event.overview, event.differences) == (None, None)
    assert library.events.page(order="differences") == (event,)


def test_a_saved_comparison_goes_out_in_every_form(library: Library) -> None:
    saved = library.saved.find("Before lunch")
    for form in EXPORT_FORMATS:
        assert export(library, saved, form)
    report = json.loads(export(library, saved, "json"))
    assert (report["format"], report["base"]) == ("newsdiff-comparison/2", saved.view.base)
    assert {note["body"] for note in report["notes"]} == {"Which of the two?", "A good opening"}
    assert [link["origin"] for link in report["links"]].count("reader") == 1


def test_it_opens_where_it_was_left_and_a_filter_on_numbers_shows_ages_too(library: Library) -> None:
    saved = library.saved.find("Before lunch")
    comparison = recalled(library, saved)
    state = state_at(saved.view.place, saved.view.options, comparison)
    paragraph = saved.view.place.paragraph
    assert paragraph in comparison.rows[state.row].paragraphs
    assert state.pane == saved.view.place.pane
    assert state.kinds == {"number", "date", "age"}
    before_claims_stood_apart = {"relations": "differs variant"}
    kept = state_at(saved.view.place, before_claims_stood_apart, comparison)
    assert kept.standings == {"differs", "may-differ", "variant"}
    everything = " ".join(one for one in STANDINGS if one != "may-share")
    before_some_were_perhaps_shared = {"marks shown": everything}
    assert state_at(saved.view.place, before_some_were_perhaps_shared, comparison).standings == {*STANDINGS}
    without_them = {**options_of(state), "standings shown": everything}
    assert "may-share" not in state_at(saved.view.place, without_them, comparison).standings
    without = {**options_of(state), "kinds shown": "number date"}
    assert state_at(saved.view.place, without, comparison).kinds == {"number", "date"}
