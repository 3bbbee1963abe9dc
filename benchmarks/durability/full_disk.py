"""A disk that is full (Linux, as superuser).

    python -m benchmarks.durability.full_disk [--runs 20] [--luck 5]

Each run puts a library onto a small disk of its own (a tmpfs that no other process sees), leaves a random
space free, and adds more articles than fit. Then the library must be sound, hold as many articles as `add`
said, and, once there is space again, take the rest. The exit code is 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.durability.made_up_files import write_articles
from newsdiff.library import open_library
from newsdiff.library.maintenance import check_library

INSIDE = "NEWSDIFF_IN_MOUNT_NAMESPACE"
EVENTS = 30
SMALLEST, LARGEST = 600, 1_800
"""Kilobytes of the disk: an empty library needs about 400."""


def run(number: int, folder: Path, source: Path, kilobytes: int) -> list[str]:
    """Fill one disk; what was wrong, after a line on what happened."""
    disk = folder / f"disk{number}"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(disk)]
    subprocess.run(mount, check=True)
    try:
        data = disk / "data"
        open_library(data).close()
        first = add(data, source)
        said = re.search(r"(\d+) added", first.stdout)
        there = articles(data)
        problems = list(check_library(data).problems)
        if "Traceback" in first.stderr or (there < len(list(source.iterdir())) and not first.returncode):
            problems.append(f"exit code {first.returncode}: {first.stderr[-300:]}")
        if there != (int(said[1]) if said else 0):
            problems.append(f"{there} articles there, but it said {first.stdout.strip()!r}")
        subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)
        second = add(data, source)
        if second.returncode or articles(data) != len(list(source.iterdir())):
            problems.append(f"with space again {articles(data)} articles: {second.stderr[-300:]}")
        problems += check_library(data).problems
        print(f"{kilobytes} kB: {first.stdout.strip()} {first.stderr.strip()[:110]}", flush=True)
        return problems
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def add(data: Path, source: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newsdiff", "--data-dir", str(data), "add", str(source)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def articles(data: Path) -> int:
    with open_library(data) as library:
        return sum(len(library.events.articles(event.id)) for event in library.events.all())


def main() -> int:
    """Print what each disk did."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--luck", type=int, default=5)
    options = parser.parse_args()
    if INSIDE not in os.environ:
        os.environ[INSIDE] = "1"
        os.execvp(
            "unshare",
            ["unshare", "-m", sys.executable, "-m", "benchmarks.durability.full_disk", *sys.argv[1:]],
        )
    luck, failed = random.Random(options.luck), 0
    with tempfile.TemporaryDirectory(prefix="newsdiff-full-") as folder:
        source = Path(folder) / "in"
        write_articles(source, EVENTS, seed=1)
        for number in range(options.runs):
            problems = run(number, Path(folder), source, luck.randint(SMALLEST, LARGEST))
            failed += bool(problems)
            for problem in problems:
                print(f"  {problem}", flush=True)
    print(f"{options.runs - failed} of {options.runs} full disks lost nothing and said what was added")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
