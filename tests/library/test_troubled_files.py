"""Library files that are empty, may only be read, or lie on a disk that is full: through the real program."""

from __future__ import annotations

import ctypes
import os
import random
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.accuracy.look_alike_events.genres import reports_by_kind
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.ingest import Summary, ingest
from newsdiff.incoming.local import files_of, read_file
from newsdiff.library import UnusableLibraryError, ensure_sample, library_file, open_library, sample_folder
from newsdiff.readers import read_event
from tests.cli.conftest import Run, newsdiff
from tests.patience import PATIENCE

__all__ = ["newsdiff"]
WITHOUT_POWER = """
import ctypes

class Head(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("process", ctypes.c_int)]

class Data(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32) for name in ("effective", "permitted", "inherited")]

library, head, data = ctypes.CDLL(None), Head(0x20080522, 0), (Data * 2)()
library.capget(ctypes.byref(head), data)
data[0].effective &= ~6
data[0].permitted &= ~6
library.capset(ctypes.byref(head), data)
"""
"""The same within a process: the superuser gives up writing and reading whatever it likes."""


def without_power_over_permissions() -> None:
    """For the superuser of Linux: let what is started heed the permissions of files, as others must."""
    if sys.platform == "linux" and os.getuid() == 0:
        drop_from_bounding_set, write_anywhere, read_anywhere = 24, 1, 2
        for capability in (write_anywhere, read_anywhere):
            ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


def articles(folder: Path, number: int) -> None:
    """Files whose texts have nothing in common."""
    folder.mkdir()
    for one in range(number):
        words = " ".join(f"word{one}x{other}" for other in range(300))
        (folder / f"{one:03}.txt").write_text(f"Story {one}\n\nOn Monday {words}.\n\nThen {words}.")


def test_an_empty_file_is_begun_anew_and_that_is_said(newsdiff: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "library.db").touch()
    result = newsdiff("list")
    assert result.returncode == 0
    assert b"was an empty file" in result.stderr
    assert b"newsdiff library restore" in result.stderr
    assert result.stderr.count(b"\n") == 1
    assert newsdiff("list").stderr == b""


def test_an_empty_file_beside_a_log_of_changes_is_not_touched(tmp_path: Path) -> None:
    file = library_file(tmp_path)
    file.touch()
    log = file.with_name("library.db-wal")
    log.write_bytes(b"changes")
    with pytest.raises(UnusableLibraryError, match=r"library\.db-wal"):
        open_library(tmp_path)
    assert log.read_bytes() == b"changes"


@pytest.mark.skipif(sys.platform == "win32", reason="needs users and permissions")
@pytest.mark.parametrize("has_log", [False, True])
def test_a_library_that_may_only_be_read_is_listed_and_read(has_log: bool, tmp_path: Path) -> None:
    data = tmp_path / "data"
    library = open_library(data)
    ensure_sample(library)
    if has_log:  # somebody has it open
        library.keep_fact("a", "b")
    else:
        library.close()
    for folder in (data, *data.rglob("*")):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    before = {file: file.read_bytes() for file in data.iterdir()}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "newsdiff", "--data-dir", str(data), *arguments],
            capture_output=True, text=True, timeout=PATIENCE, check=False,
            preexec_fn=without_power_over_permissions,
        )  # fmt: skip

    try:
        listed = run("list")
        assert "Putin–Witkoff" in listed.stdout, listed.stderr
        assert "is read-only" in listed.stderr
        assert run("list", "Kremlin").returncode == 0
        assert run("why", "Putin").returncode == 0
        added = run("add", str(Path(__file__)))
        assert added.returncode == 1
        assert "Traceback" not in added.stderr
        assert {file: file.read_bytes() for file in data.iterdir()} == before
    finally:
        data.chmod(0o755)
        library.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_a_full_disk_says_how_many_were_added(tmp_path: Path) -> None:
    import resource

    articles(tmp_path / "in", 120)
    data = tmp_path / "data"
    open_library(data).close()
    most = library_file(data).stat().st_size + 1_200_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    result = subprocess.run(
        [sys.executable, "-m", "newsdiff", "--data-dir", str(data), "add", str(tmp_path / "in")],
        capture_output=True, text=True, timeout=PATIENCE, check=False, preexec_fn=limit,
    )  # fmt: skip
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    said = re.search(r"stopped: (\d+) added", result.stdout)
    assert said, result.stdout + result.stderr
    with open_library(data) as library:
        there = sum(len(library.events.articles(event.id)) for event in library.events.all())
    assert int(said[1]) == there
    assert 0 < there < 120


@pytest.mark.skipif(sys.platform != "linux", reason="needs a disk of its own")
@pytest.mark.parametrize("kilobytes", [44, 8, 0])
def test_a_library_on_a_full_disk_is_listed(kilobytes: int, tmp_path: Path) -> None:
    """Another version has another table of outlets, of which the library would keep the seats."""
    disk, data = tmp_path / "disk", tmp_path / "data"
    disk.mkdir()
    articles(tmp_path / "in", 120)
    with open_library(data) as library:
        ingest([one for file in files_of(str(tmp_path / "in")) for one in read_file(file)], library)
    with sqlite3.connect(library_file(data)) as connection:
        connection.execute("DELETE FROM facts WHERE key = 'seats'")
        connection.execute("UPDATE articles SET seat = 'Nowhere'")
    connection.close()
    steps = f"""mount -t tmpfs -o size=8m tmpfs {disk} && cp {library_file(data)} {disk} &&
        room=$(df --output=avail -k {disk} | tail -1) &&
        dd if=/dev/zero of={disk}/other bs=1024 count=$((room - {kilobytes})) &&
        {sys.executable} -m newsdiff --data-dir {disk} list"""
    result = subprocess.run(
        ["unshare", "-rm", "sh", "-c", steps], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if "unshare" in result.stderr or "mount:" in result.stderr:
        pytest.skip("no disk of its own is allowed here")
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stdout.splitlines()) > 5
    assert ("the disk is full" in result.stderr) == (kilobytes < 44)


def test_a_run_says_as_many_events_as_there_are(tmp_path: Path) -> None:
    """Articles that come later move earlier ones: what is said at the end is what there is then."""
    gone = frozenset[str]()
    for order in range(4):
        made = [article for article, _ in reports_by_kind(60, 3)]
        random.Random(order).shuffle(made)
        with open_library(tmp_path / str(order)) as library:
            before: list[frozenset[str]] = []

            def progress(summary: Summary, seen: list[frozenset[str]] = before) -> bool:
                seen.append(summary.events)
                return True

            summary = ingest([Arrival(one.source, one) for one in made], library, progress=progress)
            assert summary.events == {event.id for event in library.events.all()}
            for outcome in summary.outcomes:
                assert outcome.event is not None
                assert outcome.article in {one.id for one in library.events.articles(outcome.event)}
        gone |= frozenset.union(*before) - summary.events
    assert gone  # in some order events have gone meanwhile


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pty and the capabilities of Linux")
def test_the_app_reads_a_library_that_may_only_be_read(tmp_path: Path) -> None:
    from tests.journeys.terminal import Terminal

    data = tmp_path / "data"
    with open_library(data) as library:
        folder = sample_folder()
        assert folder is not None
        library.events.add(read_event([folder]))  # the app will want to add it at its first start
    for folder in (data, *data.rglob("*")):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    try:
        with Terminal(["--data-dir", str(data)], tmp_path, before=WITHOUT_POWER) as terminal:
            terminal.wait_for("is read-only")  # a message: it is gone after a while
            terminal.wait_for("Worth a look · ")
            terminal.type("\r")
            terminal.wait_for("row 1 of")
            terminal.type("]]a")
            terminal.wait_for("ctrl+s save")
            terminal.type("lost?\x13")
            terminal.wait_for("Not saved", "lost?")
            terminal.type("\x1b\x1b")
            terminal.wait_until_gone("ctrl+s save")
            terminal.type("qq")
            assert terminal.wait_for_end() == 0
    finally:
        data.chmod(0o755)
