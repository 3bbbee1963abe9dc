"""``newsdiff export``, ``import``, ``diff``, ``library``: what they print, and one line for what is wrong."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from newsdiff.cli.commands.comparisons.export import command
from newsdiff.exchange.exports import ENDINGS, EXPORT_FORMATS
from newsdiff.library import View, open_library
from newsdiff.model import Article
from tests.exchange.desk import HOSTILE, filled
from tests.library.library_accounts import Account, two
from tui.reader.output.export_actions import FORMS

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
FORMATS = (
    "markdown",
    "html",
    "json",
    "csv",
    "csv-excel",
    "csv-notes",
    "csv-notes-excel",
    "annotations",
    "bundle",
    "memo",
    "memo-html",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The library that the program uses, with a saved comparison "Talks" and six notes."""
    with open_library(tmp_path / "data") as library:
        filled(library, notes=6)
    return tmp_path / "data"


def test_the_command_and_the_reader_offer_every_form_there_is() -> None:
    assert set(FORMATS) == set(EXPORT_FORMATS) == set(ENDINGS) == {form.id for form in FORMS}
    offered = next(one for one in command.params if one.name == "form").type
    assert isinstance(offered, click.Choice)
    assert set(offered.choices) == set(EXPORT_FORMATS)


def only_line(result: subprocess.CompletedProcess[bytes]) -> str:
    """The one line on stderr."""
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("newsdiff: ")
    return lines[0]


def test_every_format_is_printed_with_hostile_notes_as_text(
    newsdiff: Run, data: Path, tmp_path: Path
) -> None:
    printed = {form: newsdiff("export", "talks", "--format", form) for form in FORMATS}
    for form, result in printed.items():
        assert (result.returncode, result.stderr) == (0, b""), form
        assert str(tmp_path).encode() not in result.stdout
        if form != "bundle":
            assert "\x1b" not in result.stdout.decode(), form
            assert "\u202e" not in result.stdout.decode(), form
    assert b"<script" not in printed["html"].stdout
    assert HOSTILE in [note["body"] for note in json.loads(printed["json"].stdout)["notes"]]


def test_a_file_gets_the_same_bytes(newsdiff: Run, data: Path, tmp_path: Path) -> None:
    written = newsdiff("export", "Talks", "--format", "html", "-o", tmp_path / "out")
    assert (written.returncode, written.stdout) == (0, b"")
    assert (tmp_path / "out").read_bytes() == newsdiff("export", "Talks", "--format", "html").stdout


def test_what_one_machine_exports_another_imports_once(newsdiff: Run, data: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "talks.zip"
    newsdiff("export", "Talks", "--format", "bundle", "-o", bundle)
    other = tmp_path / "other"
    first = newsdiff("--data-dir", other, "import", bundle)
    assert first.stdout.decode() == "“Talks”: 5 article texts, 6 notes, the saved comparison\n"
    assert newsdiff("--data-dir", other, "import", bundle).stdout.decode() == "“Talks”: nothing new\n"
    there = newsdiff("--data-dir", other, "export", "Talks", "--format", "json")
    assert there.stdout == newsdiff("export", "Talks", "--format", "json").stdout


def test_what_is_no_bundle_is_refused_in_one_line_and_begins_no_library(
    newsdiff: Run, seeds: Path, tmp_path: Path
) -> None:
    for file in (seeds / "event.toml", tmp_path / "not there.zip", tmp_path):
        result = newsdiff("import", file)
        assert result.returncode == 1
        assert "cannot be imported" in only_line(result)
    assert not (tmp_path / "data").exists()


def test_a_saved_comparison_that_is_not_there_is_one_line(newsdiff: Run, data: Path) -> None:
    for arguments in (["export", "\x1b[31mNobody"], ["diff", "Talks", "Nobody"]):
        result = newsdiff(*arguments)
        assert result.returncode == 1
        assert "Nobody" in only_line(result)


def test_the_difference_of_two_saved_comparisons_is_reported_and_comes_as_json(
    newsdiff: Run, tmp_path: Path, event: Callable[..., tuple[Article, ...]]
) -> None:
    morning = event(
        north="The fire in Lisbon on Monday killed 12 people, police said.",
        south="Police said 12 people were killed in the fire in Lisbon on Monday.",
    )
    with open_library(tmp_path / "data") as library:
        kept = library.events.add(Account("Fire", morning))
        library.saved.add(kept.id, "morning", View(level="all"))
        evening = event(south="Police said 14 people were killed in the fire in Lisbon on Monday.")
        library.events.add_articles(kept.id, evening)
        library.saved.add(kept.id, "evening", View(level="all"))
        other = library.events.add(two())
        library.saved.add(other.id, "elsewhere", View())
    report = newsdiff("diff", "morning", "evening").stdout.decode()
    assert "Agreements that broke (1)" in report
    assert "14 people (south)" in report
    plain = json.loads(newsdiff("diff", "morning", "evening", "--json").stdout)
    assert "broken" in [one["change"] for one in plain["details"] if one["label"] == "people killed"]
    assert "choose two of one event" in only_line(newsdiff("diff", "morning", "elsewhere"))


def test_the_library_is_found_checked_backed_up_and_restored(
    newsdiff: Run, data: Path, tmp_path: Path
) -> None:
    assert newsdiff("library", "path").stdout.decode().strip() == str(data / "library.db")
    assert "sound (1 events, 5 articles, 6 notes, 1 saved" in newsdiff("library", "check").stdout.decode()
    backup = tmp_path / "backup.db"
    assert newsdiff("library", "backup", backup).stdout.decode().strip() == str(backup)
    with open_library(data) as library:
        library.events.delete(library.events.all()[0].id)
    assert b"is kept in" in newsdiff("library", "restore", backup).stdout
    with open_library(data) as library:
        assert len(library.notes.all()) == 6


def test_a_damaged_library_is_reported_by_every_command_and_left_alone(newsdiff: Run, data: Path) -> None:
    file = data / "library.db"
    file.write_bytes(file.read_bytes()[:20_000])
    before = file.read_bytes()
    for arguments in (
        ["library", "check"],
        ["library", "backup"],
        ["export", "Talks"],
        ["diff", "a", "b"],
    ):
        result = newsdiff(*arguments)
        assert result.returncode == 1
        assert result.stderr.decode().count("library.db") >= 1
        assert "Traceback" not in result.stderr.decode()
    assert file.read_bytes() == before
    assert os.listdir(data) == ["library.db"]


def test_the_library_commands_need_no_library_to_say_what_is_missing(newsdiff: Run, tmp_path: Path) -> None:
    for arguments in (["library", "check"], ["library", "backup", tmp_path / "x.db"]):
        result = newsdiff(*arguments)
        assert result.returncode == 1
        assert "does not exist" in only_line(result)
    assert newsdiff("library", "mend").returncode == 2
