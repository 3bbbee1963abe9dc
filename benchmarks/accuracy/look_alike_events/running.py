"""Stories that run over days: each stage in words of its own, with the names and the place of the story."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path

from benchmarks.accuracy.look_alike_events.genres import CITIES, FIRST, FIRST_DAY, LAST
from newsdiff.model import Article, Block, numbered

THINGS = """
    Albatros Bellona Cygnus Dorado Estrella Fortuna Galatea Hesperia Isolde Juno Kalypso Leonora Minerva
    Nereida Ophelia Pandora Querida Rosalia Selene Thetis Undine Valeria
""".split()
"""Names of ships, mines and bridges; few, so that stories share them."""
PEOPLE = ("person", "official", "witness", "boss")
Stage = tuple[tuple[int, ...], list[list[str]]]
"""Days after the first, and facts with their wordings: lead, headlines, others, what recalls the start."""


def running_stories(
    stories: int, seed: int, chosen: Sequence[str] | None = None, days: int = 40
) -> list[tuple[Article, str]]:
    """Articles with the name of their story: two to four outlets at each stage, begun within `days`."""
    choose = random.Random(seed)
    labelled = []
    for number in range(stories):
        kind = choose.choice(chosen or kinds())
        first = FIRST_DAY + timedelta(days=choose.randrange(days))
        city, town = choose.sample(CITIES, 2)
        known = {who: f"{choose.choice(FIRST)} {choose.choice(LAST)}" for who in PEOPLE}
        known |= {"city": city, "town": town, "thing": choose.choice(THINGS), "weekday": f"{first:%A}"}
        known |= {"k": str(choose.randint(11, 95)), "l": str(choose.randint(11, 95))}
        for stage, (after, facts) in enumerate(_stories()[kind]):
            for outlet in range(choose.choice((2, 3, 4))):
                day = first + timedelta(days=choose.choice(after))
                name = f"s{number}d{stage}o{outlet}"
                lead, headlines, *others, recalled = facts
                paragraphs = [
                    choose.choice(lead),
                    *(choose.choice(one) for one in others),
                    choose.choice(recalled),
                ]
                paragraphs = [one.format_map(known) for one in paragraphs]
                blocks, start = [], 0
                for paragraph in paragraphs:
                    blocks.append(Block("", "paragraph", start, start + len(paragraph)))
                    start += len(paragraph) + 1
                title = choose.choice(headlines).format_map(known)
                article = Article(
                    name, f"{name}.txt", "\n".join(paragraphs), numbered(name, blocks), title=title,
                    outlet=name, published=day,
                )  # fmt: skip
                labelled.append((article, f"{kind} {number}"))
    return labelled


def kinds() -> tuple[str, ...]:
    """The kinds of stories."""
    return tuple(_stories())


@cache
def _stories() -> dict[str, list[Stage]]:
    found: dict[str, list[Stage]] = {}
    stages: list[Stage] = []
    for line in Path(__file__).with_name("running.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            stages = found.setdefault(line[3:], [])
        elif line.startswith("-- "):
            stages.append((tuple(map(int, line[3:].split())), [[]]))
        elif not line.strip():
            stages[-1][1].append([])
        elif not line.startswith("#"):
            stages[-1][1][-1].append(line)
    return found
