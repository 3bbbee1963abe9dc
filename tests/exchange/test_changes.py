"""What changed between two saved comparisons, each computed on the texts it was saved with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff import read_event
from newsdiff.exchange.changes import Changes, changes_between
from newsdiff.exchange.exports import recalled
from newsdiff.library import Library, View, open_library

NORTH = """Fire in Lisbon

The fire in Lisbon on Monday killed {} people, police said in a statement.

Minister Ana Costa visited the burnt hotel on Tuesday morning.
"""
SOUTH = """Hotel fire

Police said in a statement that {} people were killed in the fire in Lisbon on Monday.

Minister Ana Costa went to the burnt hotel on Tuesday morning.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "data") as opened:
        yield opened


def changed(library: Library, folder: Path, before: tuple[int, int], after: tuple[int, int]) -> Changes:
    """Save, let the outlets update their figures, save again, and ask what changed."""
    saved = []
    event = ""
    for name, figures in (("morning", before), ("evening", after)):
        for outlet, text, figure in zip(("north", "south"), (NORTH, SOUTH), figures, strict=True):
            (folder / f"{outlet}.txt").write_text(text.format(figure), encoding="utf-8")
        reading = read_event([folder / "north.txt", folder / "south.txt"])
        if event:
            library.events.add_articles(event, reading.articles)
        else:
            event = library.events.add(reading).id
        saved.append(library.saved.add(event, name, View(level="all")))
    return changes_between(*(recalled(library, one) for one in saved))


def kinds(changes: Changes) -> list[tuple[str, str]]:
    """What became of the figures; which claims are worth a look is no matter here."""
    return [(one.change, one.label) for one in changes.details if one.label == "people killed"]


def test_an_outlet_that_updates_a_figure_breaks_an_agreement(library: Library, tmp_path: Path) -> None:
    changes = changed(library, tmp_path, (12, 12), (12, 14))
    assert kinds(changes) == [("broken", "people killed")]
    assert [(text.article, text.change) for text in changes.texts] == [
        ("north", "same"),
        ("south", "updated"),
    ]
    (text,) = [text for text in changes.texts if text.change == "updated"]
    assert (text.paragraphs_added, text.paragraphs_gone) == (1, 1)


def test_an_outlet_that_corrects_itself_makes_an_agreement(library: Library, tmp_path: Path) -> None:
    assert kinds(changed(library, tmp_path, (12, 14), (14, 14))) == [("agreed", "people killed")]


def test_a_difference_with_another_figure_is_reported_as_one(library: Library, tmp_path: Path) -> None:
    assert kinds(changed(library, tmp_path, (12, 14), (12, 19))) == [("changed", "people killed")]


def test_the_same_texts_have_not_changed(library: Library, tmp_path: Path) -> None:
    found = changed(library, tmp_path, (12, 14), (12, 14))
    assert [
        (text.article, text.change, text.paragraphs_added, text.paragraphs_gone) for text in found.texts
    ] == [
        ("north", "same", 0, 0),
        ("south", "same", 0, 0),
    ]
    assert (found.details, found.opinions) == ((), ())


def test_a_comparison_is_recalled_on_its_own_texts_with_its_own_links(
    library: Library, tmp_path: Path
) -> None:
    for outlet, text in (("north", NORTH), ("south", SOUTH)):
        (tmp_path / f"{outlet}.txt").write_text(text.format(12), encoding="utf-8")
    files = [tmp_path / "north.txt", tmp_path / "south.txt"]
    event = library.events.add(read_event(files)).id
    library.reading.link(event, "north.p1", "south.p2")
    saved = library.saved.add(event, "before", View(level="all"))
    files[1].write_text("An opening that was not there.\n\n" + SOUTH.format(15), encoding="utf-8")
    library.events.add_articles(event, read_event(files).articles)
    found = recalled(library, library.saved.get(saved.id))
    assert {article.id: article.sha256 for article in found.articles} == saved.texts
    by_hand = [{link.a, link.b} for link in found.links if link.origin == "reader"]
    assert by_hand == [{"north.p1", "south.p2"}]
