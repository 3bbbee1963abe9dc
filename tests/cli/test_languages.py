"""Commands on articles in other languages, without and with a translate command."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.library import open_library
from tests.translation.local_translator import WORDS, command, runs, script

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

ENGLISH = (
    "Ferry hits rocks\n\nThe ferry with 212 people on board hit rocks near Norvik on Sunday, it is said.\n\n"
    "Fishermen had warned of the rocks for years, and the owner did not listen to them.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article in English, one in German."""
    place = tmp_path / "event"
    place.mkdir()
    (place / "english.txt").write_text(ENGLISH, "utf-8")
    (place / "german.txt").write_text("\n\n".join(WORDS) + "\n", "utf-8")
    return place


def config(tmp_path: Path, kind: str) -> tuple[Path, Path]:
    """A configuration with a translate command that behaves so, and the file of the command."""
    program = script(tmp_path, kind)
    file = tmp_path / "config.toml"
    file.write_text(f"[translate]\ncommand = {json.dumps(command(program))}\nname = 'Dictionary'\n", "utf-8")
    return file, program


def test_a_report_says_how_an_article_in_another_language_is_aligned(newsdiff: Run, folder: Path) -> None:
    result = newsdiff("report", folder)
    report = json.loads(result.stdout)
    assert result.stderr == b""
    languages = {one["id"]: (one["language"], one["aligned_by"]) for one in report["articles"]}
    assert languages == {
        "english": ("en", "words"), "german": ("de", "names, numbers, dates and quotations"),
    }  # fmt: skip
    assert {(link["a"], link["b"]) for link in report["links"]} == {("english.p1", "german.p1")}
    for form in ("markdown", "html"):
        shown = newsdiff("report", folder, "--format", form).stdout.decode()
        assert "German: aligned by names, numbers, dates and quotations only" in shown


def test_with_a_translate_command_the_translation_is_aligned_and_the_original_is_there(
    newsdiff: Run, folder: Path, tmp_path: Path
) -> None:
    file, program = config(tmp_path, "good")
    result = newsdiff("--config", file, "report", folder)
    assert result.stderr == b""
    report = json.loads(result.stdout)
    german = next(one for one in report["articles"] if one["id"] == "german")
    assert (german["language"], german["aligned_by"], german["translated_by"]) == (
        "en",
        "words",
        "Dictionary",
    )
    assert german["original"]["language"] == "de"
    assert german["original"]["text"] == (folder / "german.txt").read_text("utf-8")
    links = {(link["a"], link["b"]) for link in report["links"]}
    assert {("english.p1", "german.p1"), ("english.p2", "german.p2")} <= links
    for form in ("markdown", "html"):
        shown = newsdiff("--config", file, "report", folder, "--format", form).stdout.decode()
        assert "translated by Dictionary from German" in shown
    assert "Die Fischer" in shown  # HTML has the original beside it
    assert runs(program) == ["de"] * 3  # there is no library to keep it in


def test_with_a_library_a_text_is_translated_once(newsdiff: Run, folder: Path, tmp_path: Path) -> None:
    open_library(tmp_path / "data").close()
    file, program = config(tmp_path, "good")
    first = newsdiff("--config", file, "report", folder).stdout
    shutil.move(program, tmp_path / "gone")  # from now on it works without the program
    assert newsdiff("--config", file, "report", folder).stdout == first
    assert runs(program) == ["de"]


@pytest.mark.parametrize("kind", ["fails", "silent", "no-utf8"])
def test_when_the_translation_fails_one_line_says_so_and_the_original_is_compared(
    kind: str, newsdiff: Run, folder: Path, tmp_path: Path
) -> None:
    file, _ = config(tmp_path, kind)
    result = newsdiff("--config", file, "report", folder)
    assert result.returncode == 0
    (line,) = result.stderr.decode().splitlines()
    assert line.startswith("newsdiff: german.txt is not translated: Dictionary ")
    assert result.stdout == newsdiff("report", folder).stdout
