"""Stories that run over days, made up.

    python benchmarks/accuracy/running_stories.py [KIND...] [--stories N]

KIND: ferry, minister, mine, spill; all four unless named. The first two were in view when grouping was made,
the others not. Printed is B-cubed precision, recall and F1 for all at once, in tens and one by one: how many
follow-ups find their story, and how many stories of one kind are kept apart.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.accuracy.grouping import run
from benchmarks.accuracy.look_alike_events.running import kinds, running_stories

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", nargs="*", choices=[[], *kinds()])
    parser.add_argument("--stories", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    made = running_stories(chosen.stories, chosen.seed, chosen.kind or None)
    labelled = list({article.sha256: (article, story) for article, story in made}.values())
    print(f"{len({story for _, story in labelled})} stories, {len(labelled)} articles")
    print("at once  order  precision  recall  F1     events  ms/article (CPU)")
    for at_once in (len(labelled), 10, 1):
        random.Random(0).shuffle(labelled)
        print(run(labelled, at_once, 0), flush=True)
