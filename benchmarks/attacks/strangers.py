"""Files of strangers: ``python benchmarks/attacks/strangers.py [--number N] [--seed S]``.

Writes made-up event.toml and config.toml files, valid and not, and reads each. Printed are how many were
read, how many had something wrong, and the longest time that one took; the exit code is 1 where that is
more than a second or where one raised.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from newsdiff.readers.files.event_file import read_event_file
from newsdiff.settings.file import settings_in
from tests.readers.test_event_files_of_strangers import made_up_toml

MOST_SECONDS = 1.0


def measure(number: int, seed: int, folder: Path) -> bool:
    chance, slowest, wrong = random.Random(seed), 0.0, 0
    file = folder / "event.toml"
    for _ in range(number):
        text = made_up_toml(chance)
        if chance.random() < 0.3:  # and some that are broken
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(("\0", "[", '"', "=", "\n[", "\ufeff", "}")) + text[at:]
        file.write_text(text, encoding="utf-8")
        begun = time.monotonic()
        wrong += bool(read_event_file(folder).problems)
        settings_in(file)
        slowest = max(slowest, time.monotonic() - begun)
    print(f"{number:,} files, {wrong:,} with something wrong, the slowest took {slowest * 1000:.0f} ms")
    return slowest <= MOST_SECONDS


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(0 if measure(chosen.number, chosen.seed, Path(folder)) else 1)
