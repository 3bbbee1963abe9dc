"""Bundles that an older newsdiff wrote (versions/make.py) come in whole, and are compared as any other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff.cli import cli
from newsdiff.exchange.unpacking import read_bundle
from newsdiff.library import open_library
from tests.exchange.merges import added_nothing

BUNDLES = Path(__file__).parent / "versions"
FIRST = "newsdiff-comparison-1"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A library into which both bundles were imported."""
    for name in ("evening", "morning"):
        newsdiff(tmp_path / "data", "import", str(BUNDLES / f"{FIRST}-{name}.zip"))
    return tmp_path / "data"


def newsdiff(data: Path, *words: str) -> str:
    result = CliRunner().invoke(cli, ["--data-dir", str(data), *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_everything_in_them_comes_in(data: Path) -> None:
    with open_library(data) as library:
        (event,) = library.events.all()
        saved = {one.name: one for one in library.saved.of(event.id)}
        assert set(saved) == {"morning", "evening"}
        view = saved["morning"].view
        assert (view.base, view.place.detail, view.options["kinds"]) == ("north", "d1", "number date")
        (note,) = library.notes.all()
        assert (note.body, note.targets[0].exact, note.targets[0].kind) == (
            "Ask again",
            "12 people",
            "detail",
        )


def test_they_are_reported_in_the_format_of_today(data: Path) -> None:
    report = json.loads(newsdiff(data, "export", "morning", "--format", "json"))
    assert report["format"] == "newsdiff-comparison/2"
    assert report["base"] == "north"
    assert [note["body"] for note in report["notes"]] == ["Ask again"]
    assert all(row["reported_by"] for row in report["rows"])


def test_what_changed_between_two_of_them_is_found(data: Path) -> None:
    printed = newsdiff(data, "diff", "morning", "evening")
    assert "South: updated, 1 paragraph new, 1 gone" in printed.replace("south", "South")
    assert "people killed" in printed
    assert "12 people" in printed
    assert (
        json.loads(newsdiff(data, "diff", "morning", "evening", "--json"))["format"] == "newsdiff-changes/1"
    )


def test_a_second_import_adds_nothing(data: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(BUNDLES / f"{FIRST}-morning.zip", tmp_path / "again.zip"))
    with open_library(data) as library:
        assert added_nothing(library.merge(read_bundle(file)))
