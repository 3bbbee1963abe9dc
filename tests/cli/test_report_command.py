"""``newsdiff report``: what it prints, and one clear line for everything that can be wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.patience import PATIENCE

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

ONE = "The fire in Lisbon killed 12 people on Monday, police said.\n\nMinister Ana Costa visited the city.\n"
TWO = "Police said that 14 people were killed on Monday in the fire in Lisbon.\n\nAna Costa went there.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two small articles."""
    place = tmp_path / "event"
    place.mkdir()
    (place / "one.txt").write_text(ONE, encoding="utf-8")
    (place / "two.txt").write_text(TWO, encoding="utf-8")
    return place


def only_line(result: subprocess.CompletedProcess[bytes]) -> str:
    """The one line on stderr."""
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("newsdiff: ")
    return lines[0]


def test_the_sample_gives_the_same_bytes_in_two_processes(newsdiff: Run, program: Run, seeds: Path) -> None:
    first, second = program("report", seeds), newsdiff("report", seeds, "--format", "json")
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert json.loads(first.stdout)["format"] == "newsdiff-comparison/2"


def test_files_named_in_another_order_give_the_same_bytes(newsdiff: Run, folder: Path) -> None:
    one, two = folder / "one.txt", folder / "two.txt"
    assert newsdiff("report", one, two).stdout == newsdiff("report", two, one).stdout


def test_markdown_goes_to_a_file_that_is_replaced_whole(newsdiff: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    target.write_text("old " * 10_000)
    result = newsdiff("report", folder, "--format", "markdown", "-o", target)
    assert result.returncode == 0
    assert result.stdout == b""
    assert target.read_text(encoding="utf-8").startswith("# ")
    assert "old old" not in target.read_text(encoding="utf-8")
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".out")] == []


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".mhtml", ".json", ".jsonl"])
def test_a_report_never_replaces_an_article_of_the_folder(newsdiff: Run, folder: Path, suffix: str) -> None:
    there = folder / f"three{suffix}"
    there.write_text(ONE)
    result = newsdiff("report", folder, "-o", there)
    assert (result.returncode, there.read_text()) == (2, ONE)
    assert "is one of the articles" in result.stderr.decode()


def test_a_name_that_is_too_long_is_one_line(newsdiff: Run, folder: Path) -> None:
    result = newsdiff("report", folder, "-o", folder / ("x" * 300))
    assert result.returncode == 1
    assert "File name too long" in only_line(result)


def test_the_base_can_be_named_by_id_file_or_outlet(newsdiff: Run, folder: Path) -> None:
    for name in ("two", "two.txt", "TWO"):
        result = newsdiff("report", folder, "--base", name)
        assert json.loads(result.stdout)["base"] == "two"


def test_a_base_that_is_no_article_is_a_usage_error_that_names_the_choice(
    newsdiff: Run, folder: Path
) -> None:
    result = newsdiff("report", folder, "--base", "three")
    assert result.returncode == 2
    assert "one, two" in only_line(result)


def test_the_choice_of_a_base_is_listed_by_the_names_of_the_outlets(newsdiff: Run, seeds: Path) -> None:
    result = newsdiff("report", seeds, "--base", "three")
    assert "choose one of alahed, Sky News, TIME, vot, watson" in only_line(result)


def test_a_folder_in_the_place_of_a_command_gets_a_hint(newsdiff: Run, folder: Path) -> None:
    result = newsdiff(folder)
    assert result.returncode == 2
    assert f"newsdiff open {folder} reads it, newsdiff add {folder} adds it" in only_line(result)


def test_no_path_and_an_unknown_option_are_usage_errors(newsdiff: Run, folder: Path) -> None:
    for arguments in (
        ["report"],
        ["report", folder, "--colour"],
        ["report", folder, "--format", "pdf"],
        ["tell"],
    ):
        result = newsdiff(*arguments)
        assert result.returncode == 2
        assert "--help" in only_line(result)


def test_a_missing_file_is_named_and_the_others_are_compared(newsdiff: Run, folder: Path) -> None:
    result = newsdiff("report", folder / "one.txt", folder / "gone.txt", folder / "two.txt")
    assert result.returncode == 0
    assert "gone.txt" in only_line(result)
    assert [article["id"] for article in json.loads(result.stdout)["articles"]]


def test_fewer_than_two_articles_left_is_an_error(newsdiff: Run, folder: Path) -> None:
    result = newsdiff("report", folder / "one.txt", folder / "gone.txt")
    assert result.returncode == 1
    assert result.stdout == b""
    assert "gone.txt" in result.stderr.decode()
    assert "two" in result.stderr.decode().splitlines()[-1]


def test_empty_binary_and_strange_files_are_each_reported_in_one_line(newsdiff: Run, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"  \n ")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 20)
    result = newsdiff("report", folder)
    assert result.returncode == 0
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 2
    for name in ("empty.txt", "picture.txt"):
        assert any(name in line for line in lines)


def test_a_folder_without_articles_is_an_error(newsdiff: Run, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    result = newsdiff("report", tmp_path / "nothing")
    assert result.returncode == 1
    assert "nothing" in result.stderr.decode()


def test_a_file_named_twice_and_a_copy_of_a_file_count_once(newsdiff: Run, folder: Path) -> None:
    (folder / "three.txt").write_text(ONE, encoding="utf-8")
    result = newsdiff(
        "report", folder / "one.txt", folder / "one.txt", folder / "two.txt", folder / "three.txt"
    )
    assert result.returncode == 0
    assert len(json.loads(result.stdout)["articles"]) == 2
    assert "three.txt" in result.stderr.decode()


def test_a_file_that_is_not_utf_8_is_decoded_and_says_so(newsdiff: Run, folder: Path) -> None:
    words = "Le café de la gare était fermé à Genève, a déclaré le maire Éric Tournié, élu en été. " * 8
    (folder / "latin.txt").write_bytes(words.encode("windows-1252"))
    result = newsdiff("report", folder)
    assert result.returncode == 0
    assert "latin.txt" in only_line(result)
    texts = {one["id"]: one["text"] for one in json.loads(result.stdout)["articles"]}
    assert "café de la gare était fermé" in texts["latin"]


def test_ten_megabytes_are_read_and_compared(newsdiff: Run, folder: Path) -> None:
    (folder / "long.txt").write_text(f"{ONE}\n" * 110_000, encoding="utf-8")
    assert (folder / "long.txt").stat().st_size > 10_000_000
    result = newsdiff("report", folder, "-o", folder.parent / "out.json")
    assert result.returncode in (0, 1)
    if result.returncode:
        assert "long.txt" in result.stderr.decode()


def test_an_output_that_is_one_of_the_articles_is_refused(newsdiff: Run, folder: Path) -> None:
    for target in (folder / "one.txt",):
        result = newsdiff("report", folder, "-o", target)
        assert result.returncode == 2
        assert "one.txt" in only_line(result)
        assert target.read_text(encoding="utf-8") == ONE


def test_an_output_that_cannot_be_written_is_one_line(newsdiff: Run, folder: Path, tmp_path: Path) -> None:
    result = newsdiff("report", folder, "-o", tmp_path / "no" / "such" / "folder.json")
    assert result.returncode == 1
    assert "folder.json" in only_line(result)


def test_a_file_name_with_escapes_in_it_does_not_reach_the_terminal(newsdiff: Run, folder: Path) -> None:
    result = newsdiff("report", folder, folder / "bad\x1b[31m\nname.txt")
    assert result.returncode == 0
    assert b"\x1b" not in result.stderr
    assert "name.txt" in only_line(result)


def test_output_into_a_closed_pipe_is_no_error(seeds: Path) -> None:
    shell = f"{sys.executable} -m newsdiff report {seeds} | head -c 10 >/dev/null"
    result = subprocess.run(
        ["bash", "-c", shell], capture_output=True, timeout=PATIENCE, check=False, env=os.environ
    )
    assert result.stderr == b""


def test_no_locale_and_no_home_make_no_difference(newsdiff: Run, program: Run, folder: Path) -> None:
    usual = newsdiff("report", folder).stdout
    assert (
        program("report", folder, LC_ALL="C", PYTHONUTF8="0", PYTHONHASHSEED="7", TZ="Asia/Tokyo").stdout
        == usual
    )
