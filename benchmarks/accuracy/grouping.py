"""How well and how fast articles find their events.

    python benchmarks/accuracy/grouping.py FOLDER [--growth]

FOLDER holds one folder per event. All articles are thrown together and placed in several random orders, at
once, in tens and one by one, with the one setting of the product; printed is B-cubed precision, recall and
F1 (Bagga and Baldwin, 1998). `--growth` fills libraries of made-up articles and prints the time of an add,
of a search and of a page, the peak memory of the process and the size of the file.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import get_args

from newsdiff.library import open_library
from newsdiff.library.records import SortOrder
from newsdiff.model import Article, Block, numbered
from newsdiff.readers import read_event

VOCABULARY = 60_000
OWN_WORDS = 25
"""Rare words that an event's articles draw from."""
STEP = 500
"""Articles added in one transaction while a library is filled."""
ALONE = 60
"""Articles that are then added one by one, and timed."""


def b_cubed(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over (event that is right, event that was found) of every article."""
    right: dict[str, set[int]] = defaultdict(set)
    found: dict[str, set[int]] = defaultdict(set)
    for number, (event, group) in enumerate(pairs):
        right[event].add(number)
        found[group].add(number)
    precision = statistics.fmean(len(right[a] & found[b]) / len(found[b]) for a, b in pairs)
    recall = statistics.fmean(len(right[a] & found[b]) / len(right[a]) for a, b in pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def quality(folder: Path, orders: int) -> None:
    """Print the scores of a folder of events."""
    labelled = [
        (article, event.name)
        for event in sorted(folder.iterdir())
        if event.is_dir()
        for article in read_event([event]).articles
    ]
    print(f"{len({event for _, event in labelled})} events, {len(labelled)} articles")
    print("at once  order  precision  recall  F1     events  ms/article (CPU)")
    for at_once in (len(labelled), 10, 1):
        for order in range(orders):
            random.Random(order).shuffle(labelled)
            print(run(labelled, at_once, order))


def run(labelled: Sequence[tuple[Article, str]], at_once: int, order: int) -> str:
    with tempfile.TemporaryDirectory() as data, open_library(Path(data)) as library:
        began = time.process_time()
        for start in range(0, len(labelled), at_once):
            library.events.place([article for article, _ in labelled[start : start + at_once]])
        spent = 1000 * (time.process_time() - began) / len(labelled)
        where = {
            source.sha256: event.id
            for event in library.events.all()
            for source in library.events.sources(event.id)
        }
        precision, recall, f1 = b_cubed([(event, where[article.sha256]) for article, event in labelled])
        groups = len(set(where.values()))
    return f"{at_once:7}  {order:5}  {precision:9.3f}  {recall:6.3f}  {f1:.4f}  {groups:6}  {spent:.1f}"


class MadeUp:
    """Articles of 250 words out of a Zipf vocabulary; five of one event share rare words and a day."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        letters = "bcdfghklmnprstvz"
        self._words = [
            "".join(self._random.choice(letters) + self._random.choice("aeiou") for _ in range(4))
            for _ in range(VOCABULARY)
        ]
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
        self._made = 0
        self._own: list[str] = []

    def articles(self, count: int) -> list[Article]:
        """The next articles."""
        return [self._article() for _ in range(count)]

    def go_on_from(self, made: int) -> None:
        """Let the next articles have the days of a library that holds so many."""
        self._made = made

    def queries(self) -> list[str]:
        """What a person may type: the words everybody uses, rare ones, several, and the beginning of one."""
        most, usual, rare = self._words[0], self._words[300], self._words[VOCABULARY // 2]
        last = self._own[0]
        return [
            most,
            usual,
            rare,
            f"{most} {rare}",
            f"{most} {usual}",
            last,
            last[:5],
            most[:2],
            "b",
            "nowhere",
        ]

    def _article(self) -> Article:
        if self._made % 5 == 0:
            self._own = [word.title() for word in self._random.sample(self._words[3000:], OWN_WORDS)]
        self._made += 1
        words = self._random.choices(self._words, cum_weights=self._weights, k=235)
        words += self._random.sample(self._own, 15)
        self._random.shuffle(words)
        text = " ".join(words) + "."
        name = f"a{self._made}"
        day = date(2020, 1, 1) + timedelta(days=self._made // 100)
        block = numbered(name, [Block("", "paragraph", 0, len(text))])
        return Article(name, f"{name}.txt", text, block, title=" ".join(self._own[:5]), published=day)


def growth(sizes: Sequence[int], folder: Path) -> None:
    """Print what an add, a search and a page cost as the library in `folder` grows."""
    made = MadeUp()
    print("CPU ms; in brackets by the clock, with all that is written to disk")
    print("articles  add alone   longest  in batches  search, slowest  page, slowest  peak MB  file MB")
    with open_library(folder) as library:
        kept = int(library.fact("articles indexed") or 0)
        for start in range(0, kept, STEP):
            made.articles(min(STEP, kept - start))
        for size in sizes:
            before, filling = kept, 0.0
            while kept < size - ALONE:
                batch = made.articles(min(STEP, size - ALONE - kept))
                filling += _timed(lambda some=batch: library.events.place(some))[0]
                kept += len(batch)
            in_batches = filling / max(1, kept - before)
            alone = [
                _timed(lambda one=article: library.events.place([one])) for article in made.articles(ALONE)
            ]
            kept += ALONE
            queries = [_timed(lambda words=words: library.events.page(words)) for words in made.queries()]
            pages = [
                _timed(lambda order=order, at=at: library.events.page(order=order, offset=at, limit=100))
                for order in get_args(SortOrder)
                for at in (0, kept // 10)
            ]
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            on_disk = library.path.stat().st_size / 2**20
            longest = max(cpu for cpu, _ in alone)
            print(
                f"{kept:8}  {_mean(alone):11}  {longest:6.1f}  {in_batches:10.1f}"
                f"  {_slowest(queries):14}  {_slowest(pages):13}  {peak:7.0f}  {on_disk:7.0f}",
                flush=True,
            )


def _now() -> tuple[float, float]:
    return time.process_time(), time.perf_counter()


def _timed(run: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the processor and of the clock."""
    began = _now()
    run()
    cpu, clock = (1000 * (now - then) for now, then in zip(_now(), began, strict=True))
    return cpu, clock


def _mean(times: Sequence[tuple[float, float]]) -> str:
    cpu, clock = (statistics.fmean(column) for column in zip(*times, strict=True))
    return f"{cpu:.1f} ({clock:.1f})"


def _slowest(times: Sequence[tuple[float, float]]) -> str:
    cpu, clock = (max(column) for column in zip(*times, strict=True))
    return f"{_mean(times)}, {cpu:.1f} ({clock:.1f})"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--growth", type=int, nargs="*", metavar="ARTICLES")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the library, and go on with it")
    chosen = parser.parse_args()
    if chosen.folder:
        quality(chosen.folder, chosen.orders)
    if chosen.growth is not None:
        sizes = chosen.growth or [1_000, 10_000, 100_000]
        if chosen.keep:
            growth(sizes, chosen.keep)
        else:
            with tempfile.TemporaryDirectory() as data:
                growth(sizes, Path(data))
