"""Is what newsdiff prints the same whatever Python's hash seed is?

    python benchmarks/accuracy/hash_seeds.py [FOLDER ...] [--seeds 6]

Every report of the sample, and of the events in each FOLDER, is made with several values of PYTHONHASHSEED.
The exit code is 1 where two differ.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
FORMATS = ("json", "html", "markdown", "csv")


def digest(event: Path, format_: str, seed: int) -> str:
    """Of one report."""
    made = subprocess.run(
        [sys.executable, "-m", "newsdiff", "report", str(event), "--format", format_],
        capture_output=True, check=True, cwd=PROJECT, env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )  # fmt: skip
    return hashlib.sha256(made.stdout).hexdigest()


def main() -> int:
    """Print the reports that differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--seeds", type=int, default=6)
    options = parser.parse_args()
    events = [PROJECT / "seeds"]
    for folder in options.folders:
        events += [one for one in sorted(folder.iterdir()) if len(list(one.glob("*.txt"))) > 1]
    differing = 0
    for event in events:
        for format_ in FORMATS:
            if len({digest(event, format_, seed) for seed in range(options.seeds)}) > 1:
                differing += 1
                print(f"{event.name}: {format_} differs", flush=True)
    print(f"{len(events)} events, {len(FORMATS)} formats, {options.seeds} seeds: {differing} reports differ")
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
