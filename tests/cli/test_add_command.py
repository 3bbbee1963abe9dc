"""``newsdiff add``: what goes in, what is told, what the exit code says."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.cli.conftest import Run

STORY = "The river rose by {} metres on Tuesday and flooded the centre of Ashford, officials said."


def test_an_article_lands_once(newsdiff: Run, tmp_path: Path) -> None:
    file = tmp_path / "sun.txt"
    file.write_text(STORY.format(2), "utf-8")
    assert newsdiff("add", file).stdout.startswith(b"1 added")
    assert newsdiff("add", file).stdout.startswith(b"0 added, 1 unchanged")


def test_a_changed_text_of_a_known_address_is_a_newer_version(newsdiff: Run) -> None:
    record = {"title": "Flood", "url": "https://sun.example/a", "text": STORY.format(2)}
    newsdiff("add", "-", stdin=json.dumps(record).encode())
    second = newsdiff("add", "-", stdin=json.dumps(record | {"text": STORY.format(3)}).encode())
    assert second.stdout.startswith(b"0 added, 0 unchanged, 1 newer version")


def test_a_missing_field_is_reported_with_its_line(newsdiff: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    good = json.dumps({"title": "Flood", "maintext": STORY.format(2), "date_publish": "2025-12-03 05:19:00"})
    file.write_text(good + '\n{"title": "No text"}\n', "utf-8")
    done = newsdiff("add", file)
    assert b"a.jsonl, line 2: skipped: has no \xe2\x80\x9ctext\xe2\x80\x9d" in done.stderr
    assert (done.returncode, done.stdout.split(b" in ")[0]) == (
        0,
        b"1 added, 0 unchanged, 0 newer version, 1 skipped",
    )


def test_a_dry_run_keeps_nothing(newsdiff: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY.format(2), "utf-8")
    assert newsdiff("add", "--dry-run", tmp_path / "a.txt").stdout.startswith(b"1 added")
    assert not (tmp_path / "data").exists()


def test_an_event_can_be_named_for_all(newsdiff: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY.format(2), "utf-8")
    (tmp_path / "b.txt").write_text("Parliament in Lima passed a law on fishing quotas.", "utf-8")
    done = newsdiff("add", "--json", "--event", "Mine", tmp_path / "a.txt", tmp_path / "b.txt")
    assert len({source["event"] for source in json.loads(done.stdout)["sources"]}) == 1


def test_junk_is_skipped_with_reasons_and_exit_code_1(newsdiff: Run, tmp_path: Path) -> None:
    junk, chance = tmp_path / "junk", random.Random(7)
    junk.mkdir()
    for number, suffix in enumerate((".html", ".txt", ".json", ".mhtml", ".jsonl", ".pdf") * 5):
        (junk / f"{number}{suffix}").write_bytes(b"\x89PNG" + chance.randbytes(3_000))
    done = newsdiff("add", junk)
    assert (done.returncode, done.stdout) == (1, b"0 added, 0 unchanged, 0 newer version, 30 skipped\n")
    assert b"Traceback" not in done.stderr


def test_an_empty_folder_is_named_with_the_reason(newsdiff: Run, tmp_path: Path) -> None:
    empty = tmp_path / "nothing here"
    empty.mkdir()
    (empty / ".hidden.txt").write_text(STORY.format(2), "utf-8")
    done = newsdiff("add", empty)
    assert (done.returncode, done.stdout) == (1, b"0 added, 0 unchanged, 0 newer version, 1 skipped\n")
    assert b"nothing here: skipped: this folder has no readable files" in done.stderr


@pytest.mark.parametrize("name", ["~nobody-of-this-name/a.txt", "x" * 300, f"{'x' * 300}/*.txt", "a*\n.txt"])
def test_a_name_that_no_file_can_have_is_skipped_like_any_other(newsdiff: Run, name: str) -> None:
    done = newsdiff("add", name)
    assert (done.returncode, done.stdout) == (1, b"0 added, 0 unchanged, 0 newer version, 1 skipped\n")
    assert done.stderr.count(b"\n") == 1
