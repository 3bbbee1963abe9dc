"""A library that is open stays locked, whoever opens it a second time in the same process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from newsdiff.library import ensure_sample, open_library

OUTSIDER = """
import pathlib, sys
from newsdiff.library import open_library
open_library(pathlib.Path(sys.argv[1])).close()
"""


def test_a_second_opening_in_the_process_leaves_the_log_to_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    first = open_library(folder)
    ensure_sample(first)
    open_library(folder).close()
    subprocess.run([sys.executable, "-c", OUTSIDER, str(folder)], check=True)
    assert list(folder.glob("*.db-wal")), "the other program took itself for the last one"
    first.close()
