"""How well and how fast articles find their events: ``python benchmarks/grouping.py FOLDER [--growth]``.

FOLDER holds one folder per event. All articles are thrown together and placed in several random orders, at
once, in tens and one by one, with the one setting of the product; printed is B-cubed precision, recall and
F1 (Bagga and Baldwin, 1998). `--growth` fills libraries of made-up articles and prints the time of an add
and of a search and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from newsdiff.library import open_library
from newsdiff.model import Article, Block, numbered
from newsdiff.readers import read_event

VOCABULARY = 60_000
OWN_WORDS = 25
"""Rare words that an event's articles draw from."""
STEP = 500
"""Articles added in one transaction while a library is filled."""


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


def growth(sizes: Sequence[int]) -> None:
    """Print what an add and a search cost as the library grows."""
    made = MadeUp()
    print("articles  add ms (CPU, mean, alone)  add ms (in batches)  search ms  page ms  peak MB")
    with tempfile.TemporaryDirectory() as data, open_library(Path(data)) as library:
        kept = 0
        for size in sizes:
            filling = 0.0
            before = kept
            while kept < size - 20:
                batch = made.articles(min(STEP, size - 20 - kept))
                began = time.process_time()
                library.events.place(batch)
                filling += time.process_time() - began
                kept += len(batch)
            alone = []
            for article in made.articles(20):
                began = time.process_time()
                library.events.place([article])
                alone.append(1000 * (time.process_time() - began))
            kept += 20
            words = [article.title or "" for article in made.articles(10)]
            searched = [_timed(lambda word=word: library.events.page(word.split()[0])) for word in words]
            paged = [_timed(lambda at=kept: library.events.page(offset=at // 10)) for _ in range(5)]
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            in_batches = 1000 * filling / max(1, kept - 20 - before)
            print(
                f"{kept:8}  {statistics.fmean(alone):24.1f}  {in_batches:19.1f}"
                f"  {statistics.fmean(searched):9.1f}  {statistics.fmean(paged):7.1f}  {peak:7.0f}",
                flush=True,
            )


def _timed(run: object) -> float:
    began = time.process_time()
    run()  # type: ignore[operator]
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--growth", type=int, nargs="*", metavar="ARTICLES")
    chosen = parser.parse_args()
    if chosen.folder:
        quality(chosen.folder, chosen.orders)
    if chosen.growth is not None:
        growth(chosen.growth or [1_000, 10_000, 100_000])
