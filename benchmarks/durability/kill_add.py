"""Is the library sound, and complete after the next run, when ``newsdiff add`` is killed?

    python -m benchmarks.durability.kill_add [--runs 80] [--luck 5]

Each run starts the real `newsdiff add` on new article files and kills it with SIGKILL at a random moment.
Then the library is checked, and every article that was there before must still be there, whole. In the end
all files are added once more: each article must then be there exactly once. The exit code is 1 otherwise.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.durability.made_up_files import write_articles
from newsdiff.library import open_library
from newsdiff.library.maintenance import check_library

EVENTS = 4
"""Events whose articles one run adds: some two dozen files."""
LONGEST = 2.5
"""Seconds in which the kill falls: the program starts, reads, writes and ends within them."""


class KilledAdds:
    """One library to which is added again and again."""

    def __init__(self, folder: Path, luck: random.Random) -> None:
        self._folder, self._luck = folder, luck
        self._data = folder / "data"
        self._kept: Counter[str] = Counter()
        open_library(self._data).close()
        self.killed = 0

    def run(self, number: int) -> list[str]:
        """Add, kill, look; what was wrong."""
        source = self._folder / f"in{number}"
        write_articles(source, EVENTS, seed=number)
        adding = subprocess.Popen(self._command(source), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            adding.wait(self._luck.uniform(0, LONGEST))
        except subprocess.TimeoutExpired:
            adding.kill()
            adding.wait()
            self.killed += 1
        problems = list(check_library(self._data).problems)
        there = self.texts()
        problems += [f"gone: {text[:60]!r}" for text in self._kept - there]
        self._kept = there
        return problems

    def finish(self) -> list[str]:
        """Add all files again; what is missing or there twice."""
        sources = sorted(self._folder.glob("in*"))
        subprocess.run(
            self._command(*sources), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
        )
        there = self.texts()
        wanted = {text_of(file) for source in sources for file in source.iterdir()}
        held = {"".join(text.split()) for text in there}
        missing = [text for text in wanted if not any(text.endswith(one) for one in held)]
        problems = [f"not there: {text[:60]!r}" for text in missing]
        return problems + [f"{n} times: {text[:60]!r}" for text, n in there.items() if n > 1]

    def texts(self) -> Counter[str]:
        """The texts in the library and how often each is there."""
        with open_library(self._data) as library:
            return Counter(
                article.text
                for event in library.events.all()
                for article in library.events.articles(event.id)
            )

    def _command(self, *sources: Path) -> list[str]:
        return [sys.executable, "-m", "newsdiff", "--data-dir", str(self._data), "add", *map(str, sources)]


def text_of(file: Path) -> str:
    """What stands in a file, without blanks."""
    return "".join(file.read_text("utf-8").split())


def main() -> int:
    """Print how many runs kept everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=80)
    parser.add_argument("--luck", type=int, default=5)
    options = parser.parse_args()
    kept = 0
    with tempfile.TemporaryDirectory(prefix="newsdiff-kill-add-") as folder:
        test = KilledAdds(Path(folder), random.Random(options.luck))
        for number in range(options.runs):
            problems = test.run(number)
            kept += not problems
            for problem in problems:
                print(f"run {number}: {problem}", flush=True)
        last = test.finish()
        for problem in last:
            print(problem)
        articles = sum(test.texts().values())
    print(f"kept everything in {kept} of {options.runs} runs, {test.killed} of them killed; ", end="")
    print(f"{articles} articles in the end, {len(last)} missing or there twice")
    return 0 if kept == options.runs and not last else 1


if __name__ == "__main__":
    raise SystemExit(main())
