"""Verdicts are applied where a saved comparison is reported, travel in bundles, and show in a diff."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.evaluation.gold import gold_in
from newsdiff.evaluation.marked_events import read_events
from newsdiff.evaluation.verdicts_as_gold import write_verdicts
from newsdiff.exchange.changes import changes_between
from newsdiff.exchange.changes_printed import in_words
from newsdiff.exchange.exports import export, recalled
from newsdiff.exchange.unpacking import read_bundle
from newsdiff.library import Library, SavedComparison, VerdictTarget, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.model import Detail
from tests.details.small_events import article
from tests.exchange.merges import added_nothing
from tests.reports.comparison_format import ComparisonReport

TEXTS = {
    "north": "A bus carrying 48 passengers plunged into a ravine near Cusco on Monday, killing 12 people.\n"
    "The driver lost control because the brakes failed, police said.",
    "south": "A bus with 48 passengers fell into a ravine near Cusco on Monday, and 15 people were killed.\n"
    "Police said the driver lost control when the brakes failed.",
}


class Account:
    title = "Bus in a ravine"
    articles = tuple(article(name, text) for name, text in TEXTS.items())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def saved(library: Library) -> SavedComparison:
    """The event, saved, with an added difference."""
    event = library.events.add(Account())
    pins = [target(library, event.id, "north", "plunged", 0), target(library, event.id, "south", "fell", 1)]
    library.verdicts.add(event.id, "added", pins, label="how it went down")
    return library.saved.add(event.id, "Bus", View())


def target(library: Library, event: str, name: str, words: str, part: int) -> VerdictTarget:
    text = next(one for one in library.events.articles(event) if one.id == name)
    start = text.text.index(words)
    return VerdictTarget(target_on(text, start, start + len(words), kind="detail"), part)


def added(details: tuple[Detail, ...]) -> list[Detail]:
    return [one for one in details if one.judgement == "added"]


def test_an_added_difference_stands_in_every_export(library: Library, saved: SavedComparison) -> None:
    assert [one.label for one in added(recalled(library, saved).details)] == ["how it went down"]
    for form in ("memo", "memo-html", "markdown", "html", "json", "csv"):
        written = export(library, saved, form).decode("utf-8")
        assert "how it went down" in written, form
    assert "added by the reader" in export(library, saved, "markdown").decode("utf-8")


def test_the_json_report_lists_the_verdicts_with_their_words(
    library: Library, saved: SavedComparison
) -> None:
    report = ComparisonReport.model_validate_json(export(library, saved, "json"))
    (verdict,) = report.verdicts
    assert (verdict.verdict, verdict.label) == ("added", "how it went down")
    assert [one.exact for one in verdict.targets] == ["plunged", "fell"]
    assert "added" in [detail.verdict for detail in report.details]


def test_verdicts_travel_in_a_bundle_and_a_second_import_adds_nothing(
    library: Library, saved: SavedComparison, tmp_path: Path
) -> None:
    file = tmp_path / "bus.newsdiff.zip"
    file.write_bytes(export(library, saved, "bundle"))
    with open_library(tmp_path / "elsewhere") as other:
        merged = other.merge(read_bundle(file))
        assert (merged.verdicts, added_nothing(merged)) == (1, False)
        (found,) = added(recalled(other, other.saved.get(saved.id)).details)
        assert [value.value for value in found.values] == ["plunged", "fell"]
        assert added_nothing(other.merge(read_bundle(file)))


def test_a_bundle_without_verdicts_has_no_key_of_them(library: Library, saved: SavedComparison) -> None:
    for verdict in library.verdicts.of(saved.event):
        library.verdicts.delete(verdict.id)
    with zipfile.ZipFile(io.BytesIO(export(library, saved, "bundle"))) as archive:
        assert "verdicts" not in json.loads(archive.read("bundle.json"))


def test_a_diff_says_what_the_reader_said(library: Library, saved: SavedComparison) -> None:
    after = recalled(library, saved)
    for verdict in library.verdicts.of(saved.event):
        library.verdicts.delete(verdict.id)
    before = recalled(library, saved)
    changes = changes_between(before, after)
    assert "how it went down" in [one.label for one in changes.details]
    assert "added by the reader" in in_words(("one", before), ("two", after), changes)


def test_verdicts_are_written_as_gold_that_newsdiff_eval_reads(
    library: Library, saved: SavedComparison, tmp_path: Path
) -> None:
    event = saved.event
    days = [target(library, event, name, "Monday", part) for part, name in enumerate(TEXTS)]
    library.verdicts.add(event, "dismissed", days, detail_kind="date")
    library.reading.link(event, "north.p2", "south.p2")
    (file,) = write_verdicts(library, tmp_path / "gold")
    gold = gold_in(file)
    (conflict,) = gold.divergences
    assert (conflict.severity, conflict.strength, conflict.kind) == ("conflict", "weak", "claim")
    assert [one.value for one in conflict.mentions] == ["plunged", "fell"]
    assert [one.kind for one in gold.hard_negatives] == ["date"]
    assert [(pair.a, pair.b) for pair in gold.alignment[0].pairs] == [("north.p2", "south.p2")]
    (marked,) = read_events([tmp_path / "gold"])
    assert {one.text for one in marked.articles} == set(TEXTS.values())
