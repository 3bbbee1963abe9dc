"""Fit the weights of `newsdiff/events/similarity.py`: how sure two articles are of one event.

    python benchmarks/accuracy/fit_grouping.py FOLDER

FOLDER holds one folder per real event. A logistic regression over the pairs of articles that are worth
comparing: of the real events, of twins of them with other names, of look-alikes (ten kinds, and different
events in one town, of five kinds), of running stories of ferries and ministers, and of a simulated world;
each counts alike. What days count is not fitted: real collections call an old article on the same subject
the same event. Prints the weights; how well they group, grouping.py, running_stories.py (mines and spills are
left out here) and look_alikes.py (the other five kinds of towns are) say.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.accuracy.look_alike_events.genres import happenings_in_one_town, kinds, reports_by_kind
from benchmarks.accuracy.look_alike_events.running import running_stories
from benchmarks.accuracy.look_alike_events.twins import real_events, twins
from benchmarks.simulated_world.filling import article_of
from benchmarks.simulated_world.sites import sites
from benchmarks.simulated_world.stories import world
from newsdiff.events.fingerprint import fingerprint_of
from newsdiff.events.similarity import DAYS, STRANGERS, Vector, evidence, rarity, vector_of
from newsdiff.library.tables.grouping.candidates import ASKED_TERMS, MOST_CANDIDATES, TOO_COMMON
from newsdiff.model import Article
from newsdiff.readers import read_event

Labelled = Sequence[tuple[Article, str]]
FROM_THE_WORLD = 1_100
"""Articles of the simulated world that are looked at: two days of it."""
NAMES = ("NAMES_FOUND", "RARE", "HEADLINE", "LOOK_ALIKE", "NAME_ALONE", "BEFOREHAND")


def collections(folder: Path) -> Iterator[Labelled]:
    """What is fitted on, each a list of articles with the name of their event."""
    folders = sorted(entry for entry in folder.iterdir() if any(entry.glob("*.txt")))
    yield [(article, one.name) for one in folders for article in read_event([one]).articles]
    yield twins(real_events(folders), 3, 7)
    yield [*reports_by_kind(150, 8), *happenings_in_one_town(60, 10, kinds()[:5])]
    yield running_stories(40, 9, ["ferry", "minister"])
    made = world(5, sites(5), datetime(2026, 11, 23, tzinfo=UTC))
    alive = [one for one in made.articles if one.site.state == "alive"]
    yield [(article_of(made, one), str(one.story)) for one in alive[:FROM_THE_WORLD]]


def pairs(labelled: Labelled) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What speaks for each pair worth comparing, what its days count, and whether it is of one event."""
    found = list({article.sha256: (article, event) for article, event in labelled}.values())
    fingerprints = [fingerprint_of(article) for article, _ in found]
    holding = Counter(term for one in fingerprints for term in one.terms)
    rare = {term: rarity(term, len(found), count) for term, count in holding.items()}
    vectors = [vector_of(one, rare.__getitem__, len(found)) for one in fingerprints]
    rows, days, same = [], [], []
    for a, b in sorted(_near(vectors, holding)):
        seen = evidence(vectors[a], vectors[b])
        if seen.cosine > STRANGERS and seen.days <= 2 * DAYS:
            alone = seen.name_alone * seen.names_found
            rows.append((seen.names_found, seen.rare, seen.headline, seen.excess, alone, 1.0))
            days.append(-((seen.days / DAYS) ** 2))
            same.append(found[a][1] == found[b][1])
    return np.array(rows), np.array(days), np.array(same, float)


def _near(vectors: Sequence[Vector], holding: Counter[str]) -> set[tuple[int, int]]:
    """The pairs that the product would compare: by the weightiest terms that they have in common."""
    held: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for term in vector.weights:
            held[term].append(number)
    near = set()
    for number, vector in enumerate(vectors):
        asked = [term for term in vector.weights if 2 <= holding[term] <= TOO_COMMON]
        promise: dict[int, float] = defaultdict(float)
        for term in sorted(asked, key=lambda term: (-vector.weights[term], term))[:ASKED_TERMS]:
            for other in held[term]:
                promise[other] += vector.weights[term] ** 2
        promise.pop(number, None)
        best = sorted(promise, key=lambda one: (-promise[one], one))[: MOST_CANDIDATES * 3 // 2]
        near |= {(min(number, one), max(number, one)) for one in best}
    return near


def fitted(parts: Sequence[tuple[np.ndarray, np.ndarray, np.ndarray]]) -> np.ndarray:
    """The weights, by Newton's method; a collection counts alike however many pairs it has."""
    rows, days, same = (np.concatenate(column) for column in zip(*parts, strict=True))
    counts = np.concatenate([np.full(len(one[2]), 1 / len(one[2]) / len(parts)) for one in parts])
    weights = np.zeros(rows.shape[1])
    for _ in range(80):
        sure = 1 / (1 + np.exp(-np.clip(rows @ weights + days, -40, 40)))
        slope = rows.T @ (counts * (sure - same))
        bend = (rows * (counts * sure * (1 - sure))[:, None]).T @ rows + 1e-7 * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return weights


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    weights = fitted([pairs(one) for one in collections(parser.parse_args().folder)])
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"{name} = {weight:.2f}")
