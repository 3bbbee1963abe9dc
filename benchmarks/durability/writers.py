"""Several ``newsdiff add`` beside two applications, all writing to one library at the same time.

    python -m benchmarks.durability.writers [--writers 4] [--rounds 5] [--notes 40]

Each writer adds files of its own, round after round, while both applications write notes in turns. At the end
every article and every note must be there, once, and nothing may have shown or printed a trouble.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

from benchmarks.durability.kill_add import text_of
from benchmarks.durability.made_up_files import write_articles
from benchmarks.durability.two_apps import write_together
from newsdiff.library import open_library
from newsdiff.library.maintenance import check_library

EVENTS = 3


class Writer(threading.Thread):
    """One program after the other that adds articles."""

    def __init__(self, data: Path, sources: list[Path]) -> None:
        super().__init__()
        self._data, self._sources = data, sources
        self.troubles: list[str] = []

    def run(self) -> None:
        """Add each of the folders."""
        for source in self._sources:
            done = subprocess.run(
                [sys.executable, "-m", "newsdiff", "--data-dir", str(self._data), "add", str(source)],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode or done.stderr:
                self.troubles.append(f"exit code {done.returncode}: {done.stderr[-300:]}")


def main() -> int:
    """Print what was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--notes", type=int, default=40, help="how many each application writes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsdiff-writers-") as name:
        folder, data = Path(name), Path(name) / "data"
        open_library(data).close()
        sources = [
            [folder / f"in{one}-{round_}" for round_ in range(options.rounds)]
            for one in range(options.writers)
        ]
        files = [
            file
            for seed, source in enumerate(source for row in sources for source in row)
            for file in write_articles(source, EVENTS, seed=1000 + seed)
        ]
        writers = [Writer(data, row) for row in sources]
        for writer in writers:
            writer.start()
        outcome = write_together(data, options.notes)
        for writer in writers:
            writer.join()
        troubles = [*outcome.troubles, *(trouble for writer in writers for trouble in writer.troubles)]
        troubles += check_library(data).problems
        with open_library(data) as library:
            texts = Counter(
                "".join(article.text.split())
                for event in library.events.all()
                for article in library.events.articles(event.id)
            )
        wanted = {text_of(file) for file in files}
        missing = [text for text in wanted if not any(text.endswith(one) for one in texts)]
        twice = [text for text, count in texts.items() if count > 1]
    for trouble in (*troubles, *outcome.lost):
        print(trouble)
    print(
        f"{options.writers} writers beside two applications: {len(wanted)} articles, {len(missing)} missing, "
        f"{len(twice)} there twice; {outcome.there} of {2 * options.notes} notes; {len(troubles)} troubles"
    )
    return 1 if troubles or missing or twice or outcome.lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
