"""Articles of one event in four languages find each other by names, figures and days."""

from __future__ import annotations

from benchmarks.accuracy.grouping import b_cubed
from benchmarks.accuracy.look_alike_events.four_languages import in_four_languages
from newsdiff.library import Library


def test_ten_events_in_four_languages_are_grouped_without_any_translation(library: Library) -> None:
    labelled = in_four_languages()
    assert len(labelled) == 40
    assert {article.language for article, _ in labelled} == {"en", "de", "fr", "es"}
    placed = library.events.place([article for article, _ in labelled])
    found = [(event, place.event) for (_, event), place in zip(labelled, placed, strict=True)]
    precision, _, f1 = b_cubed(found)
    assert precision == 1.0
    assert f1 > 0.95
