"""Events that look alike, made up: ``python benchmarks/accuracy/look_alikes.py KIND [FOLDER] [--events N]``.

KIND is `stock` (four kinds of events in the very same sentences), `genres` (ten kinds, each outlet in
wordings of its own), `towns` (two or three different events in each town, of the five kinds that the weights
were not fitted with) or `twins` (the real events of FOLDER with all names, figures and days replaced, several
times). Printed is B-cubed precision, recall and F1 for all at once, in tens and one by one.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.accuracy.grouping import run
from benchmarks.accuracy.look_alike_events.genres import happenings_in_one_town, kinds, reports_by_kind
from benchmarks.accuracy.look_alike_events.stock import in_stock_sentences
from benchmarks.accuracy.look_alike_events.twins import real_events, twins
from newsdiff.model import Article


def look_alikes(kind: str, folder: Path | None, events: int, seed: int) -> list[tuple[Article, str]]:
    """Articles with the name of their event."""
    if kind == "stock":
        return in_stock_sentences(events, seed)
    if kind == "genres":
        return reports_by_kind(events, seed)
    if kind == "towns":
        return happenings_in_one_town(max(1, events * 2 // 5), seed, kinds()[5:])
    if folder is None:
        raise SystemExit("twins need a FOLDER of real events")
    real = real_events(entry for entry in folder.iterdir() if any(entry.glob("*.txt")))
    return twins(real, max(1, events // len(real)), seed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("stock", "genres", "towns", "twins"))
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--events", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--orders", type=int, default=1)
    chosen = parser.parse_args()
    made = look_alikes(chosen.kind, chosen.folder, chosen.events, chosen.seed)
    # Two articles of one text are one article to the library.
    labelled = list({article.sha256: (article, event) for article, event in made}.values())
    print(f"{len({event for _, event in labelled})} events, {len(labelled)} articles")
    print("at once  order  precision  recall  F1     events  ms/article (CPU)")
    for at_once in (len(labelled), 10, 1):
        for order in range(chosen.orders):
            random.Random(order).shuffle(labelled)
            print(run(labelled, at_once, order), flush=True)
